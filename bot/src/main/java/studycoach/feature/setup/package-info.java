/**
 * Starting, showing and changing a study group. Read {@link studycoach.feature.setup.SetupFeature}
 * first.
 */
@NullMarked
package studycoach.feature.setup;

import org.jspecify.annotations.NullMarked;

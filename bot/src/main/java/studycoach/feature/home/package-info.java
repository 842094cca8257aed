/**
 * One private page with what matters to a learner now. Read {@link
 * studycoach.feature.home.HomeFeature} first.
 */
@NullMarked
package studycoach.feature.home;

import org.jspecify.annotations.NullMarked;

/**
 * How people link their accounts, by a code that goes from one to the other. Read {@link
 * studycoach.feature.link.LinkFeature} first.
 */
@NullMarked
package studycoach.feature.link;

import org.jspecify.annotations.NullMarked;

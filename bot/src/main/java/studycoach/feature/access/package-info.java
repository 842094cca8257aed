/**
 * Tells the organisers where the bot can't post, and that it goes on. Read {@link
 * studycoach.feature.access.AccessFeature} first.
 */
@NullMarked
package studycoach.feature.access;

import org.jspecify.annotations.NullMarked;

/**
 * What the bot says when it is added to a workspace. Read {@link
 * studycoach.feature.welcome.WelcomeFeature} first.
 */
@NullMarked
package studycoach.feature.welcome;

import org.jspecify.annotations.NullMarked;

/**
 * What each learner decides for themselves. Read {@link
 * studycoach.feature.settings.SettingsFeature} first.
 */
@NullMarked
package studycoach.feature.settings;

import org.jspecify.annotations.NullMarked;

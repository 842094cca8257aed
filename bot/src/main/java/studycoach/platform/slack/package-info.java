/**
 * Slack, behind the port of {@link studycoach.chat}, by the library Bolt, which is known here only.
 * Read {@link studycoach.platform.slack.SlackAdapter} first.
 */
@NullMarked
package studycoach.platform.slack;

import org.jspecify.annotations.NullMarked;

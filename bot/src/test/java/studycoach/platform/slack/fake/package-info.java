/**
 * A server on loopback that speaks as much of Slack's Web API, Socket Mode and HTTP events as tests
 * of the adapter need, with people who type, press and leave. Read {@link
 * studycoach.platform.slack.fake.FakeSlack} first, then {@link
 * studycoach.platform.slack.fake.FakePerson}.
 */
@NullMarked
package studycoach.platform.slack.fake;

import org.jspecify.annotations.NullMarked;

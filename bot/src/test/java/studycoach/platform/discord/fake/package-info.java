/**
 * A server on loopback that speaks as much of Discord's REST interface and gateway as tests of the
 * adapter need, with people who press, type and leave. Read {@link
 * studycoach.platform.discord.fake.FakeDiscord} first, then {@link
 * studycoach.platform.discord.fake.FakePerson}.
 */
@NullMarked
package studycoach.platform.discord.fake;

import org.jspecify.annotations.NullMarked;

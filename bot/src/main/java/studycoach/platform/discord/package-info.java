/**
 * Discord, behind the port of {@link studycoach.chat}, by the library JDA, which is known here
 * only. Read {@link studycoach.platform.discord.DiscordAdapter} first.
 */
@NullMarked
package studycoach.platform.discord;

import org.jspecify.annotations.NullMarked;

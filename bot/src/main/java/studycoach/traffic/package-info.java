/**
 * What is measured of a chat platform: how fast people are served there, and how it treats the bot.
 * Read {@link studycoach.traffic.Traffic} first.
 */
@NullMarked
package studycoach.traffic;

import org.jspecify.annotations.NullMarked;

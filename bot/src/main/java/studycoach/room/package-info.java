/**
 * The product without a token: the bot in a terminal, with a data folder and a clock of its own.
 * Read {@link studycoach.room.Room} first.
 */
@NullMarked
package studycoach.room;

import org.jspecify.annotations.NullMarked;

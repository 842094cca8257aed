/**
 * The room in the terminal: a chat platform for one screen, on which several people are played.
 * What stands in the room is kept in a file of its own, as a real platform keeps it. Read {@link
 * studycoach.platform.terminal.TerminalRoom} first, then {@link
 * studycoach.platform.terminal.TerminalAdapter}.
 */
@NullMarked
package studycoach.platform.terminal;

import org.jspecify.annotations.NullMarked;

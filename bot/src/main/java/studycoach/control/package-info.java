/**
 * What a command of another process asks the running bot, over loopback and with a key that only
 * the data folder's owner can read. Read {@link studycoach.control.ControlServer} first.
 */
@NullMarked
package studycoach.control;

import org.jspecify.annotations.NullMarked;

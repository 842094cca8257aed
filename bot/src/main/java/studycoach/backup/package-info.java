/**
 * The whole database in one file, made while the bot works, and back again. Read {@link
 * studycoach.backup.Backup} first.
 */
@NullMarked
package studycoach.backup;

import org.jspecify.annotations.NullMarked;

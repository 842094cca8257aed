/**
 * Question packs: one folder per exam, read from YAML into values, with errors that name file, line
 * and key. Read {@link studycoach.pack.Question} first.
 */
@NullMarked
package studycoach.pack;

import org.jspecify.annotations.NullMarked;

/**
 * Question packs: one folder per exam, read from YAML into values, with problems that name file,
 * line and key. Read {@link studycoach.pack.Question} first, then {@link studycoach.pack.Bank}.
 */
@NullMarked
package studycoach.pack;

import org.jspecify.annotations.NullMarked;

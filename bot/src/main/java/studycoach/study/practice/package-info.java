/**
 * Private practice: sessions, the questions asked in them, the log of what was answered, and what
 * is asked next, be it new or to be reviewed. Read {@link studycoach.study.practice.Session} first,
 * then {@link studycoach.study.practice.Agenda}.
 */
@NullMarked
package studycoach.study.practice;

import org.jspecify.annotations.NullMarked;

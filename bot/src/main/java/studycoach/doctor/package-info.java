/**
 * What keeps a bot from working, looked at without changing anything: each check looks at one
 * thing, and has a while for it. Read {@link studycoach.doctor.Check} and {@link
 * studycoach.doctor.Round} first.
 */
@NullMarked
package studycoach.doctor;

import org.jspecify.annotations.NullMarked;

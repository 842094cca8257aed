/**
 * Jobs that run at a moment, in this process or another on the same database: a thin layer over
 * db-scheduler, which nothing else knows. Read {@link studycoach.schedule.Schedule} first.
 */
@NullMarked
package studycoach.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * What the bot tells its operator of itself by HTTP: whether it lives, whether it is ready, and its
 * metrics. Read {@link studycoach.health.Health} first.
 */
@NullMarked
package studycoach.health;

import org.jspecify.annotations.NullMarked;

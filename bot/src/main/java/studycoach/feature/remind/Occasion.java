package studycoach.feature.remind;

import java.time.Instant;

/**
 * Something to remind somebody of, once.
 *
 * @param subject a drop's id, or a day as days since 1970: the Sunday that ends a week, or that of
 *     reviews
 */
record Occasion(long subject, Instant at) {}

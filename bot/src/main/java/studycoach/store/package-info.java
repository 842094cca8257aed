/**
 * The one SQL database: opening it, bringing its schema up to date, and the values that both
 * dialects store alike. Read {@link studycoach.store.Database} first.
 */
@NullMarked
package studycoach.store;

import org.jspecify.annotations.NullMarked;

/**
 * Posts that happen once: every message that nobody is waiting for is a row before it is sent, and
 * is looked for before it is sent again. Read {@link studycoach.delivery.Outbox} first.
 */
@NullMarked
package studycoach.delivery;

import org.jspecify.annotations.NullMarked;

/**
 * The bot on chat platforms, as long as the process lives. Read {@link studycoach.service.Service}
 * first.
 */
@NullMarked
package studycoach.service;

import org.jspecify.annotations.NullMarked;

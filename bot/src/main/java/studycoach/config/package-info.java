/**
 * What an operator sets, read from {@code config/coach.yaml} and the environment; every error names
 * the setting. Read {@link studycoach.config.Settings} first.
 */
@NullMarked
package studycoach.config;

import org.jspecify.annotations.NullMarked;

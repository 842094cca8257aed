/**
 * Text without any platform's punctuation: runs of words with a meaning, which each platform draws
 * in its own way. Read {@link studycoach.markup.Markup} first.
 */
@NullMarked
package studycoach.markup;

import org.jspecify.annotations.NullMarked;

/**
 * What a guesser scores who knows nothing of the subject and looks at form alone: where that beats
 * chance, keys give themselves away. Read {@link studycoach.pack.guess.Guessing} first.
 */
@NullMarked
package studycoach.pack.guess;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of the guessers, on made-up items whose give-away is known. Read {@link
 * studycoach.pack.guess.GuessingTest} first.
 */
@NullMarked
package studycoach.pack.guess;

import org.jspecify.annotations.NullMarked;

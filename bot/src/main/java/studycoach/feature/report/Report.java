package studycoach.feature.report;

import java.util.Optional;

/**
 * What somebody says is wrong about a question.
 *
 * @param home of the account that says so
 * @param version of the question's wording that it is about
 * @param text as they wrote it; anything may be in it
 * @param dismissedBy the organiser who sees no need to act, by the home of their account
 */
record Report(
    long id,
    long group,
    long home,
    String question,
    String version,
    String text,
    Optional<Long> dismissedBy) {}

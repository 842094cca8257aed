package studycoach.feature.report;

import java.util.Optional;

/**
 * What somebody says is wrong about a question.
 *
 * @param version of the question's wording that it is about
 * @param text as they wrote it; anything may be in it
 * @param dismissedBy the organiser who sees no need to act
 */
record Report(
    long id,
    long group,
    long learner,
    String question,
    String version,
    String text,
    Optional<Long> dismissedBy) {}

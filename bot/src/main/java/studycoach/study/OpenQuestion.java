package studycoach.study;

/**
 * A question that can be answered now.
 *
 * @param answered whether the learner who asks has answered it, finally or under seal
 */
public record OpenQuestion(Drop drop, DropQuestion question, boolean answered) {}

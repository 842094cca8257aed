package studycoach.study.practice;

/** What a session is for. */
public enum Kind {
  /** Practice of what is wished for, the new before the old. */
  QUIZ,
  /** Review of what was answered before, when it is about to be forgotten. */
  REVIEW
}

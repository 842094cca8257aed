package studycoach.pack;

/** Whether an exam can be taken today. */
public enum ExamStatus {
  OPEN,
  BETA,
  CLOSED
}

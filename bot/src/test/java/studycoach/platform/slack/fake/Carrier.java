package studycoach.platform.slack.fake;

/** A way to an app. */
interface Carrier {
  /** Whether somebody is there to take it. */
  boolean carry(Envelope envelope);
}

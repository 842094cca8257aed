package studycoach.service;

import java.util.List;

/**
 * A channel of a platform, with a bot and {@link #PEOPLE} people, who are numbered from 0. The
 * first is an administrator.
 */
interface Side {
  int PEOPLE = 50;

  /** The bot, as it starts on the data that it left. */
  Service start();

  Told setsUp();

  /** A live quiz of so many questions of a minute each. */
  Told startsLive(int questions);

  /** Presses a button of the first post for all that holds some words. */
  Told presses(int person, String post, String label);

  Told answers(int person, String post, List<String> letters);

  /** What all see, the oldest first, without formatting. */
  List<String> posts();

  /** The number of edits of what all see. */
  long edits();

  /** How often we were told to slow down. */
  long refused();

  List<String> violations();

  /** What somebody was answered; empty until then. */
  @FunctionalInterface
  interface Told {
    String text();
  }
}

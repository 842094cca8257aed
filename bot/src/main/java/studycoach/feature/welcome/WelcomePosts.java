package studycoach.feature.welcome;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import studycoach.chat.Block;
import studycoach.chat.Destination;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.markup.Markup;
import studycoach.study.Buttons;

/** The greetings. */
final class WelcomePosts implements PostSource {
  static final String KIND = "welcome";
  private static final Duration TIMELY = Duration.ofDays(1);

  private final String root;
  private final WelcomeDao welcomes;
  private final Clock clock;

  WelcomePosts(String root, WelcomeDao welcomes, Clock clock) {
    this.root = root;
    this.welcomes = welcomes;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Not where a group has started meanwhile, nor days later. */
  @Override
  public boolean isWanted(long subject, Destination to) {
    Joined joined = welcomes.find(subject).orElseThrow();
    return isTimely(joined, clock) && !welcomes.isUsed(joined.channel());
  }

  static boolean isTimely(Joined joined, Clock clock) {
    return joined.at().plus(TIMELY).isAfter(clock.instant());
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    return Message.of(
        new Block.Title(Markup.of("Hello, I am your study coach")),
        new Block.Text(
            Markup.of(
                "I post an exam question in a channel every day at the same time, mark each answer"
                    + " for whoever gave it alone, and show to all later what was right and why.")),
        new Block.Text(
            Markup.of(
                "I count the days that you keep up, and post a board of everyone's points each"
                    + " week.")),
        new Block.Text(
            Markup.of("To begin, press the button, or use ")
                .code("/" + root + " setup")
                .text(
                    " in the channel where the questions are to come. That is for whoever manages"
                        + " this place. All that I can do: ")
                .code("/" + root + " help")),
        new Block.Controls(List.of(Buttons.setup(key))));
  }
}

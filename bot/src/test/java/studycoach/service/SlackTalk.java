package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;

/**
 * What is said in one channel of a fake Slack. Whoever says something waits for the answer.
 *
 * @param reader sees what stands in the channel
 */
record SlackTalk(FakeSlack slack, FakeChannel channel, FakePerson reader, KeyReader keys) {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Waits, whatever happens to the bot's own threads meanwhile: they are to get over it. */
  static ConditionFactory soon() {
    return await().dontCatchUncaughtExceptions().atMost(SOON);
  }

  static FakeMessage answered(FakeInteraction interaction) {
    soon().until(() -> !interaction.messages().isEmpty());
    return interaction.messages().get(0);
  }

  FakeMessage types(FakePerson person, String line) {
    return answered(person.command(channel, "/coach", line));
  }

  /** How often these words stand in the channel. */
  long standing(String words) {
    return Pattern.compile(Pattern.quote(words))
        .matcher(slack.seenBy(reader, channel))
        .results()
        .count();
  }

  /** The question that is open. */
  FakeMessage drop() {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Open until"))
        .findFirst()
        .orElseThrow();
  }

  List<String> right() {
    return keys.read(drop().text()).right();
  }

  /** Answers the open question. */
  FakeMessage answers(FakePerson person, List<String> letters) {
    if (letters.size() == 1) {
      return answered(person.presses(drop(), letters.get(0)));
    }
    person.checks(drop(), letters.toArray(String[]::new));
    return answered(person.presses(drop(), "Submit"));
  }
}

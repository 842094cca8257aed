package studycoach.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;

/** People who answer every open question that they see, each on a thread, whatever is killed. */
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration LATER = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final int NEWEST = 80;
  private static final int SHOWN = 6;
  private static final int LONGEST_BREAK = 150;

  private final KeyReader keys;
  private final Ledger ledger;
  private final Map<String, KeyReader.Letters> letters = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean leaving;

  Crowd(KeyReader keys, Ledger ledger) {
    this.keys = keys;
    this.ledger = ledger;
  }

  /** Somebody answers in these channels from now on. */
  void joins(FakePerson person, List<FakeChannel> channels, long seed) {
    Thread thread =
        new Thread(() -> answers(person, channels, new Random(seed)), "person " + person.name());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** All finish what they have begun. */
  void leaves() throws InterruptedException {
    leaving = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void answers(FakePerson person, List<FakeChannel> channels, Random random) {
    Set<FakeMessage> done = new HashSet<>();
    while (!leaving) {
      for (FakeMessage question : open(channels.get(random.nextInt(channels.size())), done)) {
        Ledger.Outcome outcome = answer(person, question, random);
        boolean again =
            outcome == Ledger.Outcome.UNKNOWN
                || outcome == Ledger.Outcome.LATER
                || (outcome == Ledger.Outcome.NOTED && random.nextInt(3) == 0)
                || (outcome == Ledger.Outcome.TAKEN && random.nextInt(20) == 0);
        if (!again) {
          done.add(question);
        } else if (outcome == Ledger.Outcome.UNKNOWN || outcome == Ledger.Outcome.LATER) {
          Fleet.pause(LATER);
        }
      }
      Fleet.pause(Duration.ofMillis(random.nextInt(LONGEST_BREAK)));
    }
  }

  private static List<FakeMessage> open(FakeChannel channel, Set<FakeMessage> done) {
    List<FakeMessage> all = channel.all();
    List<FakeMessage> posts =
        all.subList(Math.max(0, all.size() - NEWEST), all.size()).stream()
            .filter(message -> message.metadata().has("event_type"))
            .toList();
    List<FakeMessage> open = new ArrayList<>();
    for (FakeMessage post : posts.subList(Math.max(0, posts.size() - SHOWN), posts.size())) {
      if (!done.contains(post) && post.text().contains("Open until")) {
        open.add(post);
      } else {
        done.add(post);
      }
    }
    return open;
  }

  private Ledger.Outcome answer(FakePerson person, FakeMessage question, Random random) {
    try {
      KeyReader.Letters shown =
          letters.computeIfAbsent(question.ts(), ts -> keys.read(question.text()));
      List<String> options =
          new ArrayList<>(Stream.concat(shown.right().stream(), shown.wrong().stream()).toList());
      Collections.shuffle(options, random);
      List<String> chosen = options.subList(0, shown.right().size()).stream().sorted().toList();
      String read = read(SlackTrial.answer(person, question, chosen));
      return ledger.note(Ledger.Key.of(question, person), String.join(" and ", chosen), read);
    } catch (AssertionError e) {
      return Ledger.Outcome.REFUSED; // It was closed between the look and the press.
    }
  }

  /** What somebody reads at last; empty if they give up. */
  private static String read(FakeInteraction interaction) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos() && !interaction.failed()) {
      if (!interaction.messages().isEmpty()) {
        return interaction.messages().get(0).text();
      }
      Fleet.pause(LOOK);
    }
    return interaction.messages().stream().map(FakeMessage::text).findFirst().orElse("");
  }
}

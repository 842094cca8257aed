package studycoach.feature.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import studycoach.study.board.Tallies;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Whoever presses what and when, through restarts: scores and tallies are those of the presses. */
class LiveLogTest {
  private static final int SECONDS = 10;

  /** What somebody was told to be noted last in a question. */
  private record Noted(boolean right, Instant at) {}

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void scoresAndTalliesEqualARecountOfTheLastChoices(@ForAll long seed) {
    try (Evening evening = new Evening(new Random(seed))) {
      evening.begins();
      while (!evening.isOver()) {
        evening.goesOn();
      }
      evening.check();
    }
  }

  private static final class Evening implements AutoCloseable {
    private final Random random;
    private final World world = new World(TestDatabase.H2, "2026-03-27T10:00:00Z");
    private final List<Person> people;
    private final Map<String, Map<Person, Noted>> noted = new HashMap<>();
    private int steps;

    Evening(Random random) {
      this.random = random;
      world.chat().manager("amira").runs("setup exam:MLS-C01 time:09:00 zone:UTC");
      people =
          IntStream.rangeClosed(1, 1 + random.nextInt(5))
              .mapToObj(i -> world.chat().person("person" + i))
              .toList();
    }

    void begins() {
      people.get(0).runs("live start count:4 seconds:" + SECONDS);
      people.stream()
          .filter(person -> person == people.get(0) || random.nextBoolean())
          .forEach(person -> person.presses("Join"));
      people.get(0).presses("Start now");
    }

    boolean isOver() {
      return world.chat().texts().stream().anyMatch(text -> text.startsWith("The live quiz is"));
    }

    void goesOn() {
      steps++;
      int what = random.nextInt(10);
      if (what == 0) {
        world.isDownUntil(now().plusSeconds(random.nextInt(15)).toString());
      } else if (what < 4) {
        world.passes(Duration.ofMillis(random.nextInt(4_000)));
      } else if (what == 4 && steps > 40) {
        people.get(0).runs("live stop");
      } else {
        presses(people.get(random.nextInt(people.size())), random.nextBoolean());
      }
    }

    private Instant now() {
      return world.clock().instant();
    }

    private void presses(Person person, boolean right) {
      String shown = world.chat().texts().get(latest());
      if (shown.contains("Time is up")) {
        return;
      }
      List<String> letters = new ArrayList<>(world.right(shown));
      if (!right) {
        letters.set(0, world.wrong(shown).get(0));
      }
      if (person.answers(letters).last().startsWith("Noted: ")) {
        noted
            .computeIfAbsent(world.questionIn(shown).id(), id -> new HashMap<>())
            .put(person, new Noted(right, now()));
      }
    }

    private int latest() {
      List<String> texts = world.chat().texts();
      return IntStream.range(0, texts.size())
          .filter(at -> texts.get(at).startsWith("Live question"))
          .max()
          .orElseThrow();
    }

    void check() {
      assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
      String board = world.chat().lastText();
      for (Person person : people) {
        List<Map.Entry<String, Noted>> own =
            noted.entrySet().stream()
                .filter(question -> question.getValue().containsKey(person))
                .map(question -> Map.entry(question.getKey(), question.getValue().get(person)))
                .toList();
        int points = own.stream().mapToInt(one -> points(one.getKey(), one.getValue())).sum();
        long right = own.stream().filter(one -> one.getValue().right()).count();
        String line =
            person.user().id() + " · " + points + " · " + right + " of " + own.size() + " right";
        if (own.isEmpty()) {
          assertThat(board).doesNotContain(person.user().id());
        } else {
          assertThat(board).contains(line);
        }
        assertThat(
                number(
                    "SELECT COALESCE(SUM(t.points), 0) FROM board_tally t JOIN account a"
                        + " ON a.learner_id = t.learner_id WHERE t.period = 'all'"
                        + " AND t.domain = '' AND a.user_id = :key",
                    person.user().id()))
            .isEqualTo(
                own.stream()
                    .filter(one -> one.getValue().right())
                    .mapToLong(
                        one ->
                            number(
                                "SELECT worth FROM drop_question WHERE question_id = :key",
                                one.getKey()))
                    .sum());
      }
    }

    private static int share(Instant opened, Instant at) {
      return (int) (20 * (SECONDS * 1_000L - Duration.between(opened, at).toMillis()))
          / (SECONDS * 1_000);
    }

    private int points(String question, Noted choice) {
      Instant opened =
          world
              .database()
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery(
                              "SELECT d.opened_at FROM group_drop d JOIN drop_question q"
                                  + " ON q.drop_id = d.id WHERE q.question_id = :question")
                          .bind("question", question)
                          .mapTo(Instant.class)
                          .one());
      return choice.right() ? 100 + share(opened, choice.at()) : 0;
    }

    private long number(String sql, String key) {
      return world
          .database()
          .jdbi()
          .withHandle(h -> h.createQuery(sql).bind("key", key).mapTo(Long.class).one());
    }

    @Override
    public void close() {
      world.close();
    }
  }
}

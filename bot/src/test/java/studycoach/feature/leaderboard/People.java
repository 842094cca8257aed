package studycoach.feature.leaderboard;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import studycoach.feature.leaderboard.Journal.Asked;
import studycoach.feature.leaderboard.Journal.Choice;
import studycoach.feature.leaderboard.Journal.Window;
import studycoach.pack.Question;
import studycoach.study.Learners;
import studycoach.testing.Person;
import studycoach.testing.World;

/** A group's people, who read what is posted, answer it, and note what they answered. */
final class People {
  private static final int COUNT = 60;
  private static final double CHANGES = 0.03;
  private static final double COPIES = 0.1;
  private static final int PRIVATE = -1;

  private final Random random = new Random(2026);
  private final World world;
  private final Journal journal;
  private final Learners learners;
  private final List<Inhabitant> all;
  private final List<Open> open = new ArrayList<>();
  private int seen;
  private boolean sealed;

  People(World world, Journal journal, Learners learners, LocalDate start) {
    this.world = world;
    this.journal = journal;
    this.learners = learners;
    this.all = IntStream.range(0, COUNT).mapToObj(at -> Inhabitant.of(at, start, random)).toList();
  }

  /** A question that can be answered, on the public message at a place. */
  private record Open(Asked asked, int place, List<String> right, List<String> wrong) {}

  List<Inhabitant> all() {
    return all;
  }

  void areUnderSeal(boolean seal) {
    sealed = seal;
  }

  /** All that was open has ended. */
  void seeTheReveal() {
    journal.reveals();
    open.clear();
  }

  /**
   * Sees what was posted since the last time.
   *
   * @param window of the drop, if there is one
   */
  void look(Supplier<Window> window) {
    int posted = world.chat().posts().size();
    List<Integer> places =
        IntStream.range(seen, posted)
            .filter(place -> world.chat().text(place).matches("(?s)(Extra q|Q)uestion .*"))
            .boxed()
            .toList();
    seen = posted;
    if (!places.isEmpty()) {
      Window opened = window.get();
      places.forEach(place -> open.add(opened(opened, place)));
    }
  }

  private Open opened(Window window, int place) {
    String text = world.chat().text(place);
    Question question = world.questionIn(text);
    int worth =
        switch (question.difficulty()) {
          case EASY -> 10;
          case MEDIUM -> 15;
          case HARD -> 20;
        };
    Asked asked = new Asked(window, question.id(), question.domain(), worth);
    return new Open(asked, place, world.right(text), world.wrong(text));
  }

  /** Some leave, or go away, or take themselves off the board. */
  void live(LocalDate day) {
    all.forEach(who -> lives(who, day));
  }

  private void lives(Inhabitant who, LocalDate day) {
    if (who.out().filter(days -> days.first().equals(day)).isPresent()
        && journal.isMember(who.name())) {
      world.chat().person(who.name()).runs("group leave").sees("You have left");
      journal.leaves(who.name());
    }
    who.vacation()
        .filter(days -> days.first().equals(day.plusDays(1)))
        .ifPresent(
            days -> {
              world
                  .chat()
                  .person(who.name())
                  .runs("settings from:" + days.first() + " to:" + days.last());
              journal.goesAway(
                  who.name(),
                  GroupYear.at(days.first(), LocalTime.MIDNIGHT),
                  GroupYear.at(days.last().plusDays(1), LocalTime.MIDNIGHT));
            });
    who.hidden()
        .filter(days -> days.first().equals(day) || days.last().equals(day))
        .ifPresent(days -> hides(who.name(), days.first().equals(day)));
  }

  private void hides(String name, boolean hide) {
    learners.setOnBoard(learners.of(world.chat().person(name).user(), name).id(), !hide);
    journal.hides(name, hide);
  }

  /** Everybody looks at what is open. */
  void sit(LocalDate day) {
    for (Inhabitant who : all) {
      for (Open asked : who.isThere(day) ? List.copyOf(open) : List.<Open>of()) {
        boolean again = journal.hasChosen(new Choice(who.name(), asked.asked()));
        if (random.nextDouble() < (again ? CHANGES : who.zeal())) {
          answers(who, !again && random.nextDouble() < COPIES ? copy(who) : asked);
        }
      }
    }
  }

  /** Their own copy of the first question that they have not answered. */
  private Open copy(Inhabitant who) {
    String text = world.chat().person(who.name()).runs("today").last();
    Open shown =
        open.stream().filter(o -> text.contains(o.asked().question())).findFirst().orElseThrow();
    return new Open(shown.asked(), PRIVATE, world.right(text), world.wrong(text));
  }

  private void answers(Inhabitant who, Open question) {
    boolean right = random.nextDouble() < who.skill();
    List<String> letters = new ArrayList<>(question.right());
    if (!right) {
      letters.set(0, question.wrong().get(random.nextInt(question.wrong().size())));
    }
    world.clock().advance(Duration.ofSeconds(1));
    press(world.chat().person(who.name()), question.place(), letters);
    hears(who.name(), question.asked(), right);
  }

  private static void press(Person person, int place, List<String> letters) {
    if (place == PRIVATE && letters.size() == 1) {
      person.presses(letters.get(0));
    } else if (place == PRIVATE) {
      person.chooses(letters);
    } else if (letters.size() == 1) {
      person.pressesOn(place, letters.get(0));
    } else {
      person.choosesOn(place, letters);
    }
  }

  private void hears(String name, Asked asked, boolean right) {
    Choice choice = new Choice(name, asked);
    if (journal.isFinal(choice)) {
      world.chat().person(name).sees("the first answer is final");
    } else if (sealed) {
      world.chat().person(name).sees("Noted: ");
      journal.seals(choice, right);
    } else {
      String points =
          journal.hasBeenRight(name, asked.question())
              ? "No points this time"
              : "+" + asked.worth() + " points.";
      world.chat().person(name).sees(right ? "Right." : "Not this time.").sees(right ? points : "");
      journal.answers(choice, right);
    }
  }
}

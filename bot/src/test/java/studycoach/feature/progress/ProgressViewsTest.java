package studycoach.feature.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.Png;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Streak;
import studycoach.study.Timetable;
import studycoach.study.draw.Accuracy;
import studycoach.study.progress.Exams;
import studycoach.study.progress.NextStep;
import studycoach.study.progress.Progress;
import studycoach.testing.Dots;
import studycoach.testing.Texts;

class ProgressViewsTest {
  private static final int CHARACTERS = 3_500;
  private static final int BLOCKS = 40;
  private static final String LONG = "Überwachte Überanpassung ".repeat(4) + "学習".repeat(40);
  private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");
  private static final Streak STREAK = new Streak(1234, 1234, 2, 1234, List.of());
  private static final Group GROUP =
      new Group(
          Long.MAX_VALUE,
          new GroupSettings(
              "X-1",
              new Timetable(
                  ZoneId.of("America/Argentina/ComodRivadavia"),
                  LocalTime.NOON,
                  Set.of(DayOfWeek.MONDAY)),
              5,
              false,
              Optional.empty(),
              DayOfWeek.MONDAY,
              Optional.empty(),
              false),
          false,
          false,
          new Timetable.Slot(LocalDate.parse("2026-03-27"), NOON),
          Optional.empty(),
          Optional.empty());

  private static Progress exam(int domains, int tasks) {
    return Exams.progress(
        IntStream.range(0, domains)
            .mapToObj(at -> Exams.domain("d" + at, LONG, 20, tasks, new Accuracy(4321, 9876)))
            .toList());
  }

  private static Message shown(Progress progress, Optional<String> chosen) {
    return shown(progress, Optional.empty(), chosen);
  }

  private static Message shown(Progress progress, Optional<Png> picture, Optional<String> chosen) {
    NextStep next = NextStep.of(List.of(), progress);
    return ProgressViews.own(
        GROUP,
        STREAK,
        progress,
        progress.days(GROUP.zone(), GROUP.settings().week()),
        picture,
        next,
        chosen);
  }

  @Property
  void anyExamFitsIntoAMessage(
      @ForAll @IntRange(min = 1, max = 10) int domains,
      @ForAll @IntRange(min = 1, max = 12) int tasks) {
    for (Optional<String> chosen : List.of(Optional.<String>empty(), Optional.of("d0"))) {
      Message message = shown(exam(domains, tasks), chosen);

      assertThat(Texts.of(message).length()).isLessThan(CHARACTERS);
      assertThat(message.blocks().size()).isLessThan(BLOCKS);
    }
  }

  @Test
  void whereNotAllTasksFitOneDomainIsChosen() {
    Message all = shown(exam(4, 4), Optional.empty());
    Message overview = shown(exam(4, 9), Optional.empty());

    assertThat(Texts.of(all)).contains("d0.0", "d3.3");
    assertThat(all.controls()).isEmpty();
    assertThat(Texts.of(overview)).doesNotContain("d0.0", "d3.3");
    assertThat(overview.controls())
        .singleElement()
        .isInstanceOfSatisfying(
            Control.Select.class, select -> assertThat(select.choices()).hasSize(4));
    assertThat(Texts.of(shown(exam(4, 9), Optional.of("d1"))))
        .contains("d1.0", "d1.8")
        .doesNotContain("d0.0");
    assertThat(shown(exam(4, 9), Optional.of("gone"))).isEqualTo(overview);
  }

  @Test
  void aPictureStandsForTheWordsAndChangesNothingElse() {
    for (Optional<String> chosen : List.of(Optional.<String>empty(), Optional.of("d1"))) {
      Message words = shown(exam(4, 9), chosen);
      Message pictured = shown(exam(4, 9), Optional.of(Dots.of(0)), chosen);

      assertThat(pictured.inWords()).isEqualTo(words);
      assertThat(pictured.images())
          .singleElement()
          .satisfies(
              image -> assertThat(image.alt()).startsWith("Your progress in X-1. Streak: 1234"));
      assertThat(pictured.controls()).isNotEmpty();
    }
  }

  @Test
  void aLongNameIsCutAfterAWord() {
    Progress progress =
        Exams.progress(
            List.of(
                Exams.domain(
                    "1",
                    "Build for performance, availability, scale, resilience",
                    9,
                    1,
                    new Accuracy(0, 0))));

    assertThat(Texts.of(shown(progress, Optional.empty())))
        .contains("1.0 Build for performance, availability…: not met yet");
  }
}

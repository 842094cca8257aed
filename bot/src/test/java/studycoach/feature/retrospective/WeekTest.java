package studycoach.feature.retrospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studycoach.pack.Domain;
import studycoach.study.draw.Accuracy;

class WeekTest {
  private static final Domain SMALL = new Domain("small", "Small", 35, List.of());
  private static final Domain LARGE = new Domain("large", "Large", 65, List.of());

  private static Tally drop(long question, int right, int answered) {
    return new Tally(question, "small", false, new Accuracy(right, answered));
  }

  private static Week week(Tally... tallies) {
    return new Week(5, List.of(tallies), new Accuracy(0, 0), Map.of());
  }

  @Test
  void theSmallestShareOfRightAnswersIsTheHardestAndOfTwoTheOneThatMoreHaveAnswered() {
    assertThat(week(drop(1, 2, 4), drop(2, 1, 4), drop(3, 2, 5)).hardest()).contains(drop(2, 1, 4));
    assertThat(week(drop(1, 2, 4), drop(2, 3, 6)).hardest()).contains(drop(2, 3, 6));
    assertThat(week(drop(2, 2, 4), drop(1, 2, 4)).hardest()).contains(drop(1, 2, 4));
  }

  @Test
  void whatAllGotRightOrFewerThanThreeAnsweredOrALiveQuizAskedIsNot() {
    Tally live = new Tally(1, "small", true, new Accuracy(0, 9));

    assertThat(week(drop(2, 9, 9), drop(3, 0, 2), live).hardest()).isEmpty();
    assertThat(week(drop(2, 9, 9), drop(3, 0, 2), live).all()).isEqualTo(new Accuracy(9, 20));
  }

  @Test
  void theFocusIsWhereMostOfTheExamIsLost() {
    Map<String, Accuracy> even =
        Map.of("small", new Accuracy(40, 100), "large", new Accuracy(60, 100));
    Map<String, Accuracy> uneven =
        Map.of("small", new Accuracy(0, 100), "large", new Accuracy(90, 100));
    List<Domain> domains = List.of(SMALL, LARGE);

    assertThat(new Week(1, List.of(), new Accuracy(0, 0), even).focus(domains)).contains(LARGE);
    assertThat(new Week(1, List.of(), new Accuracy(0, 0), uneven).focus(domains)).contains(SMALL);
    assertThat(week().focus(List.of())).isEmpty();
  }

  @Test
  void fewAnswersDoNotDecideTheFocus() {
    Map<String, Accuracy> ever =
        Map.of("small", new Accuracy(0, 1), "large", new Accuracy(60, 100));

    assertThat(new Week(1, List.of(), new Accuracy(0, 0), ever).focus(List.of(SMALL, LARGE)))
        .contains(LARGE);
  }
}

package studycoach.pack.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.pack.lint.TestFolder.DATA;
import static studycoach.pack.lint.TestFolder.EXAM;
import static studycoach.pack.lint.TestFolder.MODELING;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a pack that breaks it and no other. */
class LinterTest {
  @TempDir private Path questions;
  private TestFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new TestFolder(questions);
  }

  private record BadPack(Class<? extends Rule> rule, String finding, Consumer<TestFolder> spoil) {
    @Override
    public String toString() {
      return rule.getSimpleName();
    }
  }

  static Stream<BadPack> badPacks() {
    return Stream.of(
        new BadPack(
            BannedPhrases.class,
            "x-1/data.yaml:9: text: 'none of these' says nothing of its own;"
                + " write an option that does",
            good ->
                good.edit(
                    DATA,
                    "In an archive class of an object store",
                    "On magnetic tapes or in none of these")),
        new BadPack(
            NegativeStems.class,
            "x-1/modeling.yaml:20: stem: asks for what does not hold ('Which change may not');"
                + " ask for what does, or write NOT or EXCEPT",
            good ->
                good.edit(MODELING, "Which change may help it?", "Which change may not help it?")),
        new BadPack(
            StemEchoes.class,
            "x-1/data.yaml:9: text: words of the stem come back in this key alone:"
                + " museum, scans, nobody, opens",
            good ->
                good.edit(
                    DATA,
                    "In an archive class of an object store",
                    "In a museum of scans that nobody opens")),
        new BadPack(
            TellingAbsolutes.class,
            "x-1/data.yaml:10: text: is absolute, as only distractors are here",
            good ->
                good.edit(
                    DATA,
                    "On block volumes of a stopped machine",
                    "On block volumes that are never full")),
        new BadPack(
            OverlappingOptions.class,
            "x-1/modeling.yaml:23: text: can't be wrong or right apart from the option in line 22",
            good ->
                good.edit(
                    MODELING,
                    "A smaller share of validation rows",
                    "Larger weight of the penalty with rows")),
        new BadPack(
            Opposites.class,
            "x-1/modeling.yaml:22: text: is one of the only pair of opposites, which points to it",
            good ->
                good.edit(
                    MODELING,
                    "A smaller share of validation rows",
                    "A smaller weight of the penalty")),
        new BadPack(
            OutlyingKeys.class,
            "x-1/modeling.yaml:22: text: stands out by its length: 64 characters,"
                + " the distractors have 31 to 34",
            good ->
                good.edit(
                    MODELING,
                    "A larger weight of the penalty",
                    "A larger weight of the penalty that is put on squares of weights")),
        new BadPack(
            MixedEndings.class,
            "x-1/modeling.yaml:21: options: some end with a full stop and some don't",
            good ->
                good.edit(
                    MODELING, "A larger weight of the penalty", "A larger weight of the penalty.")),
        new BadPack(
            ExplanationLengths.class,
            "x-1/data.yaml:13: explanation: has two to five sentences, this one has 1",
            good -> good.edit(DATA, " Reading from them takes hours.", "")),
        new BadPack(
            OldNames.class,
            "x-1/data.yaml:10: text: 'Blue Lake' was renamed (2025-01-02); now: Amazon Green Lake",
            good ->
                good.edit(
                    DATA,
                    "On block volumes of a stopped machine",
                    "In a Blue Lake of a stopped machine")),
        new BadPack(
            ClosedServices.class,
            "x-1/data.yaml:9: text: 'Blue Lake Looker' was shut down; now: Green Lake Viewer",
            good ->
                good.edit(
                    DATA,
                    "In an archive class of an object store",
                    "In an archive class of Blue Lake Looker")),
        new BadPack(
            NearDuplicates.class,
            "x-1/modeling.yaml:20: stem: x-004 reads almost like x-001 in x-1/data.yaml:2"
                + " (likeness 0.86 of 1)",
            good ->
                good.edit(
                    MODELING,
                    "A net fits its training rows well and fails on new ones. Which change may help it?",
                    "Nobody opens the scans that a library keeps for years. Where do they cost least?")),
        new BadPack(
            DomainShares.class,
            "x-1/exam.yaml:19: weight: data has 2 of 4 questions, 50.0 %; 3 would be due",
            good ->
                good.edit(EXAM, "weight: 50", "weight: 75")
                    .edit(EXAM, "weight: 50", "weight: 25")));
  }

  @Test
  void findsNothingInAGoodFolder() {
    assertThat(folder.bank().problems()).isEmpty();
    assertThat(folder.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("badPacks")
  void eachBadPackBreaksItsRuleAndNoOther(BadPack bad) {
    bad.spoil.accept(folder);

    assertThat(folder.bank().problems()).isEmpty();
    assertThat(folder.bank().bank().packs().get(0).questions()).hasSize(4);
    assertThat(folder.findings()).contains(bad.finding);
    assertThat(
            Linter.rules(folder.services()).stream()
                .filter(rule -> rule.findings(folder.bank()).findAny().isPresent())
                .map(Rule::getClass))
        .isEqualTo(List.of(bad.rule));
  }

  @Test
  void everyRuleHasABadPack() {
    assertThat(Linter.rules(List.of()).stream().map(Rule::getClass))
        .containsExactlyInAnyOrderElementsOf(badPacks().map(BadPack::rule).toList());
  }
}

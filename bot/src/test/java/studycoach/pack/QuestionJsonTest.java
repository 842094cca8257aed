package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuestionJsonTest {
  private static final Question QUESTION =
      new Question(
          "x-001",
          "1.1",
          "data",
          QuestionType.ORDERING,
          Difficulty.EASY,
          List.of("s3"),
          "Order <these> & \"those\".",
          new Body.Ordering(List.of(new Body.Step("Split", "First."))),
          "Idea.",
          List.of(URI.create("https://example.org/a")),
          LocalDate.of(2026, 11, 21),
          Optional.of("Ada"),
          Optional.empty(),
          List.of());

  private static final String JSON =
      "{\"author\":\"Ada\","
          + "\"body\":{\"kind\":\"ordering\",\"steps\":[{\"text\":\"Split\",\"why\":\"First.\"}]},"
          + "\"checked\":\"2026-11-21\",\"difficulty\":\"EASY\",\"domain\":\"data\",\"enemies\":[],"
          + "\"explanation\":\"Idea.\",\"id\":\"x-001\",\"services\":[\"s3\"],"
          + "\"sources\":[\"https://example.org/a\"],"
          + "\"stem\":\"Order <these> & \\\"those\\\".\",\"task\":\"1.1\",\"type\":\"ORDERING\"}";

  /** Stored drops hold this text: a change here makes them unreadable or changes their versions. */
  @Example
  void writesTheFormThatIsStoredInDatabases() {
    assertThat(QuestionJson.write(QUESTION)).isEqualTo(JSON);
    assertThat(QuestionJson.version(QUESTION)).isEqualTo("4291a94287e5");
  }

  @Example
  void ignoresFieldsOfAnotherRelease() {
    assertThat(QuestionJson.read("{\"colour\":1," + JSON.substring(1))).isEqualTo(QUESTION);
  }

  @Example
  void refusesWhatIsNoQuestion() {
    for (String json :
        List.of(
            "",
            "null x",
            "[]",
            "{}",
            JSON + "{}",
            JSON.replace("ordering", "essay"),
            JSON.replace("\"id\":\"x-001\",", ""),
            JSON.replace("\"Split\"", "null"))) {
      assertThatIllegalArgumentException()
          .as(json)
          .isThrownBy(() -> QuestionJson.read(json))
          .withMessageStartingWith("not a question");
    }
  }

  @Property(tries = 500)
  void readsWhatItWrote(@ForAll("questions") Question question) {
    String json = QuestionJson.write(question);
    Question read = QuestionJson.read(json);

    assertThat(read).isEqualTo(question);
    assertThat(QuestionJson.write(read)).isEqualTo(json);
    assertThat(QuestionJson.version(read))
        .isEqualTo(QuestionJson.version(question))
        .matches("[0-9a-f]{12}");
  }

  @Property(tries = 500)
  void givesEqualVersionsToEqualQuestionsOnly(
      @ForAll("questions") Question one, @ForAll("questions") Question other) {
    assertThat(QuestionJson.version(one).equals(QuestionJson.version(other)))
        .isEqualTo(one.equals(other));
  }

  @Property(tries = 200)
  void changesTheVersionWithAnyEdit(
      @ForAll("questions") Question question, @ForAll("edits") Edit edit) {
    Question edited = edit.apply(question);

    assertThat(QuestionJson.version(edited)).isNotEqualTo(QuestionJson.version(question));
  }

  /** A change of one component to something else. */
  private enum Edit {
    ID,
    DOMAIN,
    STEM,
    EXPLANATION,
    CHECKED,
    BODY,
    SOURCES,
    ENEMIES,
    AUTHOR;

    Question apply(Question q) {
      return new Question(
          q.id() + (this == ID ? "x" : ""),
          q.task(),
          q.domain() + (this == DOMAIN ? "x" : ""),
          q.type(),
          q.difficulty(),
          q.services(),
          q.stem() + (this == STEM ? " " : ""),
          this == BODY ? longer(q.body()) : q.body(),
          q.explanation() + (this == EXPLANATION ? "." : ""),
          this == SOURCES ? more(q.sources(), URI.create("https://example.org/more")) : q.sources(),
          this == CHECKED ? q.checked().plusDays(1) : q.checked(),
          this == AUTHOR ? Optional.of(q.author().orElse("") + "x") : q.author(),
          q.licence(),
          this == ENEMIES ? more(q.enemies(), "x") : q.enemies());
    }

    private static Body longer(Body body) {
      if (body instanceof Body.Choices choices) {
        return new Body.Choices(more(choices.options(), new Body.Option("", false, "")));
      }
      if (body instanceof Body.Ordering ordering) {
        return new Body.Ordering(more(ordering.steps(), new Body.Step("", "")));
      }
      return new Body.Matching(more(((Body.Matching) body).pairs(), new Body.Pair("", "", "")));
    }

    private static <T> List<T> more(List<T> list, T entry) {
      return Stream.concat(list.stream(), Stream.of(entry)).toList();
    }
  }

  @Provide
  Arbitrary<Edit> edits() {
    return Arbitraries.of(Edit.class);
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<List<String>> words = text().list().ofMaxSize(3);
    return Combinators.combine(
            Combinators.combine(text(), text(), text()).as(List::of),
            Arbitraries.of(QuestionType.class),
            Arbitraries.of(Difficulty.class),
            Combinators.combine(words, words).as(List::of),
            bodies(),
            sources(),
            Arbitraries.integers().between(-100_000, 100_000).map(LocalDate::ofEpochDay),
            Combinators.combine(text().optional(), text().optional()).as(List::of))
        .as(
            (texts, type, difficulty, lists, body, sources, checked, maybe) ->
                new Question(
                    texts.get(0),
                    "1.1",
                    "data",
                    type,
                    difficulty,
                    lists.get(0),
                    texts.get(1),
                    body,
                    texts.get(2),
                    sources,
                    checked,
                    maybe.get(0),
                    maybe.get(1),
                    lists.get(1)));
  }

  private static Arbitrary<Body> bodies() {
    Arbitrary<Body.Option> option =
        Combinators.combine(text(), Arbitraries.of(true, false), text()).as(Body.Option::new);
    Arbitrary<Body.Step> step = Combinators.combine(text(), text()).as(Body.Step::new);
    Arbitrary<Body.Pair> pair = Combinators.combine(text(), text(), text()).as(Body.Pair::new);
    return Arbitraries.oneOf(
        option.list().ofMaxSize(6).map(Body.Choices::new),
        step.list().ofMaxSize(5).map(Body.Ordering::new),
        pair.list().ofMaxSize(7).map(Body.Matching::new));
  }

  private static Arbitrary<List<URI>> sources() {
    return Arbitraries.strings()
        .alpha()
        .ofMinLength(1)
        .map(path -> URI.create("https://example.org/" + path))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\uD7FF')
        .withChars('"', '\\', '\n', '<', '\u2028')
        .ofMaxLength(20);
  }
}

package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommandLineRoundTripTest {
  /** A command and what is given to it. */
  record Given(Command command, Arguments arguments) {}

  @Property(tries = 500)
  void aFormattedCommandReadsAsItself(@ForAll("given") Given given) {
    String line = CommandLine.format(given.command().name(), given.arguments());

    Incoming.CommandCall call = Examples.parse(line);

    assertThat(call.command()).isEqualTo(given.command().name());
    assertThat(call.arguments()).isEqualTo(given.arguments());
  }

  @Property(tries = 500)
  void anyLineIsReadOrRefused(@ForAll String line) {
    readsOrRefuses(line);
    CommandLine.complete(Examples.COMMANDS, Examples.ORIGIN, line);
  }

  @Property(tries = 1000)
  void anyMixOfPiecesIsReadOrRefused(@ForAll("pieces") List<String> pieces) {
    String line = String.join("", pieces);
    readsOrRefuses(line);
    CommandLine.complete(Examples.COMMANDS, Examples.ORIGIN, line);
  }

  private static void readsOrRefuses(String line) {
    try {
      assertThat(Examples.parse(line).command()).isNotEmpty();
    } catch (UserError e) {
      assertThat(e.said()).isNotEmpty().hasSizeLessThan(500);
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "setup",
            "group",
            "invite",
            "exam",
            "exam:",
            "questions:",
            "feedback:",
            "who:",
            "until:",
            " ",
            " ",
            "\"",
            "“",
            "\\",
            ":",
            "3",
            "sealed",
            "@amira",
            "@learners",
            "role:",
            "yes",
            "\ud83d",
            "2026-11-21",
            "\n",
            "https://x",
            "99999999999")
        .list()
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<Given> given() {
    return Arbitraries.of(Examples.COMMANDS)
        .flatMap(command -> arguments(command).map(values -> new Given(command, values)));
  }

  private static Arbitrary<Arguments> arguments(Command command) {
    List<Arbitrary<Optional<Object>>> values =
        command.options().stream()
            .map(option -> option.accept(new Values()).optional(0.7))
            .toList();
    return Combinators.combine(values)
        .as(
            given -> {
              Map<String, Object> byName = new HashMap<>();
              for (int i = 0; i < given.size(); i++) {
                String name = command.options().get(i).name();
                given.get(i).ifPresent(value -> byName.put(name, value));
              }
              return new Arguments(byName);
            });
  }

  private static final class Values implements Option.Visitor<Arbitrary<Object>> {
    @Override
    public Arbitrary<Object> text(Option.Text option) {
      Arbitrary<String> any = Arbitraries.strings().ofMaxLength(100);
      Arbitrary<String> tricky = Arbitraries.strings().withChars("\"\\ :“”\n/ae@").ofMaxLength(20);
      return Arbitraries.oneOf(any, tricky).asGeneric();
    }

    @Override
    public Arbitrary<Object> number(Option.Number option) {
      return Arbitraries.integers().between(option.from(), option.to()).asGeneric();
    }

    @Override
    public Arbitrary<Object> choice(Option.Choice option) {
      return Arbitraries.of(option.words()).asGeneric();
    }

    @Override
    public Arbitrary<Object> flag(Option.Flag option) {
      return Arbitraries.of(true, false).asGeneric();
    }

    @Override
    public Arbitrary<Object> person(Option.Person option) {
      return Arbitraries.of(Examples.AMIRA, Examples.BEN).asGeneric();
    }

    @Override
    public Arbitrary<Object> role(Option.Role option) {
      return Arbitraries.of(Examples.LEARNERS, Examples.NIGHT_OWLS).asGeneric();
    }

    @Override
    public Arbitrary<Object> date(Option.Date option) {
      return Arbitraries.longs()
          .between(-900_000, 5_000_000)
          .map(LocalDate::ofEpochDay)
          .asGeneric();
    }
  }
}

package studycoach.chat;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what was typed for an option into its value; empty if it is none. */
final class OptionReader implements Option.Visitor<Optional<Object>> {
  private final String typed;
  private final Incoming.Typed line;

  OptionReader(String typed, Incoming.Typed line) {
    this.typed = typed;
    this.line = line;
  }

  @Override
  public Optional<Object> text(Option.Text option) {
    return Optional.of(typed);
  }

  @Override
  public Optional<Object> number(Option.Number option) {
    try {
      int number = Integer.parseInt(typed);
      boolean fits = option.from() <= number && number <= option.to();
      return fits ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Object> choice(Option.Choice option) {
    return option.words().stream()
        .filter(typed::equals)
        .findFirst()
        .or(() -> option.words().stream().filter(typed::equalsIgnoreCase).findFirst())
        .map(Object.class::cast);
  }

  @Override
  public Optional<Object> flag(Option.Flag option) {
    return switch (typed.toLowerCase(Locale.ROOT)) {
      case "yes", "on", "true" -> Optional.of(true);
      case "no", "off", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Object> person(Option.Person option) {
    return named(line.people());
  }

  @Override
  public Optional<Object> role(Option.Role option) {
    return named(line.roles());
  }

  private Optional<Object> named(Map<String, ?> byWords) {
    return Stream.of(typed, "@" + typed)
        .flatMap(words -> Optional.<Object>ofNullable(byWords.get(words)).stream())
        .findFirst();
  }

  @Override
  public Optional<Object> date(Option.Date option) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

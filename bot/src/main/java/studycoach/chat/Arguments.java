package studycoach.chat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The options given to a command, by name: text and choices as {@code String}, numbers as {@code
 * Integer}, flags as {@code Boolean}, people as {@code UserRef}, roles as {@code RoleRef}, days as
 * {@code LocalDate}.
 */
public record Arguments(Map<String, Object> values) {
  public Arguments {
    values = Map.copyOf(values);
  }

  public static Arguments none() {
    return new Arguments(Map.of());
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Optional<String> text(String name) {
    return value(name, String.class);
  }

  public Optional<Integer> number(String name) {
    return value(name, Integer.class);
  }

  public Optional<Boolean> flag(String name) {
    return value(name, Boolean.class);
  }

  public Optional<UserRef> person(String name) {
    return value(name, UserRef.class);
  }

  public Optional<RoleRef> role(String name) {
    return value(name, RoleRef.class);
  }

  public Optional<LocalDate> date(String name) {
    return value(name, LocalDate.class);
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).map(type::cast);
  }
}

package studycoach.chat;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Something to press or to choose from. */
public sealed interface Control {

  /** What using it means; empty if the platform does it alone. */
  Optional<ActionId> action();

  /**
   * A button.
   *
   * @param label at most 75 characters
   */
  record Button(String label, ActionId id) implements Control {
    @Override
    public Optional<ActionId> action() {
      return Optional.of(id);
    }
  }

  /** A button that opens a page. */
  record LinkButton(String label, URI to) implements Control {
    @Override
    public Optional<ActionId> action() {
      return Optional.empty();
    }
  }

  /**
   * A list to choose from.
   *
   * @param prompt what to choose, and how many
   * @param min how many must be chosen, 1 to {@code max}
   * @param max how many may be chosen, up to the number of choices
   */
  record Select(String prompt, ActionId id, List<SelectOption> choices, int min, int max)
      implements Control {
    public Select {
      choices = List.copyOf(choices);
      if (min < 1 || max < min || max > choices.size()) {
        throw new IllegalArgumentException(min + " to " + max + " of " + choices.size());
      }
    }

    @Override
    public Optional<ActionId> action() {
      return Optional.of(id);
    }
  }

  /**
   * One of the choices of a select.
   *
   * @param label what is shown, 1 to 75 characters
   * @param value what comes back in {@link Incoming.Click#values()}, 1 to 100 characters
   */
  record SelectOption(String label, String value) {
    public SelectOption {
      if (label.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException("a choice without a label or a value: " + label);
      }
    }
  }
}

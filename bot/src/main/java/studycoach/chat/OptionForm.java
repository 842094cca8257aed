package studycoach.chat;

/**
 * How an option is explained.
 *
 * @param pattern for the usage line, e.g. {@code 1-5}
 * @param allowed in words, e.g. {@code a whole number from 1 to 5}
 * @param example a value as it may be typed
 */
record OptionForm(String pattern, String allowed, String example) {
  private static final Option.Visitor<OptionForm> FORMS = new Forms();

  static OptionForm of(Option option) {
    return option.accept(FORMS);
  }

  private static final class Forms implements Option.Visitor<OptionForm> {
    @Override
    public OptionForm text(Option.Text option) {
      return new OptionForm(
          "TEXT", "text, in \"double quotes\" if it has blanks", "\"a few words\"");
    }

    @Override
    public OptionForm number(Option.Number option) {
      return new OptionForm(
          option.from() + "-" + option.to(),
          "a whole number from " + option.from() + " to " + option.to(),
          Integer.toString(option.from()));
    }

    @Override
    public OptionForm choice(Option.Choice option) {
      return new OptionForm(
          String.join("|", option.words()),
          "one of " + String.join(", ", option.words()),
          CommandFormat.quotedIfNeeded(option.words().get(0)));
    }

    @Override
    public OptionForm flag(Option.Flag option) {
      return new OptionForm("yes|no", "yes or no", "yes");
    }

    @Override
    public OptionForm person(Option.Person option) {
      return new OptionForm("@NAME", "somebody from here, written with an @", "@amira");
    }

    @Override
    public OptionForm role(Option.Role option) {
      return new OptionForm("@ROLE", "a role from here, written with an @", "@learners");
    }

    @Override
    public OptionForm date(Option.Date option) {
      return new OptionForm("YYYY-MM-DD", "a day, written year-month-day", "2026-11-21");
    }
  }
}

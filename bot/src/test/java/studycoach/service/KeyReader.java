package studycoach.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.markup.CommonMark;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.FakePerson;

/** Somebody who knows all packs: finds the right letters of a question by its words. */
record KeyReader(Bank bank) {
  private static final Pattern OPTION = Pattern.compile("(?:[*]{2})?([A-H])(?:[*]{2})? {2}(.*)");

  /** What a question shows. */
  record Letters(List<String> right, List<String> wrong) {}

  Letters read(FakeMessage message) {
    return read(message.text());
  }

  /**
   * @param shown the question's words, each option on a line of its own
   */
  Letters read(String shown) {
    String text = plain(shown);
    Question question =
        bank.packs().stream()
            .flatMap(pack -> pack.questions().stream())
            .filter(known -> text.contains(plain(CommonMark.read(known.stem()).plain())))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no question of ours: " + shown));
    List<String> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String line : shown.lines().toList()) {
      Matcher option = OPTION.matcher(line);
      if (option.matches()) {
        (isKey(question, option.group(2)) ? right : wrong).add(option.group(1));
      }
    }
    return new Letters(right, wrong);
  }

  private static boolean isKey(Question question, String shown) {
    return ((Body.Choices) question.body())
        .options().stream()
            .filter(option -> plain(CommonMark.read(option.text()).plain()).equals(plain(shown)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no option of ours: " + shown))
            .key();
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /** Somebody presses a button or fills the select of a question. */
  static FakeInteraction answer(FakePerson person, FakeMessage question, List<String> letters) {
    return letters.size() == 1
        ? person.presses(question, letters.get(0))
        : person.chooses(question, letters);
  }
}

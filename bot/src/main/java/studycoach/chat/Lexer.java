package studycoach.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a line at its blanks, except within double quotes. */
final class Lexer {
  /** An option's name with its colon; {@code https://…} is none. */
  private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,31}):(?!//)");

  private static final String STRAIGHT = "\"";
  private static final String QUOTES = "\"“”„‟";

  private final String line;
  private int at;

  private Lexer(String line) {
    this.line = line;
  }

  /**
   * The words of a line.
   *
   * @throws UserError if a quote is not closed
   */
  static List<Token> read(String line) {
    Lexer lexer = new Lexer(line);
    List<Token> tokens = new ArrayList<>();
    while (lexer.skipBlanks()) {
      tokens.add(lexer.token());
    }
    return tokens;
  }

  static boolean isBlank(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private boolean skipBlanks() {
    while (more() && isBlank(line.charAt(at))) {
      at++;
    }
    return more();
  }

  private Token token() {
    String name = atQuote() ? "" : name();
    return atQuote() ? new Token(name, quoted(), true) : new Token(name, word(), false);
  }

  private String name() {
    Matcher matcher = NAME.matcher(line).region(at, line.length()).useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group(1);
  }

  private String word() {
    int start = at;
    while (more() && !isBlank(line.charAt(at))) {
      at++;
    }
    return line.substring(start, at);
  }

  private String quoted() {
    int start = at++;
    String closing = line.charAt(start) == '"' ? STRAIGHT : QUOTES;
    StringBuilder value = new StringBuilder();
    while (more() && closing.indexOf(line.charAt(at)) < 0) {
      at += escaped() ? 1 : 0;
      value.append(line.charAt(at++));
    }
    if (!more()) {
      throw new UserError(
          "A quote is opened but never closed: "
              + Echo.of(line.substring(start))
              + ". Write it like this: \"two words\".");
    }
    at++;
    return value.toString();
  }

  private boolean escaped() {
    return line.charAt(at) == '\\'
        && at + 1 < line.length()
        && (QUOTES + "\\").indexOf(line.charAt(at + 1)) >= 0;
  }

  private boolean atQuote() {
    return more() && QUOTES.indexOf(line.charAt(at)) >= 0;
  }

  private boolean more() {
    return at < line.length();
  }
}

package studycoach.platform.discord;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.markup.Markup;
import studycoach.markup.Span;

/** {@link Markup} in Discord's Markdown. */
final class DiscordMarkup implements Span.Visitor<List<String>> {
  /** How many characters are kept together; escaped, they may become twice as many. */
  private static final int CHUNK = 240;

  private static final int LONGEST_LINK = 500;
  private static final String ELLIPSIS = "…";

  /** Keeps the marks of two neighbours apart, which together would mean something else. */
  private static final String BETWEEN = "\u200b";

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");
  private static final Pattern MARK = Pattern.compile("[\\\\*_~`|<@\\[\\]]|:(?=//)");
  private static final Pattern LINE_MARK = Pattern.compile("(?m)^(\\s*)([#>+-])|^(\\s*\\d+)([.)])");
  private static final Pattern EDGES = Pattern.compile("(?s)(\\s*)(.*?)(\\s*)");
  private static final Pattern ID = Pattern.compile("\\d{1,20}");

  private DiscordMarkup() {}

  /** The text in pieces that may stand in different messages; each is at most 1,200 characters. */
  static List<String> pieces(Markup markup) {
    DiscordMarkup visitor = new DiscordMarkup();
    List<String> pieces = new ArrayList<>();
    for (Span span : markup.spans()) {
      for (String piece : span.accept(visitor)) {
        boolean meet = !pieces.isEmpty() && touching(pieces.get(pieces.size() - 1), piece);
        pieces.add(meet ? BETWEEN + piece : piece);
      }
    }
    return pieces;
  }

  private static boolean touching(String before, String after) {
    return "*_`".indexOf(before.charAt(before.length() - 1)) >= 0
        && "*_`".indexOf(after.charAt(0)) >= 0;
  }

  static String text(Markup markup) {
    return String.join("", pieces(markup));
  }

  /** What people typed, such that it is shown as it is. */
  static String escaped(String text) {
    String marked = MARK.matcher(visible(text)).replaceAll("\\\\$0");
    return LINE_MARK.matcher(marked).replaceAll(DiscordMarkup::escapedStart);
  }

  private static String escapedStart(MatchResult start) {
    return Optional.ofNullable(start.group(2))
        .map(mark -> start.group(1) + "\\\\" + mark)
        .orElseGet(() -> start.group(3) + "\\\\" + start.group(4));
  }

  /** Text for where Discord reads no Markdown: on one line, and not empty. */
  static String label(String text, int longest) {
    String line = visible(text).replace('\n', ' ').strip();
    return line.isEmpty() ? BETWEEN : cut(line, longest);
  }

  /** The beginning of a text that is too long, with "…". */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - ELLIPSIS.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + ELLIPSIS;
  }

  private static String visible(String text) {
    return UNSEEN.matcher(text.replace("\r\n", "\n").replace('\t', ' ')).replaceAll("");
  }

  private static List<String> chunks(String text, UnaryOperator<String> draw) {
    List<String> chunks = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = end(text, at);
      chunks.add(draw.apply(text.substring(at, end)));
      at = end;
    }
    return chunks.stream().filter(chunk -> !chunk.isEmpty()).toList();
  }

  private static int end(String text, int start) {
    int end = Math.min(start + CHUNK, text.length());
    if (end == text.length()) {
      return end;
    }
    int blank = Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('\n', end - 1));
    if (blank > start) {
      return blank + 1;
    }
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  @Override
  public List<String> plain(Span.Plain span) {
    return chunks(span.text(), DiscordMarkup::escaped);
  }

  @Override
  public List<String> bold(Span.Bold span) {
    return chunks(span.text(), text -> within("**", text));
  }

  @Override
  public List<String> italic(Span.Italic span) {
    return chunks(span.text(), text -> within("_", text));
  }

  /** Discord reads no marks that have blanks at their inner side. */
  private static String within(String mark, String text) {
    Matcher edges = EDGES.matcher(text);
    if (!edges.matches() || edges.group(2).isEmpty()) {
      return text;
    }
    return edges.group(1) + mark + escaped(edges.group(2)) + mark + edges.group(3);
  }

  @Override
  public List<String> code(Span.Code span) {
    return chunks(visible(span.text()), DiscordMarkup::code);
  }

  private static String code(String text) {
    String apart = text.replace("``", "`" + BETWEEN + "`");
    if (text.contains("\n")) {
      return "```\n" + apart.replace("``", "`" + BETWEEN + "`") + "\n```";
    }
    return apart.contains("`") ? "`` " + apart + " ``" : "`" + apart + "`";
  }

  @Override
  public List<String> link(Span.Link span) {
    String to = target(span.to());
    boolean fits = to.startsWith("http") && to.length() + span.text().length() <= LONGEST_LINK;
    return fits && !span.text().isBlank()
        ? List.of("[" + escaped(span.text()) + "](" + to + ")")
        : plain(new Span.Plain(span.text() + " (" + span.to() + ")"));
  }

  private static String target(URI to) {
    return to.toASCIIString().replace("(", "%28").replace(")", "%29");
  }

  @Override
  public List<String> time(Span.Time span) {
    long second = span.at().getEpochSecond();
    String style = span.exact() ? "T" : "f"; // the relative one counts down by itself
    return List.of("<t:" + second + ":" + style + "> (<t:" + second + ":R>)");
  }

  @Override
  public List<String> person(Span.Person span) {
    return isHere(span.platform(), span.id())
        ? List.of("<@" + span.id() + ">")
        : plain(new Span.Plain(span.text()));
  }

  @Override
  public List<String> role(Span.Role span) {
    return isHere(span) ? List.of("<@&" + span.id() + ">") : plain(new Span.Plain(span.text()));
  }

  /** Whether Discord knows this role, as far as its reference tells. */
  static boolean isHere(Span.Role span) {
    return isHere(span.platform(), span.id());
  }

  private static boolean isHere(String platform, String id) {
    return platform.equals(DiscordDecoder.PLATFORM) && ID.matcher(id).matches();
  }

  @Override
  public List<String> channel(Span.Channel span) {
    return isHere(span.platform(), span.id())
        ? List.of("<#" + span.id() + ">")
        : plain(new Span.Plain(span.text()));
  }
}

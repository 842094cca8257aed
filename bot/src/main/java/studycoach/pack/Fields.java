package studycoach.pack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studycoach.yaml.YamlMap;
import studycoach.yaml.YamlNode;

/** Kinds of values that exams and questions share. */
public final class Fields {
  private static final int LONGEST_ID = 40;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Fields() {}

  /** An id: words of lower-case letters and digits with hyphens between, at most 40 characters. */
  static String id(YamlMap map, String key) {
    String id = map.text(key);
    if (!id.isEmpty() && !isId(id)) {
      map.problem(key, idRule());
    }
    return id;
  }

  /** A list of ids, which may be empty or absent. */
  static List<String> ids(YamlMap map, String key) {
    List<String> ids = map.optionalStrings(key);
    if (!ids.stream().allMatch(Fields::isId)) {
      map.problem(key, idRule());
    }
    return ids;
  }

  static boolean isId(String text) {
    return text.length() <= LONGEST_ID && ID.matcher(text).matches();
  }

  private static String idRule() {
    return "must be made of a-z, 0-9 and single hyphens, at most " + LONGEST_ID + " characters";
  }

  /** The address of a page on the web, or nothing, with a problem reported. */
  public static Optional<URI> address(YamlNode node) {
    Optional<String> text = node.text();
    Optional<URI> address = text.flatMap(Fields::webAddress);
    if (text.isPresent() && address.isEmpty()) {
      node.problem("must be an http or https address");
    }
    return address;
  }

  private static Optional<URI> webAddress(String text) {
    try {
      URI address = new URI(text);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Reports every entry whose text, but for letter case and spaces, an earlier one has. */
  static void allDifferent(List<YamlMap> entries, String key, List<String> texts) {
    Set<String> seen = new HashSet<>();
    IntStream.range(0, texts.size())
        .filter(at -> !texts.get(at).isEmpty() && !seen.add(plain(texts.get(at))))
        .forEach(at -> entries.get(at).problem(key, "stands here for the second time"));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}

package studycoach.chat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names what a control means, e.g. {@code daily:answer:p1z:2}. It is all that survives between
 * drawing a control and somebody using it, perhaps weeks and a restart later. So it carries keys,
 * never state, and never a hint at what is right.
 *
 * @param feature the owning feature's name; the router sends the click there
 * @param verb what to do, unique within the feature
 * @param keys row keys and positions on the screen; at most {@value #LIMIT} characters in all once
 *     encoded, the tightest limit of the platforms served
 */
public record ActionId(String feature, String verb, List<String> keys) {
  private static final int LIMIT = 100;

  public ActionId {
    keys = List.copyOf(keys);
    if (feature.isEmpty() || verb.isEmpty()) {
      throw new IllegalArgumentException("an action needs a feature and a verb");
    }
    int length = encode(feature, verb, keys).length();
    if (length > LIMIT) {
      throw new IllegalArgumentException("action id of " + length + " characters: " + verb);
    }
  }

  public static ActionId of(String feature, String verb, Object... keys) {
    return new ActionId(feature, verb, Stream.of(keys).map(Object::toString).toList());
  }

  /**
   * Reads the form written by {@link #encode()}.
   *
   * @throws UserError if it is none of ours, e.g. from a much older release
   */
  public static ActionId decode(String encoded) {
    List<String> parts = Stream.of(encoded.split(":", -1)).map(ActionId::unescape).toList();
    if (encoded.length() > LIMIT || parts.size() < 2 || parts.subList(0, 2).contains("")) {
      throw outdated();
    }
    List<String> keys = parts.subList(2, parts.size());
    if (!encode(parts.get(0), parts.get(1), keys).equals(encoded)) {
      throw outdated();
    }
    return new ActionId(parts.get(0), parts.get(1), keys);
  }

  public String encode() {
    return encode(feature, verb, keys);
  }

  /**
   * The key at a position as text.
   *
   * @throws UserError if there is none, e.g. from an older release
   */
  public String key(int position) {
    if (position >= keys.size()) {
      throw outdated();
    }
    return keys.get(position);
  }

  /**
   * The key at a position as a number.
   *
   * @throws UserError if there is none, e.g. from an older release
   */
  public long number(int position) {
    try {
      return Long.parseLong(key(position));
    } catch (NumberFormatException e) {
      throw outdated();
    }
  }

  private static UserError outdated() {
    return new UserError("That control is from an older version and no longer works.");
  }

  private static String encode(String feature, String verb, List<String> keys) {
    return Stream.concat(Stream.of(feature, verb), keys.stream())
        .map(part -> part.isEmpty() ? "%" : URLEncoder.encode(part, StandardCharsets.UTF_8))
        .collect(Collectors.joining(":"));
  }

  private static String unescape(String part) {
    if (part.isEmpty()) {
      throw outdated();
    }
    try {
      return part.equals("%") ? "" : URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw outdated();
    }
  }
}

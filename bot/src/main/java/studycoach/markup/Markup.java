package studycoach.markup;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of spans, built from left to right: {@code Markup.of("You chose ").bold("A").text(".")}.
 * Immutable. What people typed enters by {@link #of} or {@link #text} and is never read as
 * punctuation.
 */
public record Markup(List<Span> spans) {
  public Markup {
    spans = List.copyOf(spans);
  }

  public static Markup empty() {
    return new Markup(List.of());
  }

  public static Markup of(String plain) {
    return empty().text(plain);
  }

  public Markup text(String plain) {
    return plain.isEmpty() ? this : and(new Span.Plain(plain));
  }

  public Markup bold(String text) {
    return and(new Span.Bold(text));
  }

  public Markup italic(String text) {
    return and(new Span.Italic(text));
  }

  public Markup code(String text) {
    return and(new Span.Code(text));
  }

  public Markup link(String text, URI to) {
    return and(new Span.Link(text, to));
  }

  public Markup time(Instant at, ZoneId zone) {
    return and(new Span.Time(at, zone));
  }

  /** A moment to the second. */
  public Markup second(Instant at, ZoneId zone) {
    return and(new Span.Time(at, zone, true));
  }

  public Markup and(Span span) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(span);
    return new Markup(longer);
  }

  public Markup and(Markup more) {
    List<Span> longer = new ArrayList<>(spans);
    longer.addAll(more.spans);
    return new Markup(longer);
  }

  /** The words alone, without any formatting. */
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}

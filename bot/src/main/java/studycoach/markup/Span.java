package studycoach.markup;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A run of text with one meaning. What it holds is shown as it is: nothing in it is punctuation.
 */
public sealed interface Span {

  <R> R accept(Visitor<R> visitor);

  /** The words alone. */
  String text();

  record Plain(String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.plain(this);
    }
  }

  record Bold(String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bold(this);
    }
  }

  record Italic(String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.italic(this);
    }
  }

  /** Code; with line breaks in it, a block of its own. */
  record Code(String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.code(this);
    }
  }

  record Link(String text, URI to) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.link(this);
    }
  }

  /**
   * A moment. Platforms that know their reader's zone show it there.
   *
   * @param zone for those that don't
   * @param exact whether seconds count
   */
  record Time(Instant at, ZoneId zone, boolean exact) implements Span {
    public Time(Instant at, ZoneId zone) {
      this(at, zone, false);
    }

    @Override
    public String text() {
      return Times.format(at, zone, exact);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.time(this);
    }
  }

  /**
   * Somebody's account. A platform that doesn't know it shows the name; none of them pings.
   *
   * @param platform the platform's name, as in a chat reference, with workspace and id
   * @param text the name that was last seen
   */
  record Person(String platform, String workspace, String id, String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.person(this);
    }
  }

  /**
   * A channel. A platform that doesn't know it shows its id.
   *
   * @param platform the platform's name, as in a chat reference, with workspace and id
   */
  record Channel(String platform, String workspace, String id) implements Span {
    @Override
    public String text() {
      return "#" + id;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.channel(this);
    }
  }

  /**
   * Those who have a role. Its platform calls them when a message with this in a text is first
   * posted; an edit, an answer and other platforms only show the name.
   *
   * @param platform the platform's name, as in a chat reference, with workspace and id
   * @param text the name that was last seen, with its {@code @}
   */
  record Role(String platform, String workspace, String id, String text) implements Span {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.role(this);
    }
  }

  /** One method a kind, so that a new kind does not compile until every platform can draw it. */
  interface Visitor<R> {
    R plain(Plain span);

    R bold(Bold span);

    R italic(Italic span);

    R code(Code span);

    R link(Link span);

    R time(Time span);

    R person(Person span);

    R channel(Channel span);

    R role(Role span);
  }
}

package studycoach.feature.link;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.study.Codes;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.NamedAccount;
import studycoach.study.link.Link;

/** What people read when they link accounts. */
final class LinkViews {
  private static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  private final String root;
  private final Learners learners;

  LinkViews(String root, Learners learners) {
    this.root = root;
    this.learners = learners;
  }

  Message code(String code) {
    return Message.of(
        title("Your code"),
        new Block.Text(
            Markup.empty()
                .bold(code)
                .text(" is good once, for " + Codes.LIFE.toMinutes() + " minutes.")),
        new Block.Text(
            Markup.of(
                    "Use it with your other account, on another platform or in another workspace"
                        + " where I am too: ")
                .code(command("link enter " + code))
                .text(". Before anything is joined I ask you there.")),
        new Block.Text(
            Markup.empty()
                .bold("Never give it to anyone, whoever asks.")
                .text(" Who enters it becomes one person with you here.")));
  }

  /** Asks the account that entered a code. */
  Message ask(long request, long giver, Learner taker) {
    Markup other = named(giver);
    return Message.of(
        title("Is this you?"),
        new Block.Text(
            Markup.of("This joins your account here, ")
                .and(named(taker.home()))
                .text(", with ")
                .and(other)
                .text(
                    ". All answers, points and streaks of both become those of one person. Where"
                        + " both answered a question of the same drop, the first answer counts."
                        + " The settings of ")
                .and(other)
                .text(" hold: time zone, and what others see of you.")),
        new Block.Text(
            Markup.empty()
                .bold("Only do this if both are yours.")
                .text(" Never enter a code that somebody else gave you.")),
        new Block.Text(
            Markup.of("You can undo it for a day with ").code(command("link undo")).text(".")),
        new Block.Controls(
            List.of(button("Link", "confirm", request), button("Cancel", "cancel", request))));
  }

  /** What the account that entered the code reads. */
  Message linked(Link link) {
    return Message.of(
        title("Linked"),
        new Block.Text(
            Markup.of("Your account here and ")
                .and(named(link.giver()))
                .text(" are one person for me now. That account was told.")),
        new Block.Text(
            Markup.of("You can undo it until ")
                .and(undoableUntil(link))
                .text(" with ")
                .code(command("link undo"))
                .text(".")));
  }

  static Message cancelled() {
    return Message.of("Nothing was joined.");
  }

  /** Tells the account whose code it was. */
  Message told(Link link, PostKey key) {
    return Message.of(
        title("Your account was linked"),
        new Block.Text(
            Markup.of("With your code, your account here was linked with ")
                .and(named(link.taker()))
                .text(". For me they are one person now.")),
        new Block.Text(
            Markup.of("If that is not you, undo it before ")
                .and(undoableUntil(link))
                .text(", here or with ")
                .code(command("link undo"))
                .text(".")),
        new Block.Controls(
            List.of(
                new Control.Button(
                    "Undo …", ActionId.of(LinkFeature.NAME, "ask", link.id(), key.value())))));
  }

  Message toldUndone(Link link, Instant at) {
    return Message.of(
        title("Your account was linked, and is not any more"),
        new Block.Text(
            Markup.of("The link with ")
                .and(named(link.taker()))
                .text(" was undone ")
                .time(at, zone(link))
                .text(".")));
  }

  Message askUndo(Link link) {
    return Message.of(
        title("Part these accounts?"),
        new Block.Text(
            Markup.empty()
                .and(named(link.taker()))
                .text(" was linked with ")
                .and(named(link.giver()))
                .text(" ")
                .time(link.at(), zone(link))
                .text(
                    ". If you part them, each has its own answers, points and streak again; what"
                        + " was answered since stays with the account that answered.")),
        new Block.Text(Markup.of("You can do so until ").and(undoableUntil(link)).text(".")),
        new Block.Controls(
            List.of(
                button("Undo the link", "undo", link.id()),
                button("Leave it", "keep", link.id()))));
  }

  static Message kept() {
    return Message.of("All stays as it is.");
  }

  Message undone(Link link) {
    return Message.of(
        title("Parted"),
        new Block.Text(
            Markup.empty()
                .and(named(link.taker()))
                .text(" and ")
                .and(named(link.giver()))
                .text(" each have their own history again.")));
  }

  private String command(String words) {
    return "/" + root + " " + words;
  }

  /** An account by its name and platform, e.g. {@code amira on Discord}. */
  private Markup named(long home) {
    NamedAccount account = learners.accountOf(home);
    String platform = account.user().platform();
    return Markup.empty()
        .and(account.span())
        .text(" on " + platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1));
  }

  private Markup undoableUntil(Link link) {
    return Markup.empty().time(link.undoableUntil(), zone(link));
  }

  private ZoneId zone(Link link) {
    return learners.find(link.kept()).zone().orElse(USUAL_ZONE);
  }

  private static Block title(String words) {
    return new Block.Title(Markup.of(words));
  }

  private static Control button(String label, String verb, long key) {
    return new Control.Button(label, ActionId.of(LinkFeature.NAME, verb, key));
  }
}

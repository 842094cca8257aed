package studycoach.platform.terminal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;
import studycoach.markup.Span;

/** The loop: reads lines, does what is meant for the room, brings the rest to the bot. */
public final class TerminalRoom {
  private static final int LONGEST_NAME = 80;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,4}) ?([mhdMHD])");
  private final Screen screen;
  private final TerminalAdapter adapter;
  private final String root;
  private final String starter;
  private final RoomControls controls;
  private final TerminalDecoder decoder;
  private final Set<String> people = new LinkedHashSet<>();
  private String speaker;

  /**
   * @param root the word after the slash with which commands of the bot may begin
   * @param starter who speaks first, and may manage the room
   */
  public TerminalRoom(
      Screen screen, TerminalAdapter adapter, String root, String starter, RoomControls controls) {
    this.screen = screen;
    this.adapter = adapter;
    this.root = root;
    this.starter = name(starter);
    this.controls = controls;
    this.decoder = new TerminalDecoder(root);
    this.speaker = this.starter;
    people.add(this.starter);
  }

  /** Returns when the room is left or nothing more will be typed. The adapter must be started. */
  public void run() {
    Conversation conversation = new Conversation(adapter.wall(), adapter.inbox(), decoder);
    Optional<String> line = screen.readLine(prompt(conversation));
    while (adapter.isHearing() && line.isPresent() && !isLeaving(line.get())) {
      take(conversation, line.get());
      line = screen.readLine(prompt(conversation));
    }
  }

  private String prompt(Conversation conversation) {
    return conversation
        .formOf(speaker)
        .map(OpenForm::prompt)
        .orElseGet(() -> Visible.line(speaker) + "> ");
  }

  private static boolean isLeaving(String line) {
    return RoomWord.of(line.strip()).equals(Optional.of(RoomWord.QUIT));
  }

  private void take(Conversation conversation, String line) {
    Optional<RoomWord> word = RoomWord.of(line.strip());
    boolean unknown = line.strip().startsWith("/") && !decoder.isCommand(line);
    try {
      if (word.isPresent()) {
        act(word.get(), line.strip().substring(word.get().word().length()).strip());
      } else if (unknown && conversation.formOf(speaker).isEmpty()) {
        say(unknown(TerminalDecoder.firstWord(line)));
      } else {
        conversation.line(origin(speaker, speaker.equals(starter)), line);
        controls.settle();
      }
    } catch (UserError e) {
      say(e.said());
    } catch (UncheckedIOException e) {
      say("The room could not keep that: " + e.getMessage());
    }
  }

  /**
   * Somebody in the room.
   *
   * @param manager whether they may manage it
   */
  public static Origin origin(String name, boolean manager) {
    return new Origin(
        TerminalAdapter.account(name), name, Optional.of(TerminalAdapter.ROOM), manager);
  }

  private void act(RoomWord word, String rest) {
    switch (word) {
      case AS -> as(rest);
      case NEXT -> {
        controls.next();
        clock();
      }
      case CLOCK -> clock();
      case DOWN -> down(rest);
      case HELP -> help();
      case QUIT -> throw new IllegalStateException("left already");
    }
  }

  private void as(String rest) {
    if (rest.isEmpty()) {
      say("Here: " + String.join(", ", people) + ". " + speaker + " speaks.");
      return;
    }
    speaker = name(rest);
    say(people.add(speaker) ? speaker + " comes in and speaks." : speaker + " speaks.");
  }

  private static String name(String text) {
    String name =
        text.strip()
            .codePoints()
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return name.strip();
  }

  private void clock() {
    say("It is " + new Span.Time(controls.now(), controls.zone()).text() + ".");
  }

  private void down(String rest) {
    controls.down(duration(rest));
    clock();
  }

  private static Duration duration(String text) {
    Matcher form = DURATION.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
      throw new UserError("For how long? Say it like /down 90m, /down 26h or /down 3d.");
    }
    long amount = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "m", "M" -> Duration.ofMinutes(amount);
      case "h", "H" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private void help() {
    String words =
        Stream.of(RoomWord.values()).map(RoomWord::help).collect(Collectors.joining("\n"));
    say(words + "\nEverything else goes to the bot: /" + root + " help, or just help.");
    say(
        "A presses the newest button A, 2 A the one of message 2, A C chooses both;"
            + " days mon fri chooses in the list called Days.");
  }

  private String unknown(String typed) {
    Stream<String> words = Stream.concat(Stream.of("/" + root), RoomWord.words());
    String shown = typed.length() > LONGEST_NAME ? typed.substring(0, LONGEST_NAME) : typed;
    return "There is no "
        + shown
        + "."
        + Nearest.of(shown, words.toList()).map(word -> " Did you mean " + word + "?").orElse("");
  }

  private void say(String text) {
    adapter.wall().say(text);
  }
}

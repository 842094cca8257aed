package studycoach.platform.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studycoach.chat.Command;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.Response;

/** Brings what people type to the bot, and shows what it replies. */
final class Conversation {
  private static final String CANCEL = "/cancel";
  private final Wall wall;
  private final Inbox inbox;
  private final TerminalDecoder decoder;
  private final Map<String, OpenForm> forms = new HashMap<>();

  Conversation(Wall wall, Inbox inbox, TerminalDecoder decoder) {
    this.wall = wall;
    this.inbox = inbox;
    this.decoder = decoder;
  }

  /** What this person fills in at the moment. */
  Optional<OpenForm> formOf(String person) {
    return Optional.ofNullable(forms.get(person));
  }

  void line(Origin origin, String line) {
    Optional<OpenForm> form = formOf(origin.name());
    if (form.isPresent()) {
      fill(origin, form.get(), line);
    } else if (!line.isBlank()) {
      say(origin, line);
    }
  }

  private void fill(Origin origin, OpenForm form, String line) {
    if (line.strip().equalsIgnoreCase(CANCEL)) {
      forms.remove(origin.name());
      wall.say(Wall.only(origin.name()) + " Nothing was sent.");
      return;
    }
    form.take(line).ifPresent(why -> wall.say(Wall.only(origin.name()) + " " + why));
    if (form.isFilled()) {
      forms.remove(origin.name());
      bring(form.submit(origin), form.source());
    }
  }

  private void say(Origin origin, String line) {
    Set<String> firstWords =
        inbox.commands().stream().map(Command::firstWord).collect(Collectors.toSet());
    Decoded decoded = decoder.decode(origin, line, firstWords, wall.seenBy(origin.name()));
    if (decoded instanceof Decoded.Sent sent) {
      bring(sent.incoming(), sent.source());
    } else if (decoded instanceof Decoded.Wrong wrong) {
      wall.say(Wall.only(origin.name()) + " " + wrong.why());
    }
  }

  private void bring(Incoming incoming, Optional<Long> source) {
    String person = incoming.origin().name();
    Response response = inbox.responseTo(incoming);
    Reply reply = inbox.accept(incoming);
    if (reply instanceof Reply.Say said && response == Response.PUBLIC) {
      wall.post(Optional.empty(), Optional.empty(), said.message());
    } else if (reply instanceof Reply.Say said) {
      wall.whisper(person, said.message());
    } else if (reply instanceof Reply.Update update) {
      update(person, source, update.message());
    } else if (reply instanceof Reply.Open open) {
      open(person, new OpenForm(open.modal(), source));
    }
  }

  private void update(String person, Optional<Long> source, Message message) {
    if (source.isEmpty() || !wall.replace(source.get(), person, message)) {
      wall.whisper(person, message);
    }
  }

  private void open(String person, OpenForm form) {
    forms.put(person, form);
    String title = Visible.line(form.title());
    wall.say(Wall.only(person) + " == " + title + " == (" + CANCEL + " gives up)");
  }
}

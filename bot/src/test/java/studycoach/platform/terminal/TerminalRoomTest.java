package studycoach.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.Response;

class TerminalRoomTest {
  private static final Destination ALL = new Destination.Channel(TerminalAdapter.ROOM);
  private static final ActionId ID = ActionId.of("test", "press", "p1");
  private static final Modal FORM =
      new Modal(
          ActionId.of("test", "form"),
          "New entry",
          List.of(
              new ModalField("topic", "Topic", "none yet", true, false, 20),
              new ModalField("text", "What I learned", "", true, true, 20),
              new ModalField("link", "Link", "", false, false, 20)));
  @TempDir Path folder;
  private TestRoom room;

  @BeforeEach
  void open() {
    room = new TestRoom(folder);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Message withButton(String text, String label) {
    return Message.of(text).and(new Block.Controls(List.of(new Control.Button(label, ID))));
  }

  private MessageRef post(Destination to, Message message) {
    return ((Delivery.Posted) room.adapter().send(to, message, PostKey.of(1))).ref();
  }

  @Test
  void readsLikeAConversation() {
    room.inbox.replies(Response.PRIVATE, incoming -> Reply.say("Correct."));
    post(ALL, withButton("Which one?", "A"));

    room.types("A", "/as ben", "hello", "/quit", "never read");

    assertThat(room.printed())
        .isEqualTo(
            """
            [1] Which one?
                [A]
            amira> A
            [2] (only amira) Correct.
            amira> /as ben
            ben comes in and speaks.
            ben> hello
            [3] (only ben) Correct.
            ben> /quit
            """);
  }

  @Test
  void theStarterAloneManages() {
    room.types("x", "/as ben", "x", "/as amira", "x");

    assertThat(room.inbox.received())
        .extracting(incoming -> incoming.origin().manager())
        .containsExactly(true, false, true);
  }

  @Test
  void anEditShowsOnlyWhatChanged() {
    MessageRef ref = post(ALL, withButton("Which one?\n2 have answered", "A"));
    room.news();

    room.adapter().edit(ref, withButton("Which one?\n3 have answered", "A"));
    assertThat(room.news()).isEqualTo("  [1] ~ 3 have answered\n");

    room.adapter().edit(ref, withButton("Which one?\n3 have answered", "A"));
    assertThat(room.news()).isEmpty();
  }

  @Test
  void aThreadIsToldByTheMessageThatItHangsOn() {
    MessageRef ref = post(ALL, withButton("The answer is C", "Report"));
    room.news();

    post(new Destination.Thread(ref, "Discuss"), withButton("Why C?", "A"));

    assertThat(room.news()).isEqualTo("[2] (thread of 1) Why C?\n    [A]\n");
  }

  @Test
  void anEditReplacesTheControls() {
    MessageRef ref = post(ALL, withButton("Open", "A"));

    room.adapter().edit(ref, Message.of("Closed"));
    room.types("A");

    assertThat(room.inbox.last()).isInstanceOf(Incoming.Typed.class);
  }

  @Test
  void aDirectMessageIsMarkedAndItsControlsAreForThatPersonOnly() {
    post(new Destination.Direct(TerminalAdapter.account("ben")), withButton("Psst", "A"));
    assertThat(room.news()).isEqualTo("[1] (only ben) Psst\n    [A]\n");

    room.types("A", "1 A", "/as ben", "1 A");

    assertThat(room.inbox.received())
        .hasExactlyElementsOfTypes(
            Incoming.Typed.class, Incoming.Typed.class, Incoming.Click.class);
  }

  @Test
  void numbersGoOnAfterARestart() {
    post(ALL, withButton("one", "A"));
    room.inbox.replies(Response.PUBLIC, incoming -> Reply.say("two"));
    room.types("x");
    room.close();

    room = new TestRoom(folder);
    room.types("A");

    assertThat(post(ALL, withButton("three", "B")).id()).isEqualTo("3");
    assertThat(((Incoming.Click) room.inbox.last()).action()).isEqualTo(ID);
  }

  @Test
  void anUpdateReplacesThePrivateMessageThatHoldsTheControl() {
    room.inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(withButton("Q1", "Next")));
    room.types("quiz");
    room.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(withButton("Q2", "Stop")));
    room.news();

    room.types("next", "next", "stop");

    assertThat(room.news())
        .isEqualTo(
            """
            amira> next
            [1] (only amira) Q2
                [Stop]
            amira> next
            [2] (only amira) Q2
                [Stop]
            amira> stop
            [2] (only amira) Q2
                [Stop]
            """);
  }

  @Test
  void anUpdateNeverReplacesWhatOthersSee() {
    post(ALL, withButton("For all", "A"));
    room.inbox.replies(Response.UPDATE, incoming -> new Reply.Update(Message.of("Yours")));

    room.types("A");

    assertThat(room.printed()).endsWith("[2] (only amira) Yours\n");
    assertThat(room.adapter().wall().seenBy("ben")).hasSize(1);
  }

  @Test
  void aFormIsFilledInFieldByField() {
    room.inbox.replies(
        Response.MODAL,
        incoming ->
            incoming instanceof Incoming.Typed ? new Reply.Open(FORM) : Reply.say("Noted."));

    room.types("journal", "", "", "x".repeat(21), "VPCs \u001b", "");

    assertThat(((Incoming.ModalSubmit) room.inbox.last()).values())
        .isEqualTo(Map.of("topic", "none yet", "text", "VPCs \u001b", "link", ""));
    assertThat(room.printed())
        .isEqualTo(
            """
            amira> journal
            (only amira) == New entry == (/cancel gives up)
            Topic [none yet]:\s
            What I learned:\s
            (only amira) This one is needed. (/cancel gives up)
            What I learned: xxxxxxxxxxxxxxxxxxxxx
            (only amira) At most 20 characters, please.
            What I learned: VPCs ␛
            Link:\s
            [1] (only amira) Noted.
            """);
  }

  @Test
  void aFormCanBeGivenUpAndWaitsForItsPerson() {
    room.inbox.replies(
        Response.MODAL,
        incoming ->
            incoming.origin().name().equals("amira") ? new Reply.Open(FORM) : new Reply.Nothing());

    room.types("journal", "/as ben", "hello", "/as amira", "/cancel", "again");

    assertThat(room.inbox.received())
        .extracting(incoming -> ((Incoming.Typed) incoming).line())
        .containsExactly("journal", "hello", "again");
  }

  @Test
  void theRoomHasWordsOfItsOwn() {
    room.types("/clock", "/next", "/down 26h", "/down 3 D", "/as", "/as  \u001b[2J ", "/as");

    assertThat(room.printed())
        .contains("It is Sun 29 Mar 2026, 00:30 Z.\n", "00:35 Z", "Mon 30 Mar 2026, 02:35 Z")
        .contains("Thu 2 Apr 2026, 02:35 Z", "Here: amira. amira speaks.", "Here: amira, ␛[2J.");
    assertThat(room.inbox.received()).isEmpty();
  }

  @Test
  void whatTheRoomDoesNotUnderstandIsExplained() {
    room.types("/down", "/down 0h", "/down long", "/clok", "/coahc today", "/help");

    assertThat(room.printed())
        .contains("/down 0h\nFor how long? Say it like /down 90m, /down 26h or /down 3d.\n")
        .contains("There is no /clok. Did you mean /clock?\n")
        .contains("There is no /coahc. Did you mean /coach?\n")
        .contains("/as NAME    speak as somebody else; alone: who is here\n");
    assertThat(room.inbox.received()).isEmpty();
  }

  @Test
  void postsOfManyThreadsAreShownOneAfterTheOther() {
    Message message = Message.of("above\nbelow");

    IntStream.range(0, 200)
        .parallel()
        .forEach(row -> room.adapter().send(ALL, message, PostKey.of(row)));

    String expected =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "[%d] above\n%sbelow\n".formatted(i, " ".repeat(("" + i).length() + 3)))
            .collect(Collectors.joining());
    assertThat(room.printed()).isEqualTo(expected);
  }

  @Test
  void hugeLinesAndNamesAreHarmless() {
    String huge = "x\u001b".repeat(5_000);

    room.types(huge, "/" + huge, "/as " + huge, "/coach " + huge, "/down " + huge);

    assertThat(room.printed().chars().filter(sign -> sign != '\n'))
        .noneMatch(Character::isISOControl);
    assertThat(room.inbox.received()).hasSize(2);
    assertThat(room.inbox.last().origin().name()).hasSize(80);
  }
}

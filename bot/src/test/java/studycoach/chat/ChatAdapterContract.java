package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studycoach.markup.Markup;

/** What every platform must do alike. Subclasses bring their adapter and play the people. */
public abstract class ChatAdapterContract {
  private static final PostKey KEY = PostKey.of(71);
  private static final ActionId ANSWER = ActionId.of("daily", "answer", KEY.value(), 2);
  private static final Message QUESTION = question("Which one?");

  private final FakeInbox inbox = new FakeInbox();
  private Stage stage;

  /** A platform on which a test plays. */
  public interface Stage extends AutoCloseable {
    ChatAdapter adapter();

    /** Where all people of the test read. */
    Destination channel();

    /** Where this person alone reads. */
    Destination direct(String person);

    /** This person types a line for the bot. */
    void types(String person, String line);

    /** This person presses the button of this label, on any message they see. */
    void presses(String person, String label);

    /** All that this person can see now. */
    String seenBy(String person);

    /** Whether text of a message did something else than be shown, as far as is known. */
    boolean brokeOut();

    /** The same platform after our program ended and started. */
    Stage reopened();

    @Override
    void close();
  }

  /** Opens an empty platform. */
  protected abstract Stage open();

  @BeforeEach
  void start() {
    stage = open();
    stage.adapter().start(inbox);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static Message question(String text) {
    return Message.of(text).and(new Block.Controls(List.of(new Control.Button("C", ANSWER))));
  }

  private MessageRef send(Destination to) {
    Delivery sent = stage.adapter().send(to, QUESTION, KEY);
    assertThat(sent).isInstanceOf(Delivery.Posted.class);
    return ((Delivery.Posted) sent).ref();
  }

  private void reopen() {
    stage = stage.reopened();
    stage.adapter().start(inbox);
  }

  @Test
  void referencesBearThePlatformsName() {
    assertThat(send(stage.channel()).channel().platform()).isEqualTo(stage.adapter().platform());
  }

  @Test
  void whatIsSentToTheChannelIsSeenByAll() {
    send(stage.channel());

    assertThat(stage.seenBy("amira")).contains("Which one?");
    assertThat(stage.seenBy("ben")).contains("Which one?");
  }

  @Test
  void aDirectMessageIsSeenByNobodyElse() {
    send(stage.direct("amira"));

    assertThat(stage.seenBy("amira")).contains("Which one?");
    assertThat(stage.seenBy("ben")).doesNotContain("Which one?");
  }

  @Test
  void theSameEditTwiceIsNoError() {
    MessageRef ref = send(stage.channel());

    assertThat(stage.adapter().edit(ref, question("Closed."))).isEqualTo(new Delivery.Posted(ref));
    assertThat(stage.adapter().edit(ref, question("Closed."))).isEqualTo(new Delivery.Posted(ref));
    assertThat(stage.seenBy("amira")).contains("Closed.").doesNotContain("Which one?");
  }

  @Test
  void anEditOfAMessageThatIsNotThereIsRefused() {
    MessageRef ref = send(stage.channel());

    assertThat(stage.adapter().edit(new MessageRef(ref.channel(), "987654321"), QUESTION))
        .isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void findsWhatWasSentAndNothingElse() {
    MessageRef ref = send(stage.channel());

    assertThat(stage.adapter().find(stage.channel(), KEY)).contains(ref);
    assertThat(stage.adapter().find(stage.channel(), PostKey.of(72))).isEmpty();
    assertThat(stage.adapter().find(stage.direct("amira"), KEY)).isEmpty();
  }

  @Test
  void findsWhatWasSentBeforeARestartAndNothingElse() {
    MessageRef ref = send(stage.direct("amira"));

    reopen();

    assertThat(stage.adapter().find(stage.direct("amira"), KEY)).contains(ref);
    assertThat(stage.adapter().find(stage.direct("ben"), KEY)).isEmpty();
    assertThat(stage.adapter().find(stage.channel(), KEY)).isEmpty();
  }

  @Test
  void aClickArrivesWithTheActionIdItWasDrawnWith() {
    send(stage.channel());

    stage.presses("ben", "C");

    Incoming.Click click = (Incoming.Click) inbox.last();
    assertThat(click.action()).isEqualTo(ANSWER);
    assertThat(click.values()).isEmpty();
    assertThat(click.origin().name()).isEqualTo("ben");
  }

  @Test
  void aClickArrivesThoughTheControlWasDrawnBeforeARestart() {
    send(stage.channel());

    reopen();
    stage.presses("ben", "C");

    assertThat(((Incoming.Click) inbox.last()).action()).isEqualTo(ANSWER);
  }

  @Test
  void aClickComesFromItsChannelAndFromNoneInADirectMessage() {
    send(stage.channel());
    stage.presses("ben", "C");
    assertThat(inbox.last().origin().channel()).isPresent();

    send(stage.direct("ben"));
    stage.presses("ben", "C");

    assertThat(inbox.last().origin().channel()).isEmpty();
  }

  @Test
  void aPrivateReplyIsSeenByNobodyElse() {
    inbox.replies(Response.PRIVATE, incoming -> Reply.say("You were wrong."));

    stage.types("amira", "today");

    assertThat(stage.seenBy("amira")).contains("You were wrong.");
    assertThat(stage.seenBy("ben")).doesNotContain("You were wrong.");
  }

  @Test
  void aPublicReplyIsSeenByAll() {
    inbox.replies(Response.PUBLIC, incoming -> Reply.say("The live game starts."));

    stage.types("amira", "live start");

    assertThat(stage.seenBy("ben")).contains("The live game starts.");
  }

  @Test
  void hostileTextDoesNotBreakOut() {
    String hostile =
        "\u001b[2J\u001b]0;owned\u0007\u009b31m\r\b\u0000\u202e @everyone <!channel> *_`~ end";

    Message message =
        question(hostile)
            .and(new Block.Title(Markup.of(hostile)))
            .and(new Block.Fields(List.of(new Block.Field(hostile, Markup.of(hostile)))));
    stage.adapter().send(stage.channel(), message, KEY);

    assertThat(stage.seenBy("amira")).contains("end");
    assertThat(stage.brokeOut()).isFalse();
  }
}

package studycoach.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studycoach.markup.Markup;
import studycoach.testing.Dots;

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

    /** All that stands in the thread under a message; empty if it has none. */
    String inThread(MessageRef parent);

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

  private static Destination thread(MessageRef parent) {
    return new Destination.Thread(parent, "Discuss: which one?");
  }

  private Delivery discuss(MessageRef parent, String text, PostKey key) {
    Control report = new Control.Button("Report", ActionId.of("daily", "mine", key.value()));
    Message message = Message.of(text).and(new Block.Controls(List.of(report)));
    return stage.adapter().send(thread(parent), message, key);
  }

  @Test
  void aThreadIsOpenedByTheFirstMessageAndTakesTheNextToo() {
    MessageRef parent = send(stage.channel());
    assertThat(stage.inThread(parent)).isEmpty();

    assertThat(discuss(parent, "Why C?", PostKey.of(72))).isInstanceOf(Delivery.Posted.class);
    assertThat(discuss(parent, "Why not B?", PostKey.of(73))).isInstanceOf(Delivery.Posted.class);

    assertThat(stage.inThread(parent)).containsSubsequence("Why C?", "Why not B?");
    assertThat(stage.inThread(parent)).doesNotContain("Which one?");
  }

  @Test
  void underAMessageThatIsNotThereNoThreadIsOpened() {
    ChannelRef channel = send(stage.channel()).channel();

    assertThat(discuss(new MessageRef(channel, "987654321"), "Why C?", PostKey.of(72)))
        .isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void whatIsInAThreadIsFoundThereAndNowhereElse() {
    MessageRef parent = send(stage.channel());
    assertThat(stage.adapter().find(thread(parent), PostKey.of(72))).isEmpty();

    MessageRef ref = ((Delivery.Posted) discuss(parent, "Why C?", PostKey.of(72))).ref();
    reopen();

    assertThat(stage.adapter().find(thread(parent), PostKey.of(72))).contains(ref);
    assertThat(stage.adapter().find(thread(parent), KEY)).isEmpty();
    assertThat(stage.adapter().find(stage.channel(), PostKey.of(72))).isEmpty();
  }

  @Test
  void whatIsInAThreadCanBeEditedAlsoAfterARestart() {
    MessageRef parent = send(stage.channel());
    MessageRef ref = ((Delivery.Posted) discuss(parent, "Why C?", PostKey.of(72))).ref();
    assertThat(stage.adapter().edit(ref, question("Why so?"))).isEqualTo(new Delivery.Posted(ref));
    reopen();

    assertThat(stage.adapter().edit(ref, question("Why D?"))).isEqualTo(new Delivery.Posted(ref));
    assertThat(stage.inThread(parent)).contains("Why D?").doesNotContain("Why C?", "Why so?");
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

  private static Message pictured() {
    Block words = new Block.Text(Markup.of("two of three"));
    Block image = new Block.Image(Dots.of(0x0072B2), "A bar: two of three", List.of(words));
    return Message.of("Your share").and(image);
  }

  @Test
  void whatAPictureSaysIsSeenByWhomItAnswersAndByNobodyElse() {
    inbox.replies(Response.PRIVATE, incoming -> new Reply.Say(pictured()));

    stage.types("amira", "progress");

    assertThat(stage.seenBy("amira")).contains("Your share").contains("two of three");
    assertThat(stage.seenBy("ben")).doesNotContain("two of three");
    assertThat(stage.brokeOut()).isFalse();
  }

  @Test
  void aPostShowsItsPictureOrSaysInWordsWhatItShows() {
    Control more = new Control.Button("More", ANSWER);
    Message post = pictured().and(new Block.Controls(List.of(more)));

    assertThat(stage.adapter().send(stage.channel(), post, KEY))
        .isInstanceOf(Delivery.Posted.class);

    assertThat(stage.seenBy("ben")).contains("two of three");
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

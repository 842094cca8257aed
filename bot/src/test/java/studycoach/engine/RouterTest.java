package studycoach.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Excuses;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.markup.Markup;

class RouterTest {
  private static final UserRef AMIRA = new UserRef("slack", "T1", "U1");
  private static final Origin MEMBER = new Origin(AMIRA, "Amira", Optional.empty(), false);
  private static final Origin MANAGER = new Origin(AMIRA, "Amira", Optional.empty(), true);
  private static final ActionId GO = ActionId.of("fake", "go", 7);
  private static final Reply SAY = Reply.say("done");
  private static final Reply UPDATE = new Reply.Update(Message.of("new"));
  private static final Reply NOTHING = new Reply.Nothing();
  private static final Reply OPEN =
      new Reply.Open(new Modal(GO, "Form", List.of(new ModalField("a", "A", "", true, false, 10))));

  private final List<String> incidents = new ArrayList<>();
  private final FakeFeature feature = new FakeFeature("fake");

  @Test
  void sendsACommandToItsHandlerHoweverItComes() {
    feature.command(
        "count",
        Response.PUBLIC,
        Permission.EVERYONE,
        call -> Reply.say("counted " + call.arguments().number("count").orElse(0)));

    assertThat(says(typed("Count 3"))).isEqualTo("counted 3");
    assertThat(router().responseTo(typed("count 3"))).isEqualTo(Response.PUBLIC);
    Incoming call = call(MEMBER, "count");
    assertThat(says(call)).isEqualTo("counted 0");
    assertThat(router().responseTo(call)).isEqualTo(Response.PUBLIC);
  }

  @Test
  void sendsClicksAndFormsToTheirHandlers() {
    feature
        .click("go", Response.UPDATE, click -> Reply.say("key " + click.action().number(0)))
        .modal("go", Response.PUBLIC, form -> Reply.say("wrote " + form.values().get("a")));

    assertThat(says(click(GO))).isEqualTo("key 7");
    assertThat(router().responseTo(click(GO))).isEqualTo(Response.UPDATE);
    Incoming form = new Incoming.ModalSubmit(MEMBER, GO, Map.of("a", "x"));
    assertThat(says(form)).isEqualTo("wrote x");
    assertThat(router().responseTo(form)).isEqualTo(Response.PUBLIC);
  }

  @Test
  void answersWhatItCannotReadInPrivate() {
    feature.command("count", Response.PUBLIC, SAY);

    assertThat(router().responseTo(typed("count 99"))).isEqualTo(Response.PRIVATE);
    assertThat(says(typed("count 99"))).contains("from 1 to 9");
    assertThat(router().responseTo(typed("\"open"))).isEqualTo(Response.PRIVATE);
    assertThat(router().responseTo(click(GO))).isEqualTo(Response.PRIVATE);
    Incoming gone = call(MEMBER, "gone");
    assertThat(router().responseTo(gone)).isEqualTo(Response.PRIVATE);
    assertThat(says(gone)).contains("no such command now", "Type help");
    assertThat(incidents).isEmpty();
  }

  @Test
  void tellsPolitelyThatAControlIsOld() {
    feature.click("go", Response.PRIVATE, click -> SAY);

    String old = "That control is from an older version and no longer works.";
    assertThat(says(click(ActionId.of("fake", "gone")))).isEqualTo(old);
    assertThat(says(click(ActionId.of("gone", "go")))).isEqualTo(old);
    assertThat(says(new Incoming.ModalSubmit(MEMBER, GO, Map.of()))).isEqualTo(old);
    assertThat(incidents).isEmpty();
  }

  @Test
  void letsOnlyOrganisersDoWhatIsTheirs() {
    List<String> done = new ArrayList<>();
    feature.command(
        "stop",
        Response.PUBLIC,
        Permission.ORGANISER,
        call -> {
          done.add("stopped");
          return SAY;
        });

    assertThat(says(call(MEMBER, "stop")))
        .startsWith("Only organisers of this group may do that. ");
    assertThat(done).isEmpty();
    assertThat(says(call(MANAGER, "stop"))).isEqualTo("done");
    assertThat(done).hasSize(1);
  }

  @Test
  void repeatsAUserErrorAsItStands() {
    feature.click(
        "go",
        Response.UPDATE,
        click -> {
          throw new UserError("You have answered already.");
        });

    assertThat(says(click(GO))).isEqualTo("You have answered already.");
    assertThat(incidents).isEmpty();
  }

  @Test
  void reportsABugAndNamesTheIncident() {
    feature.command(
        "fail",
        Response.PUBLIC,
        Permission.EVERYONE,
        call -> {
          throw new IllegalStateException("broken");
        });

    assertThat(says(typed("fail 1")))
        .isEqualTo(
            "Sorry, that went wrong on my side. Nothing was changed unless you were told so."
                + " (incident ABCDEF)");
    assertThat(incidents).containsExactly("CommandCall broken");
  }

  @Test
  void anOutageIsNoBugAndWhoIsToldSoDoesNotWaitForNotices() {
    feature.click(
        "go",
        Response.PRIVATE,
        click -> {
          throw new IllegalStateException("no database");
        });
    Incidents away =
        new Incidents() {
          @Override
          public String report(Incoming incoming, RuntimeException cause) {
            throw new AssertionError(cause);
          }

          @Override
          public boolean isOutage(RuntimeException cause) {
            return true;
          }
        };
    Notices notices =
        origin -> {
          throw new AssertionError("asked the database again");
        };
    Router router =
        new Router(
            List.of(feature), Origin::manager, RateLimit.none(), notices, Arrivals.allNew(), away);

    assertThat(router.accept(click(GO))).isEqualTo(Excuses.AWAY);
  }

  @Test
  void stopsBeforeTheHandlerWhenTooFast() {
    feature.click("go", Response.PRIVATE, click -> SAY);
    RateLimit never =
        origin -> {
          throw new UserError("slow down " + origin.user().id());
        };
    Router router =
        new Router(
            List.of(feature),
            Origin::manager,
            never,
            Notices.none(),
            Arrivals.allNew(),
            new Bugs(this::report));

    assertThat(Texts.of(router.accept(click(GO)))).isEqualTo("slow down U1");
    assertThat(router.responseTo(click(GO))).isEqualTo(Response.PRIVATE);
  }

  @ParameterizedTest
  @EnumSource(Response.class)
  void aNoticeIsTakenOnlyForAnAnswerThatOnePersonSees(Response response) {
    List<Origin> taken = new ArrayList<>();
    Notices notices =
        origin -> {
          taken.add(origin);
          return Optional.of(Markup.of("By the way."));
        };
    feature.click("go", response, click -> response == Response.MODAL ? OPEN : SAY);
    Reply reply =
        new Router(
                List.of(feature),
                Origin::manager,
                RateLimit.none(),
                notices,
                Arrivals.allNew(),
                new Bugs(this::report))
            .accept(click(GO));

    boolean seenByOne = response == Response.PRIVATE || response == Response.UPDATE;
    assertThat(taken).hasSize(seenByOne ? 1 : 0);
    assertThat(reply.toString().contains("By the way.")).isEqualTo(seenByOne);
  }

  @Test
  void aNoticeThatCannotBeReadDoesNotTakeTheAnswerAway() {
    feature.click("go", Response.PRIVATE, click -> SAY);
    Notices broken =
        origin -> {
          throw new IllegalStateException("no database");
        };
    Router router =
        new Router(
            List.of(feature),
            Origin::manager,
            RateLimit.none(),
            broken,
            Arrivals.allNew(),
            new Bugs(this::report));

    assertThat(router.accept(click(GO))).isEqualTo(SAY);
    assertThat(incidents).containsExactly("Click no database");
  }

  @Test
  void everyFeatureHearsOfAJoinThoughOneFails() {
    Joined joined = new Joined(new ChannelRef("p", "w", "c"), Instant.EPOCH);
    List<Joined> heard = new ArrayList<>();
    Feature failing =
        new Joining(
            "failing",
            told -> {
              throw new IllegalStateException();
            });
    router(failing, new Joining("other", heard::add)).joined(joined);

    assertThat(heard).containsExactly(joined);
  }

  private record Joining(String name, Consumer<Joined> takes) implements Feature {
    @Override
    public void joined(Joined joined) {
      takes.accept(joined);
    }
  }

  @ParameterizedTest
  @EnumSource(Response.class)
  void holdsHandlersToWhatTheyDeclared(Response response) {
    List<Reply> fitting =
        switch (response) {
          case PRIVATE, PUBLIC -> List.of(SAY, NOTHING);
          case UPDATE -> List.of(SAY, NOTHING, UPDATE);
          case MODAL -> List.of(OPEN);
        };
    for (Reply reply : List.of(SAY, NOTHING, UPDATE, OPEN)) {
      FakeFeature fake = new FakeFeature("fake").click("go", response, click -> reply);
      Reply answer = router(fake).accept(click(GO));
      if (fitting.contains(reply)) {
        assertThat(answer).isEqualTo(reply);
      } else {
        assertThat(Texts.of(answer)).contains("(incident ABCDEF)");
      }
    }
    assertThat(incidents).hasSize(4 - fitting.size());
  }

  @Test
  void refusesFeaturesThatOverlap() {
    refuses("declared twice: a", new FakeFeature("a"), new FakeFeature("a"));
    refuses(
        "declared twice: run",
        new FakeFeature("a").command("run", Response.PUBLIC, SAY),
        new FakeFeature("b").command("run", Response.PUBLIC, SAY));
    refuses(
        "declared twice: a:go",
        new FakeFeature("a")
            .click("go", Response.PUBLIC, click -> SAY)
            .click("go", Response.PUBLIC, click -> SAY));
    refuses(
        "declared twice: a:go",
        new FakeFeature("a")
            .modal("go", Response.PUBLIC, form -> Reply.say(""))
            .modal("go", Response.PUBLIC, form -> Reply.say("")));
    refuses(
        "both a command and a family: [run]",
        new FakeFeature("a").command("run", Response.PUBLIC, SAY),
        new FakeFeature("b").command("run fast", Response.PUBLIC, SAY));
  }

  @Test
  void refusesMoreFirstWordsThanDiscordTakes() {
    FakeFeature many = new FakeFeature("many");
    for (char letter = 'a'; letter < 'z'; letter++) {
      many.command(letter + " one", Response.PUBLIC, SAY);
      many.command(letter + " two", Response.PUBLIC, SAY);
    }
    assertThat(router(many).commands()).hasSize(50);

    many.command("z", Response.PUBLIC, SAY);
    refuses("26 first words", many);
  }

  private void refuses(String why, Feature... features) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> router(features))
        .withMessageContaining(why);
  }

  private Router router() {
    return router(feature);
  }

  private Router router(Feature... features) {
    return new Router(
        List.of(features),
        Origin::manager,
        RateLimit.none(),
        Notices.none(),
        Arrivals.allNew(),
        new Bugs(this::report));
  }

  private String report(Incoming incoming, RuntimeException cause) {
    incidents.add(incoming.getClass().getSimpleName() + " " + cause.getMessage());
    return "ABCDEF";
  }

  private String says(Incoming incoming) {
    return Texts.of(router().accept(incoming));
  }

  private static Incoming click(ActionId action) {
    return new Incoming.Click(MEMBER, action, List.of());
  }

  private static Incoming call(Origin origin, String command) {
    return new Incoming.CommandCall(origin, command, Arguments.none());
  }

  private static Incoming typed(String line) {
    return new Incoming.Typed(MEMBER, line, Map.of());
  }
}

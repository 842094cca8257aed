package studycoach.platform.slack.fake;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.asOptions;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeSlackTest extends WithBolt {
  @Test
  void aCommandIsAcknowledgedAndAnsweredByItsUrl() throws Exception {
    FakePerson ben = acme.person("ben");
    App bolt = bolt();
    bolt.command(
        "/coach",
        (request, context) -> {
          events.add(request.getPayload());
          context.respond(r -> r.text("Hello <@" + ben.id() + ">").responseType("ephemeral"));
          return context.ack();
        });
    start(bolt);
    var command = amira.command(general, "/coach", "ask @ben in #general & <go>");
    var told = next(SlashCommandPayload.class);
    assertThat(told.getText())
        .isEqualTo(
            "ask <@%s|ben> in <#%s|general> &amp; &lt;go&gt;".formatted(ben.id(), general.id()));
    assertThat(told.getTeamId()).isEqualTo(acme.teamId());
    await().until(() -> command.acknowledged().isPresent());
    assertThat(command.failed()).isFalse();
    assertThat(command.messages()).hasSize(1);
    assertThat(slack.seenBy(amira, general)).isEqualTo("Hello @ben");
    assertThat(slack.seenBy(ben, general)).isEmpty();
  }

  @Test
  void aPressTellsWhatWasChosenAndReplacesItsMessage() throws Exception {
    App bolt = bolt();
    bolt.blockAction(
        java.util.regex.Pattern.compile(".*"),
        (request, context) -> {
          events.add(request.getPayload());
          if (request.getPayload().getActions().get(0).getActionId().equals("send")) {
            context.respond(r -> r.text("Sent").replaceOriginal(true));
          }
          return context.ack();
        });
    start(bolt);
    methods().chatPostMessage(r -> r.channel(general.id()).text("Which?").blocks(question()));
    FakeMessage message = general.messages().get(0);
    assertThat(message.text())
        .isEqualTo("*Which?*\nPick {A | B}\n[ ] C\n[ ] D\n[Send]".replace("*", ""));
    amira.selects(message, "Pick", "B");
    assertThat(next(BlockActionPayload.class).getActions().get(0).getSelectedOption().getValue())
        .isEqualTo("b");
    amira.checks(message, "C", "D");
    next(BlockActionPayload.class);
    amira.presses(general, "Send");
    var press = next(BlockActionPayload.class);
    assertThat(press.getMessage().getTs()).isEqualTo(message.ts());
    assertThat(press.getContainer().getChannelId()).isEqualTo(general.id());
    ViewState state = press.getState();
    assertThat(held(state, "answer", "pick").getSelectedOption().getValue()).isEqualTo("b");
    assertThat(held(state, "answer", "many").getSelectedOptions())
        .extracting("value")
        .containsExactly("c", "d");
    await().untilAsserted(() -> assertThat(slack.seenBy(amira, general)).isEqualTo("Sent"));
    assertThat(general.messages()).hasSize(1);
  }

  private static ViewState.Value held(ViewState state, String block, String action) {
    return requireNonNull(requireNonNull(state.getValues().get(block)).get(action));
  }

  private static List<LayoutBlock> question() {
    return asBlocks(
        section(s -> s.text(markdownText("*Which?*"))),
        actions(
            a ->
                a.blockId("answer")
                    .elements(
                        asElements(
                            staticSelect(
                                s ->
                                    s.actionId("pick")
                                        .placeholder(plainText("Pick"))
                                        .options(
                                            asOptions(
                                                option(plainText("A"), "a"),
                                                option(plainText("B"), "b")))),
                            checkboxes(
                                c ->
                                    c.actionId("many")
                                        .options(
                                            asOptions(
                                                option(plainText("C"), "c"),
                                                option(plainText("D"), "d")))),
                            button(b -> b.actionId("send").text(plainText("Send")).value("1"))))));
  }

  private static View modal(String title) {
    return view(
        v ->
            v.type("modal")
                .callbackId("settings")
                .title(viewTitle(t -> t.type("plain_text").text(title)))
                .submit(viewSubmit(s -> s.type("plain_text").text("Save")))
                .blocks(
                    asBlocks(
                        input(
                            i ->
                                i.blockId("zone")
                                    .label(plainText("Zone"))
                                    .element(plainTextInput(p -> p.actionId("text")))))));
  }

  @Test
  void aModalIsOpenedCorrectedAndSubmitted() throws Exception {
    App bolt = bolt();
    bolt.command(
        "/coach",
        (request, context) -> {
          context.client().viewsOpen(r -> r.triggerId(context.getTriggerId()).view(modal("Zones")));
          return context.ack();
        });
    bolt.viewSubmission(
        "settings",
        (request, context) -> {
          events.add(request.getPayload());
          ViewState state = request.getPayload().getView().getState();
          String zone = held(state, "zone", "text").getValue();
          return zone.contains("/")
              ? context.ack()
              : context.ackWithErrors(Map.of("zone", "Such as Europe/Berlin"));
        });
    start(bolt);
    var command = amira.command(amira.direct(), "/coach", "zone");
    await().until(() -> amira.modal().isPresent());
    assertThat(command.views()).hasSize(1);
    assertThat(amira.modal().orElseThrow().text()).isEqualTo("Zones\nZone\n____");
    assertThatThrownBy(() -> amira.submits(Map.of("Nonsense", "x")))
        .hasMessageContaining("no field");
    var wrong = amira.submits(Map.of("Zone", "Berlin"));
    await().until(() -> wrong.acknowledged().isPresent());
    assertThat(wrong.answer().path("errors").path("zone").asText()).contains("Europe");
    var right = amira.submits(Map.of("zone", "Europe/Berlin"));
    await().until(() -> right.acknowledged().isPresent());
    assertThat(amira.modal()).isEmpty();
    assertThat(next(ViewSubmissionPayload.class).getView().getCallbackId()).isEqualTo("settings");
  }

  @Test
  void homeIsOpenedPublishedAndPressed() throws Exception {
    App bolt = bolt();
    bolt.blockAction(
        "go",
        (request, context) -> {
          events.add(request.getPayload());
          return context.ack();
        });
    start(bolt);
    amira.opensHome();
    assertThat(next(AppHomeOpenedEvent.class).getUser()).isEqualTo(amira.id());
    View home =
        view(
            v ->
                v.type("home")
                    .blocks(
                        asBlocks(
                            actions(
                                a ->
                                    a.elements(
                                        asElements(
                                            button(
                                                b -> b.actionId("go").text(plainText("Go")))))))));
    assertThat(methods().viewsPublish(r -> r.userId(amira.id()).view(home)).isOk()).isTrue();
    FakeView seen = amira.home().orElseThrow();
    assertThat(seen.text()).isEqualTo("[Go]");
    amira.presses(seen, "Go");
    var press = next(BlockActionPayload.class);
    assertThat(press.getContainer().getType()).isEqualTo("view");
    assertThat(press.getChannel()).isNull();
    assertThat(press.getView().getId()).isEqualTo(seen.id());
    assertThat(methods().viewsPublish(r -> r.userId(amira.id()).view(home).hash("old")).getError())
        .isEqualTo("hash_conflict");
  }

  @Test
  void mentionsDirectMessagesAndInvitationsAreTold() throws Exception {
    start(bolt());
    amira.mentionsBot(general, "help");
    assertThat(next(AppMentionEvent.class).getText()).isEqualTo("<@" + acme.botUserId() + "> help");
    amira.writes("streak");
    var message = next(MessageEvent.class);
    assertThat(message.getText()).isEqualTo("streak");
    assertThat(message.getChannelType()).isEqualTo("im");
    acme.privateChannel("secret").withoutBot().invites(amira);
    var joined = next(MemberJoinedChannelEvent.class);
    assertThat(joined.getUser()).isEqualTo(acme.botUserId());
    assertThat(joined.getInviter()).isEqualTo(amira.id());
  }
}

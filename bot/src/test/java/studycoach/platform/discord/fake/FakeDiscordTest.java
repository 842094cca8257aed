package studycoach.platform.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FakeDiscordTest {
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild("g1");
  private final FakeChannel general = guild.channel("general");
  private final FakePerson amira = discord.person("amira");
  private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
  private final List<JDA> bots = new ArrayList<>();

  @AfterEach
  void end() {
    bots.forEach(JDA::shutdownNow);
    discord.close();
  }

  @Test
  void aBotLogsInAndKnowsItsGuildsWithAndWithoutCompression() throws Exception {
    for (Compression compression : Compression.values()) {
      JDA jda = builder(discord.token(), compression).build().awaitReady();
      bots.add(jda);
      assertThat(jda.getGuilds()).extracting("name").containsExactly("g1");
      assertThat(channel(jda).canTalk()).isTrue();
      assertThat(jda.retrieveApplicationInfo().complete().getName()).isEqualTo("Study Coach");
    }
  }

  @Test
  void aCommandIsDeferredAndItsEphemeralAnswerEdited() throws Exception {
    JDA jda = registered();
    amira.manages();
    var setup = amira.command(general, "coach setup", Map.of("exam", "MLS-C01", "count", 3));
    var event = next(SlashCommandInteractionEvent.class);
    assertThat(event.getFullCommandName()).isEqualTo("coach setup");
    assertThat(event.getOption("exam", OptionMapping::getAsString)).isEqualTo("MLS-C01");
    assertThat(event.getOption("count", OptionMapping::getAsInt)).isEqualTo(3);
    assertThat(event.getMember()).isNotNull();
    event.deferReply(true).complete();
    assertThat(setup.acknowledged()).isPresent();
    assertThat(discord.seenBy(amira, general)).isEqualTo("(is thinking)");
    event
        .getHook()
        .editOriginal("Done")
        .setComponents(ActionRow.of(Button.primary("a:b", "Go")))
        .complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("Done\n[Go]");
    assertThat(discord.seenBy(discord.person("ben"), general)).isEmpty();
    assertThat(channel(jda).getHistory().retrievePast(10).complete()).isEmpty();
  }

  @Test
  void whatDiscordsClientRefusesAPersonCannotDo() throws Exception {
    registered();
    assertThatThrownBy(() -> amira.command(general, "coach", Map.of("exam", "X")))
        .hasMessageContaining("not complete");
    assertThatThrownBy(() -> amira.command(general, "coach setup", Map.of("exam", 5)))
        .hasMessageContaining("not a value");
    assertThatThrownBy(() -> amira.command(general, "coach setup", Map.of("count", 5)))
        .hasMessageContaining("not complete");
    assertThatThrownBy(() -> amira.presses(general, "Go")).hasMessageContaining("no control Go");
  }

  @Test
  void optionsAreSuggestedWhileTyping() throws Exception {
    registered();
    var typing = amira.types(general, "coach setup", "exam", "ML", Map.of());
    var event = next(CommandAutoCompleteInteractionEvent.class);
    assertThat(event.getFocusedOption().getValue()).isEqualTo("ML");
    event.replyChoiceStrings("MLS-C01", "MLA-C01").complete();
    assertThat(typing.answer().orElseThrow()).hasSize(2);
  }

  @Test
  void aPressOpensAModalWhichIsSubmitted() throws Exception {
    JDA jda = ready();
    channel(jda)
        .sendMessage("Ready?")
        .setComponents(ActionRow.of(Button.primary("play:1", "Play")))
        .complete();
    var press = amira.presses(general, "Play");
    var pressed = next(ButtonInteractionEvent.class);
    assertThat(pressed.getComponentId()).isEqualTo("play:1");
    var field = TextInput.create("zone", TextInputStyle.SHORT).build();
    pressed
        .replyModal(Modal.create("m:1", "Settings").addComponents(Label.of("Zone", field)).build())
        .complete();
    amira.submits(press, Map.of("Zone", "Europe/Berlin"));
    var submitted = next(ModalInteractionEvent.class);
    assertThat(submitted.getModalId()).isEqualTo("m:1");
    assertThat(submitted.getValues().get(0).getAsString()).isEqualTo("Europe/Berlin");
    submitted.editMessage("Set").complete();
    assertThat(discord.seenBy(amira, general)).startsWith("Set");
  }

  @Test
  void aSelectIsChosenAndItsMessageChanged() throws Exception {
    JDA jda = ready();
    var menu =
        StringSelectMenu.create("pick")
            .setPlaceholder("Which?")
            .addOption("A", "0")
            .addOption("B", "1");
    channel(jda).sendMessage("Q").setComponents(ActionRow.of(menu.build())).complete();
    amira.chooses(general, "Which?", "B");
    var chosen = next(StringSelectInteractionEvent.class);
    assertThat(chosen.getValues()).containsExactly("1");
    chosen.deferEdit().complete();
    chosen.getHook().sendMessage("B it is").setEphemeral(true).complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("Q\nWhich? {A | B}\n\nB it is");
  }

  @Test
  void messagesAreFoundInTheHistoryEditedAndDeleted() throws Exception {
    JDA jda = ready();
    var first = channel(jda).sendMessage("one").complete();
    var file = FileUpload.fromData(new byte[] {1, 2, -3}, "chart.png");
    var second = channel(jda).sendMessage("zwei ü").addFiles(file).complete();
    assertThat(second.getAttachments()).extracting("fileName").containsExactly("chart.png");
    assertThat(channel(jda).getHistory().retrievePast(10).complete())
        .extracting(Message::getContentRaw)
        .containsExactly("zwei ü", "one");
    assertThat(channel(jda).getHistoryAround(first.getId(), 1).complete().getRetrievedHistory())
        .hasSize(1);
    first.editMessage("uno").complete();
    second.delete().complete();
    assertThat(discord.seenBy(amira, general)).isEqualTo("uno");
    var thread = first.createThreadChannel("Talk").complete();
    thread.sendMessage("hello").complete();
  }

  @Test
  void directMessagesAreWrittenReadAndRefused() throws Exception {
    JDA jda = ready();
    amira.writes("streak");
    var written = next(MessageReceivedEvent.class);
    assertThat(written.getMessage().getContentRaw()).isEqualTo("streak");
    written.getChannel().sendMessage("5 days").complete();
    assertThat(discord.seenBy(amira, amira.direct())).isEqualTo("streak\n\n5 days");
    amira.closesDirectMessages();
    var user = jda.retrieveUserById(amira.id()).complete();
    assertThatThrownBy(() -> user.openPrivateChannel().complete().sendMessage("x").complete())
        .isInstanceOfSatisfying(
            ErrorResponseException.class, e -> assertThat(e.getErrorCode()).isEqualTo(50007));
  }

  @Test
  void contentIsShownOnlyWhereTheBotIsMentioned() throws Exception {
    ready();
    amira.writes(general, "secret");
    assertThat(next(MessageReceivedEvent.class).getMessage().getContentRaw()).isEmpty();
    amira.mentionsBot(general, "help");
    assertThat(next(MessageReceivedEvent.class).getMessage().getContentRaw()).endsWith("> help");
  }

  @Test
  void aDroppedSocketIsResumedAndTheMissedInteractionArrives() throws Exception {
    registered();
    discord.gateway().refuses(true);
    discord.gateway().drops();
    var missed = amira.command(general, "streak", Map.of());
    discord.gateway().refuses(false);
    next(SessionResumeEvent.class);
    assertThat(discord.gateway().resumed()).isEqualTo(1);
    assertThat(missed.acknowledged()).isEmpty();
  }

  @Test
  void aMissedInteractionIsReplayedOnce() throws Exception {
    registered();
    discord.gateway().drops();
    amira.command(general, "streak", Map.of());
    next(SlashCommandInteractionEvent.class);
    await().until(() -> discord.gateway().resumed() == 1);
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void aBotThatIsAskedToReconnectResumes() throws Exception {
    ready();
    discord.gateway().asksToReconnect();
    next(SessionResumeEvent.class);
    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void anInvalidSessionIsBegunAnew() throws Exception {
    ready();
    discord.gateway().invalidates(false);
    next(SessionRecreateEvent.class);
    assertThat(discord.gateway().identified()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsWrongOrRevokedEndsTheBot() throws Exception {
    assertThatThrownBy(() -> builder("wrong", Compression.ZLIB).build())
        .isInstanceOf(InvalidTokenException.class);
    ready();
    discord.revokesToken();
    discord.gateway().drops();
    assertThat(next(ShutdownEvent.class).getCode()).isEqualTo(4004);
  }

  @Test
  void aRateLimitIsWaitedFor() throws Exception {
    JDA jda = ready();
    discord.faults().next(2, Kind.MESSAGE_POST, Fault.rateLimited(Duration.ZERO));
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(502));
    channel(jda).sendMessage("late").complete();
    assertThat(discord.rest().seen(Kind.MESSAGE_POST))
        .extracting(Rest.Seen::status)
        .containsExactly(429, 429, 502, 200);
    assertThat(discord.seenBy(amira, general)).isEqualTo("late");
  }

  @Test
  void anAnswerThatIsLostLeavesItsMessage() throws Exception {
    JDA jda = ready();
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.answerLost());
    assertThatThrownBy(() -> channel(jda).sendMessage("sent").complete())
        .isInstanceOf(ErrorResponseException.class);
    assertThat(discord.seenBy(amira, general)).isEqualTo("sent");
  }

  @Test
  void aBurstBeyondALimitIsRefusedAndCounted() throws Exception {
    JDA jda = ready();
    discord.rest().limits().inChannel(1000);
    discord.rest().limits().perSecond(5);
    var sent = new ArrayList<CompletableFuture<Message>>();
    for (int i = 0; i < 8; i++) {
      sent.add(made(jda, "c" + i).sendMessage("x").submit());
    }
    for (var message : sent) {
      message.get(10, TimeUnit.SECONDS);
    }
    assertThat(discord.rest().limits().refused()).isPositive();
  }

  @Test
  void permissionsTakenAwayAreToldAndEnforced() throws Exception {
    JDA jda = ready();
    general.denies(Permission.MESSAGE_SEND);
    await().until(() -> !channel(jda).canTalk());
    general.denies();
    await().until(() -> channel(jda).canTalk());
    general.delete();
    await().until(() -> jda.getTextChannelById(general.id()) == null);
  }

  @Test
  void guildsComeAndGo() throws Exception {
    JDA jda = ready();
    var second = discord.guild("g2");
    assertThat(next(GuildJoinEvent.class).getGuild().getId()).isEqualTo(second.id());
    second.removesBot();
    next(GuildLeaveEvent.class);
    assertThat(jda.getGuilds()).hasSize(1);
  }

  @Test
  void anInteractionIsAnsweredOnce() throws Exception {
    registered();
    amira.command(general, "streak", Map.of());
    var event = next(SlashCommandInteractionEvent.class);
    discord.gateway().refuses(false);
    event.reply("1").complete();
    assertThat(answersAgain(event.getId(), event.getToken())).isEqualTo(40060);
  }

  @Test
  void whatDiscordWouldNotTakeIsRefusedAndRemembered() throws Exception {
    ready();
    String path = "channels/" + general.id() + "/messages";
    assertThat(status(path, "{\"content\":\"" + "x".repeat(2001) + "\"}")).isEqualTo(400);
    assertThat(status(path, "{\"content\":\"x\",\"flags\":64}")).isEqualTo(400);
    assertThat(status(path, "{}")).isEqualTo(400);
    assertThat(
            status(
                path,
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"L\",\"custom_id\":\"a\"},{\"type\":2,\"style\":1,\"label\":\"L\",\"custom_id\":\"a\"}]}]}"))
        .isEqualTo(400);
    assertThat(discord.takeViolations()).hasSize(4);
  }

  private JDA registered() throws InterruptedException {
    JDA jda = ready();
    var exam = new OptionData(OptionType.STRING, "exam", "Which exam", true).setAutoComplete(true);
    jda.updateCommands()
        .addCommands(
            Commands.slash("streak", "Your streak"),
            Commands.slash("coach", "Study Coach")
                .addSubcommands(
                    new SubcommandData("setup", "Set up")
                        .addOptions(exam)
                        .addOption(OptionType.INTEGER, "count", "How many")))
        .complete();
    assertThat(discord.commands()).hasSize(2);
    return jda;
  }

  private TextChannel made(JDA jda, String name) {
    FakeChannel made = guild.channel(name);
    await().until(() -> jda.getTextChannelById(made.id()) != null);
    return java.util.Objects.requireNonNull(jda.getTextChannelById(made.id()));
  }

  private int answersAgain(String id, String token) throws Exception {
    String body = body("interactions/" + id + "/" + token + "/callback", "{\"type\":5}").body();
    return Json.parse(body).path("code").asInt();
  }

  private int status(String path, String body) throws Exception {
    return body(path, body).statusCode();
  }

  private HttpResponse<String> body(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
            .header("Authorization", "Bot " + discord.token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The next event of a kind, others skipped; fails after some seconds. */
  private <E extends GenericEvent> E next(Class<E> kind) throws InterruptedException {
    GenericEvent event = events.poll(10, TimeUnit.SECONDS);
    while (event != null && !kind.isInstance(event)) {
      event = events.poll(10, TimeUnit.SECONDS);
    }
    if (event == null) {
      throw new AssertionError("no " + kind.getSimpleName());
    }
    return kind.cast(event);
  }

  private JDA ready() throws InterruptedException {
    JDA jda = builder(discord.token(), Compression.ZLIB).build().awaitReady();
    bots.add(jda);
    return jda;
  }

  private JDABuilder builder(String token, Compression compression) {
    var gateway =
        new ConcurrentSessionController() {
          @Override
          public String getGateway() {
            return discord.gatewayUrl();
          }
        };
    return JDABuilder.createLight(
            token, GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
        .setSessionController(gateway)
        .setCompression(compression)
        .setEnableShutdownHook(false)
        .addEventListeners((EventListener) events::add);
  }

  private TextChannel channel(JDA jda) {
    TextChannel channel = jda.getTextChannelById(general.id());
    if (channel == null) {
      throw new AssertionError("the bot does not know the channel");
    }
    return channel;
  }
}

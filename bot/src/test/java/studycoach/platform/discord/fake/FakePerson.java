package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the bot; does only what Discord's own client would let them do. */
public final class FakePerson {
  private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");

  final FakeDiscord discord;
  private final String id;
  private final String name;
  private boolean manager;
  private boolean closed;
  private @Nullable FakeChannel direct;

  FakePerson(FakeDiscord discord, String name) {
    this.discord = discord;
    this.id = discord.ids.next();
    this.name = name;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Gives them Manage Server everywhere. */
  public FakePerson manages() {
    manager = true;
    return this;
  }

  /** Their direct messages with the bot. */
  public FakeChannel direct() {
    synchronized (discord) {
      if (direct == null) {
        direct = FakeChannel.direct(this);
        discord.add(direct);
      }
      return direct;
    }
  }

  public void closesDirectMessages() {
    closed = true;
  }

  public void opensDirectMessages() {
    closed = false;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Types a slash command, e.g. {@code group post}.
   *
   * @param options by name; a person, a channel, a role, or a value of the option's type
   */
  public FakeInteraction command(FakeChannel channel, String path, Map<String, ?> options) {
    synchronized (discord) {
      var interaction = new FakeInteraction(FakeInteraction.COMMAND, this, channel, null);
      var typed = new TypedCommand(discord.command(path.split(" ", 2)[0]), path);
      return send(interaction, typed.complete(this, channel, options));
    }
  }

  /** Types into one option and waits for suggestions: its callback is 8. */
  public FakeInteraction types(
      FakeChannel channel, String path, String option, String text, Map<String, ?> others) {
    synchronized (discord) {
      var interaction = new FakeInteraction(FakeInteraction.AUTOCOMPLETE, this, channel, null);
      var typed = new TypedCommand(discord.command(path.split(" ", 2)[0]), path);
      return send(interaction, typed.focused(option, text, others));
    }
  }

  /** Presses the newest button in the channel with this label or custom_id. */
  public FakeInteraction presses(FakeChannel channel, String button) {
    synchronized (discord) {
      return new Visible(this, channel).button(button).use(this, List.of());
    }
  }

  /** Presses a button of one message. */
  public FakeInteraction presses(FakeMessage message, String button) {
    synchronized (discord) {
      return Visible.button(message, button).use(this, List.of());
    }
  }

  /** Chooses from the newest select with this placeholder or custom_id, by labels or values. */
  public FakeInteraction chooses(FakeChannel channel, String select, String... values) {
    synchronized (discord) {
      return new Visible(this, channel).select(select).use(this, List.of(values));
    }
  }

  /** Chooses from the select of one message. */
  public FakeInteraction chooses(FakeMessage message, List<String> values) {
    synchronized (discord) {
      return Visible.select(message).use(this, values);
    }
  }

  /** Fills in the modal that an interaction was answered with; fields by label or custom_id. */
  public FakeInteraction submits(FakeInteraction opener, Map<String, String> fields) {
    synchronized (discord) {
      JsonNode modal = opener.answer().orElseThrow(() -> new AssertionError("no modal is open"));
      var submitted =
          new FakeInteraction(FakeInteraction.MODAL, this, opener.channel, opener.source);
      return send(submitted, new FilledModal(modal).with(fields));
    }
  }

  /** Writes a direct message. */
  public FakeMessage writes(String text) {
    return writes(direct(), text);
  }

  public FakeMessage mentionsBot(FakeChannel channel, String text) {
    return writes(channel, "<@" + discord.bot.id() + "> " + text);
  }

  public FakeMessage writes(FakeChannel channel, String text) {
    synchronized (discord) {
      var message = new FakeMessage(channel, null, json());
      message.take(Json.object().put("content", text), List.of());
      if (text.contains("<@" + discord.bot.id() + ">")) {
        message.mark("mentions", Json.array().add(discord.bot.json()));
      }
      message.mark("mention_roles", roles(text));
      channel.add(message);
      discord.gateway.message(message, "MESSAGE_CREATE", this);
      return message;
    }
  }

  private static JsonNode roles(String text) {
    var roles = Json.array();
    ROLE.matcher(text).results().forEach(mention -> roles.add(mention.group(1)));
    return roles;
  }

  /** What they see of a channel now, oldest first. */
  public List<FakeMessage> sees(FakeChannel channel) {
    return channel.messages().stream()
        .filter(message -> message.onlyFor == null || message.onlyFor == this)
        .toList();
  }

  String screen(FakeChannel channel) {
    return sees(channel).stream().map(FakeMessage::text).collect(Collectors.joining("\n\n"));
  }

  FakeInteraction send(FakeInteraction interaction, ObjectNode data) {
    discord.add(interaction);
    discord.gateway.dispatch(
        interaction.channel.guild, "INTERACTION_CREATE", interaction.json(data));
    return interaction;
  }

  boolean may(Permission permission) {
    return manager || permission != Permission.MANAGE_SERVER;
  }

  ObjectNode json() {
    return Json.object()
        .put("id", id)
        .put("username", name)
        .put("global_name", name)
        .put("discriminator", "0")
        .put("bot", this == discord.bot);
  }

  ObjectNode member(FakeGuild guild, FakeChannel channel) {
    long all = channel.permissions() | (manager ? Permission.MANAGE_SERVER.getRawValue() : 0);
    return guild.member(this).put("permissions", Long.toString(all));
  }
}

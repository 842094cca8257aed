package studycoach.platform.discord;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandAutoCompleteInteraction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import org.jspecify.annotations.Nullable;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Incoming;
import studycoach.chat.Joined;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.RoleRef;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/** What Discord says that people do → {@link Incoming}. */
final class DiscordDecoder {
  static final String PLATFORM = "discord";
  private static final String EVERYONE = "everyone";
  private static final String HERE = "here";
  private static final int MOST_SUGGESTIONS = 25;
  private static final int LONGEST_SUGGESTION = 100;

  private static final Set<Permission> GREETING =
      EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_EMBED_LINKS);

  private DiscordDecoder() {}

  /** An account, which is the same in every server. */
  static UserRef account(String id) {
    return new UserRef(PLATFORM, PLATFORM, id);
  }

  static Origin origin(Interaction interaction) {
    return origin(
        interaction.getUser(),
        interaction.getMember(),
        interaction.getGuild(),
        interaction.getChannel());
  }

  private static Origin origin(
      User user, @Nullable Member member, @Nullable Guild guild, @Nullable Channel channel) {
    return new Origin(
        account(user.getId()),
        member == null ? user.getEffectiveName() : member.getEffectiveName(),
        guild == null || channel == null
            ? Optional.empty()
            : Optional.of(new ChannelRef(PLATFORM, guild.getId(), home(channel))),
        member != null && member.hasPermission(Permission.MANAGE_SERVER));
  }

  /** A thread belongs to the channel in which it was begun. */
  private static String home(Channel channel) {
    return channel instanceof ThreadChannel thread
        ? thread.getParentChannel().getId()
        : channel.getId();
  }

  /**
   * A slash command. It takes the way of a typed line, so that its options are read, and refused,
   * alike. One that can't be read stays a line: reading it again tells the person what is wrong.
   */
  static Incoming command(List<Command> commands, CommandInteractionPayload event) {
    Map<String, Object> values = new HashMap<>();
    Map<String, UserRef> people = new HashMap<>();
    Map<String, RoleRef> roles = new HashMap<>();
    for (OptionMapping option : event.getOptions()) {
      Object value = value(option);
      values.put(option.getName(), value);
      if (value instanceof UserRef person) {
        people.put("@" + person.id(), person);
      } else if (value instanceof RoleRef role) {
        roles.put("@" + role.id(), role);
      }
    }
    String line = CommandLine.format(name(event), new Arguments(values));
    Incoming.Typed typed = new Incoming.Typed(origin(event), line, people, roles);
    try {
      return CommandLine.parse(commands, typed);
    } catch (UserError e) {
      return typed;
    }
  }

  private static Object value(OptionMapping option) {
    return switch (option.getType()) {
      case INTEGER -> (int) option.getAsLong();
      case BOOLEAN -> option.getAsBoolean();
      case USER -> account(option.getAsUser().getId());
      case ROLE -> role(option.getAsRole());
      default -> option.getAsString();
    };
  }

  private static RoleRef role(Role role) {
    return new RoleRef(
        PLATFORM,
        role.getGuild().getId(),
        role.getId(),
        role.isPublicRole() ? EVERYONE : role.getName());
  }

  private static String name(CommandInteractionPayload event) {
    return Stream.of(
            Optional.ofNullable(event.getSubcommandGroup()),
            Optional.ofNullable(event.getSubcommandName()))
        .flatMap(Optional::stream)
        .reduce((group, member) -> group + " " + member)
        .orElse("");
  }

  /** Values that begin with what stands in a text option so far. */
  static List<String> suggestions(List<Command> commands, CommandAutoCompleteInteraction event) {
    String start = event.getFocusedOption().getValue().toLowerCase(Locale.ROOT);
    return commands.stream()
        .filter(command -> command.name().equals(name(event)))
        .flatMap(command -> command.options().stream())
        .filter(option -> option.name().equals(event.getFocusedOption().getName()))
        .flatMap(option -> option instanceof Option.Text text ? Stream.of(text) : Stream.empty())
        .flatMap(text -> text.suggestions().in(origin(event)).stream())
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(start))
        .filter(value -> !value.isBlank() && value.length() <= LONGEST_SUGGESTION)
        .distinct()
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  /**
   * A button or a select.
   *
   * @throws UserError if its id is none of ours
   */
  static Incoming.Click click(Interaction event, String customId, List<String> values) {
    return new Incoming.Click(origin(event), ActionId.decode(customId), values);
  }

  /**
   * A form.
   *
   * @throws UserError if its id is none of ours
   */
  static Incoming.ModalSubmit modal(ModalInteraction event) {
    Map<String, String> values = new HashMap<>();
    event.getValues().forEach(value -> values.put(value.getCustomId(), value.getAsString()));
    return new Incoming.ModalSubmit(origin(event), ActionId.decode(event.getModalId()), values);
  }

  /** A message that is meant for the bot: in its direct messages, or one that mentions it. */
  static Optional<Incoming.Typed> typed(Message message) {
    User self = message.getJDA().getSelfUser();
    boolean fromPerson =
        !message.getAuthor().isBot()
            && !message.isWebhookMessage()
            && !message.getType().isSystem();
    boolean direct = !message.isFromGuild();
    if (!fromPerson || !(direct || message.getMentions().getUsers().contains(self))) {
      return Optional.empty();
    }
    String content = message.getContentRaw();
    String line = content.replaceAll("<@!?" + self.getId() + ">", " ").strip();
    if (!direct && line.equals(content.strip())) {
      return Optional.empty(); // an answer to a message of ours, which mentions without a word
    }
    return Optional.of(new Incoming.Typed(origin(message), line, people(message), roles(message)));
  }

  /**
   * A server that the bot is in now, and where it may greet: the channel where the server greets,
   * or the first one where it may post. Empty if there is none.
   */
  static Optional<Joined> joined(Guild guild) {
    return Stream.concat(
            Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
        .filter(channel -> guild.getSelfMember().hasPermission(channel, GREETING))
        .findFirst()
        .map(channel -> new ChannelRef(PLATFORM, guild.getId(), channel.getId()))
        .map(channel -> new Joined(channel, guild.getSelfMember().getTimeJoined().toInstant()));
  }

  private static Origin origin(Message message) {
    return origin(
        message.getAuthor(),
        message.getMember(),
        message.isFromGuild() ? message.getGuild() : null,
        message.getChannel());
  }

  private static Map<String, UserRef> people(Message message) {
    Map<String, UserRef> people = new HashMap<>();
    for (User user : message.getMentions().getUsers()) {
      people.put("<@" + user.getId() + ">", account(user.getId()));
      people.put("<@!" + user.getId() + ">", account(user.getId()));
    }
    return people;
  }

  /** Also those of everybody, so that whoever names them is told what is wrong with it. */
  private static Map<String, RoleRef> roles(Message message) {
    Map<String, RoleRef> roles = new HashMap<>();
    if (message.isFromGuild()) {
      String guild = message.getGuild().getId();
      message.getMentions().getRoles().forEach(role -> roles.put(role.getAsMention(), role(role)));
      Stream.of(EVERYONE, HERE)
          .forEach(name -> roles.put("@" + name, new RoleRef(PLATFORM, guild, guild, name)));
    }
    return roles;
  }
}

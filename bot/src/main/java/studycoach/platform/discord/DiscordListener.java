package studycoach.platform.discord;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Excuses;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.traffic.Traffic;

/** Hears what people do: acknowledges it on JDA's thread, works on another, then answers. */
final class DiscordListener extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordListener.class);

  private final Inbox inbox;
  private final Executor work;
  private final Underway underway;
  private final TypedAnswer typed;
  private final Traffic traffic;

  DiscordListener(Inbox inbox, Executor work, Underway underway, String command, Traffic traffic) {
    this.inbox = inbox;
    this.work = work;
    this.underway = underway;
    this.typed = new TypedAnswer(underway, command);
    this.traffic = traffic;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    take(DiscordDecoder.command(inbox.commands(), event), event, null);
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    boolean own = !event.isFromGuild() || event.getMessage().isEphemeral();
    ours(event, () -> DiscordDecoder.click(event, event.getComponentId(), List.of()), own, event);
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    boolean own = !event.isFromGuild() || event.getMessage().isEphemeral();
    ours(
        event,
        () -> DiscordDecoder.click(event, event.getComponentId(), event.getValues()),
        own,
        event);
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    net.dv8tion.jda.api.entities.Message from = event.getMessage();
    boolean own = from != null && (!event.isFromGuild() || from.isEphemeral());
    ours(event, () -> DiscordDecoder.modal(event), own, event);
  }

  /**
   * @param own whether only this person sees the message with the control, which may be replaced
   */
  private void ours(
      IReplyCallback event, Supplier<Incoming> decoded, boolean own, IMessageEditCallback edit) {
    Incoming incoming;
    try {
      incoming = decoded.get();
    } catch (UserError e) {
      atOnce(Reply.say(e.said()), event, traffic.watch(Traffic.Kind.CLICK));
      return;
    }
    take(incoming, event, own ? edit : null);
  }

  /** One that is too old to be acknowledged has its work done all the same. */
  private void take(Incoming incoming, IReplyCallback event, @Nullable IMessageEditCallback edit) {
    Traffic.Watch watch = traffic.watch(Traffic.Kind.of(incoming));
    Response response = inbox.responseTo(incoming);
    if (response == Response.MODAL) {
      atOnce(inbox.accept(incoming), event, watch);
      return;
    }
    boolean updates = response == Response.UPDATE && edit != null;
    boolean ephemeral = response != Response.PUBLIC;
    underway.send(
        updates && edit != null ? edit.deferEdit() : event.deferReply(ephemeral),
        watch::acknowledged);
    HookAnswer answer =
        new HookAnswer(underway, event.getHook(), updates, ephemeral, watch::answered);
    working(() -> answer.give(inbox.accept(incoming)), answer::give);
  }

  private void atOnce(Reply reply, IReplyCallback event, Traffic.Watch watch) {
    if (reply instanceof Reply.Open open && event instanceof IModalCallback modal) {
      underway.send(
          modal.replyModal(DiscordForms.of(open.modal())),
          () -> {
            watch.acknowledged();
            watch.answered();
          });
    } else {
      underway.send(event.deferReply(true), watch::acknowledged);
      new HookAnswer(underway, event.getHook(), false, true, watch::answered).give(reply);
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    working(
        () ->
            underway.send(
                event.replyChoiceStrings(DiscordDecoder.suggestions(inbox.commands(), event))),
        failed -> underway.send(event.replyChoiceStrings(List.of())));
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    DiscordDecoder.typed(event.getMessage())
        .ifPresent(
            incoming -> {
              Traffic.Watch watch = traffic.watch(Traffic.Kind.of(incoming));
              boolean open = inbox.responseTo(incoming) == Response.PUBLIC;
              working(
                  () -> typed.give(inbox.accept(incoming), event, open, watch::answered),
                  reply -> typed.give(reply, event, open, watch::answered));
            });
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    joined(event.getGuild());
  }

  /** A server that the bot may have joined while it was not connected. */
  @Override
  public void onGuildReady(GuildReadyEvent event) {
    joined(event.getGuild());
  }

  /** If we are too busy, the next connection tells of it again. */
  private void joined(Guild guild) {
    working(() -> DiscordDecoder.joined(guild).ifPresent(inbox::joined), reply -> {});
  }

  private interface Otherwise {
    void tell(Reply reply);
  }

  private void working(Runnable task, Otherwise otherwise) {
    try {
      work.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.error("An answer could not be given", e);
              otherwise.tell(Excuses.SORRY);
            }
          });
    } catch (RejectedExecutionException e) {
      otherwise.tell(Excuses.BUSY);
    }
  }
}

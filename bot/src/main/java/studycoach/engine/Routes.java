package studycoach.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Permission;
import studycoach.chat.UserError;

/** All handlers of all features, by what leads to them. */
final class Routes {
  private final List<Command> commands;
  private final Map<String, Command> byName = new HashMap<>();
  private final Map<String, OnClick> clicks = new HashMap<>();
  private final Map<String, OnModal> modals = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two handlers would answer the same, or a platform could not
   *     register the commands
   */
  Routes(List<Feature> features) {
    Map<String, Feature> names = new HashMap<>();
    for (Feature feature : features) {
      putOnce(names, feature.name(), feature);
      feature.commands().forEach(command -> putOnce(byName, command.name(), command));
      feature.clicks().forEach(click -> putOnce(clicks, key(feature, click.verb()), click));
      feature.modals().forEach(modal -> putOnce(modals, key(feature, modal.verb()), modal));
    }
    commands = features.stream().flatMap(feature -> feature.commands().stream()).toList();
    FirstWords.check(commands);
  }

  List<Command> commands() {
    return commands;
  }

  /**
   * Finds the handler.
   *
   * @throws UserError if there is none, or a typed line can't be read
   */
  Route of(Incoming incoming) {
    if (incoming instanceof Incoming.Typed typed) {
      return command(CommandLine.parse(commands, typed));
    }
    if (incoming instanceof Incoming.CommandCall call) {
      return command(call);
    }
    if (incoming instanceof Incoming.Click click) {
      OnClick on = known(clicks, click.action());
      return new Route(click, on.response(), Permission.EVERYONE, () -> on.handler().apply(click));
    }
    Incoming.ModalSubmit submit = (Incoming.ModalSubmit) incoming;
    OnModal on = known(modals, submit.action());
    return new Route(submit, on.response(), Permission.EVERYONE, () -> on.handler().apply(submit));
  }

  private Route command(Incoming.CommandCall call) {
    Command command =
        Optional.ofNullable(byName.get(call.command()))
            .orElseThrow(
                () -> new UserError("There is no such command now. Type help for all commands."));
    return new Route(
        call, command.response(), command.permission(), () -> command.handler().apply(call));
  }

  /** Controls outlive releases: a verb we don't know is an old one, not a bug. */
  private static <H> H known(Map<String, H> handlers, ActionId action) {
    return Optional.ofNullable(handlers.get(action.feature() + ":" + action.verb()))
        .orElseThrow(
            () -> new UserError("That control is from an older version and no longer works."));
  }

  private static String key(Feature feature, String verb) {
    return feature.name() + ":" + verb;
  }

  private static <H> void putOnce(Map<String, H> handlers, String key, H handler) {
    if (handlers.put(key, handler) != null) {
      throw new IllegalArgumentException("declared twice: " + key);
    }
  }
}

package studycoach.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;

/** A feature put together by a test. */
final class FakeFeature implements Feature {
  private final String name;
  private final List<Command> commands = new ArrayList<>();
  private final List<OnClick> clicks = new ArrayList<>();
  private final List<OnModal> modals = new ArrayList<>();

  FakeFeature(String name) {
    this.name = name;
  }

  FakeFeature command(String command, Response response, Reply reply) {
    return command(command, response, Permission.EVERYONE, call -> reply);
  }

  FakeFeature command(
      String command,
      Response response,
      Permission permission,
      Function<Incoming.CommandCall, Reply> handler) {
    List<Option> options = List.of(new Option.Number("count", "How many", 1, 9));
    commands.add(new Command(command, "Does " + command, response, permission, options, handler));
    return this;
  }

  FakeFeature click(String verb, Response response, Function<Incoming.Click, Reply> handler) {
    clicks.add(new OnClick(verb, response, handler));
    return this;
  }

  FakeFeature modal(
      String verb, Response response, Function<Incoming.ModalSubmit, Reply.Answer> handler) {
    modals.add(new OnModal(verb, response, handler));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public List<OnClick> clicks() {
    return clicks;
  }

  @Override
  public List<OnModal> modals() {
    return modals;
  }
}

package studycoach.feature.access;

import java.util.List;
import java.util.Optional;
import studycoach.chat.Destination;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.delivery.Pause;
import studycoach.engine.Feature;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;

/** Tells organisers of a channel where nothing can be posted, and tries again when they say so. */
public final class AccessFeature implements Feature {
  static final String NAME = "access";

  private final Groups groups;
  private final Learners learners;
  private final Outbox outbox;

  public AccessFeature(String root, Groups groups, Learners learners, Outbox outbox) {
    this.groups = groups;
    this.learners = learners;
    this.outbox = outbox;
    outbox.add(new PausePosts(root, outbox, groups));
    outbox.watch(this::organisers);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Direct messages to the organisers of a channel's group, on its platform if they are there. */
  private List<Destination> organisers(Destination paused) {
    return groupOf(groups, paused).stream()
        .flatMap(group -> groups.organisers().of(group.id()).stream())
        .map(organiser -> learners.account(organiser, paused).user())
        .<Destination>map(Destination.Direct::new)
        .toList();
  }

  static Optional<Group> groupOf(Groups groups, Destination place) {
    return place instanceof Destination.Channel to ? groups.in(to.channel()) : Optional.empty();
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(new OnClick("try", Response.PRIVATE, this::tryNow));
  }

  private Reply tryNow(Incoming.Click click) {
    Pause pause =
        outbox
            .pause(click.action().number(0))
            .orElseThrow(() -> new UserError("I no longer know what that was about."));
    Group group =
        groupOf(groups, pause.to())
            .orElseThrow(() -> new UserError("That channel has no group any more."));
    groups.organisers().require(click.origin(), group);
    if (pause.ended().isPresent()) {
      return Reply.say("It works again already.");
    }
    outbox.reopen(pause.to());
    return Reply.say("I am trying. When it works, the message above says so.");
  }
}

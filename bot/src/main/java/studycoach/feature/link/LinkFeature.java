package studycoach.feature.link;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Command;
import studycoach.chat.Destination;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.Suggestions;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.study.Codes;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.link.Link;
import studycoach.study.link.Links;

/**
 * {@code link}: one person on two platforms. A code is shown to one account in private and entered
 * by the other, which is then asked whether it means it; the first one is told. Both keep others
 * away: whoever has not seen the code can't enter it, and whoever has is told whose it is.
 */
public final class LinkFeature implements Feature {
  static final String NAME = "link";
  private static final String CODE = "code";

  private final Jdbi jdbi;
  private final Learners learners;
  private final Codes codes;
  private final Links links;
  private final LinkDao requests;
  private final LinkViews views;
  private final Outbox outbox;

  public LinkFeature(
      String root, Jdbi jdbi, Learners learners, Codes codes, Links links, Outbox outbox) {
    this.jdbi = jdbi;
    this.learners = learners;
    this.codes = codes;
    this.links = links;
    this.requests = new LinkDao(jdbi);
    this.views = new LinkViews(root, learners);
    this.outbox = outbox;
    outbox.add(new LinkPosts(links, views));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        command("link start", "A code that links your account on another platform", this::start),
        new Command(
            "link enter",
            "Link this account with the one that the code comes from",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text(CODE, "From link start, on your other account", Suggestions.NONE)),
            this::enter),
        command("link undo", "Part accounts again that were linked within a day", this::askUndo));
  }

  private static Command command(
      String name, String summary, Function<Incoming.CommandCall, Reply> work) {
    return new Command(name, summary, Response.PRIVATE, Permission.EVERYONE, List.of(), work);
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick("confirm", Response.UPDATE, this::confirm),
        new OnClick("cancel", Response.UPDATE, this::cancel),
        new OnClick("ask", Response.PRIVATE, click -> askUndo(click.origin())),
        new OnClick("undo", Response.UPDATE, this::undo),
        new OnClick("keep", Response.UPDATE, click -> new Reply.Update(LinkViews.kept())));
  }

  private Reply start(Incoming.CommandCall call) {
    Learner learner = learners.of(call.origin());
    return new Reply.Say(
        views.code(codes.issue(Codes.Purpose.LINK, learner.home(), call.origin().user())));
  }

  private Reply enter(Incoming.CommandCall call) {
    Learner taker = learners.of(call.origin());
    String typed =
        call.arguments()
            .text(CODE)
            .orElseThrow(
                () -> new UserError("Which code? link start gives one, on your other account."));
    Codes.Code code = codes.find(Codes.Purpose.LINK, typed, call.origin().user());
    links.check(code.subject(), taker.home());
    long request = requests.ask(new Request(0, code.id(), code.subject(), taker.home()));
    return new Reply.Say(views.ask(request, code.subject(), taker));
  }

  private Reply confirm(Incoming.Click click) {
    Request request = asked(click);
    UserRef giver = learners.accountOf(request.giver()).user();
    Link link =
        jdbi.inTransaction(
            handle -> {
              codes.use(new Codes.Code(request.code(), Codes.Purpose.LINK, request.giver(), giver));
              Link made = links.join(request.giver(), request.taker());
              requests.close(request);
              outbox.plan(LinkPosts.KIND, made.id(), new Destination.Direct(giver));
              return made;
            });
    outbox.wake(LinkPosts.KIND, link.id());
    return new Reply.Update(views.linked(link));
  }

  private Reply cancel(Incoming.Click click) {
    requests.close(asked(click));
    return new Reply.Update(LinkViews.cancelled());
  }

  private Request asked(Incoming.Click click) {
    return requests
        .find(click.action().number(0), learners.of(click.origin()).home())
        .orElseThrow(
            () -> new UserError("That question is not open for you. Begin again with link enter."));
  }

  private Reply askUndo(Incoming.CommandCall call) {
    return askUndo(call.origin());
  }

  private Reply askUndo(Origin origin) {
    return new Reply.Say(views.askUndo(links.undoable(learners.of(origin).home())));
  }

  private Reply undo(Incoming.Click click) {
    long home = learners.of(click.origin()).home();
    Link link =
        jdbi.inTransaction(
            handle -> {
              Link undone = links.undo(click.action().number(0), home);
              outbox.outdate(LinkPosts.KIND, undone.id());
              return undone;
            });
    outbox.refresh(LinkPosts.KIND, link.id());
    return new Reply.Update(views.undone(link));
  }
}

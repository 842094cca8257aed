package studycoach.feature.practice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.study.ExamDomains;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.KeptBack;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.draw.Chance;
import studycoach.study.pairs.Mixups;
import studycoach.study.practice.Agendas;
import studycoach.study.practice.AskedQuestions;
import studycoach.study.practice.Kind;
import studycoach.study.practice.Sessions;
import studycoach.study.practice.Tries;
import studycoach.study.progress.ProgressLog;

/**
 * {@code quiz} and {@code review}: practice for oneself, which gives no points and no streak, and
 * which nobody else sees. It can be stopped and gone on with at any time.
 */
public final class PracticeFeature implements Feature {
  static final String NAME = "practice";

  private final Groups groups;
  private final Learners learners;
  private final Agendas agendas;
  private final WishReader wishes;
  private final Practising practising;
  private final Replying replying;

  public PracticeFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      ProgressLog progress,
      Agendas agendas,
      Supplier<Bank> bank,
      Chance chance,
      Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.agendas = agendas;
    this.wishes = new WishReader(new ExamDomains(groups, bank));
    Candidates candidates = new Candidates(bank, new KeptBack(jdbi));
    Sessions sessions = new Sessions(jdbi, clock);
    AskedQuestions questions = new AskedQuestions(jdbi);
    Tries tries = new Tries(jdbi, clock);
    QuestionVersions versions = new QuestionVersions(jdbi);
    Courses courses = new Courses(sessions, questions, tries, versions);
    Map<Kind, Deck> decks =
        Map.of(
            Kind.QUIZ, new QuizDeck(candidates, courses, progress, chance),
            Kind.REVIEW, new ReviewDeck(groups, candidates, courses, agendas));
    SessionViews views = new SessionViews(candidates);
    Asking asking =
        new Asking(
            sessions,
            questions,
            versions,
            courses,
            candidates,
            decks,
            new Mixups(jdbi, versions),
            new PracticeViews(candidates),
            views,
            chance);
    this.practising = new Practising(jdbi, sessions, questions, tries, courses, asking, views);
    this.replying = new Replying(learners, practising);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "quiz",
            "Practise for yourself, as long as you like; nobody else sees it",
            Response.PRIVATE,
            Permission.EVERYONE,
            wishes.toPractise(),
            this::quiz),
        new Command(
            "review",
            "Answer again what you are about to forget, what you missed first; nobody else sees it",
            Response.PRIVATE,
            Permission.EVERYONE,
            wishes.toReview(),
            call -> review(groups.of(call.origin()), call.origin(), call.arguments())));
  }

  private Reply quiz(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    return new Reply.Say(
        practising.start(
            learners.of(call.origin()), group.id(), wishes.toPractise(group, call.arguments())));
  }

  private Reply review(Group group, Origin origin, Arguments given) {
    Learner learner = learners.of(origin);
    int today = agendas.leftToday(learner, group);
    return new Reply.Say(
        practising.start(learner, group.id(), wishes.toReview(group, given, today)));
  }

  @Override
  public List<OnClick> clicks() {
    return Stream.concat(
            Stream.of(
                new OnClick("review", Response.PRIVATE, this::review),
                step("go", practising::go),
                step("again", practising::again),
                step("next", practising::next),
                step("stop", practising::stop)),
            replying.clicks().stream())
        .toList();
  }

  private Reply review(Incoming.Click click) {
    return review(groups.ofControl(click.action().number(0)), click.origin(), Arguments.none());
  }

  private OnClick step(String verb, BiFunction<Learner, Long, Message> step) {
    return click(verb, click -> step.apply(learners.of(click.origin()), click.action().number(0)));
  }

  static ActionId id(String verb, Object... keys) {
    return ActionId.of(NAME, verb, keys);
  }

  static OnClick click(String verb, Function<Incoming.Click, Message> handler) {
    return new OnClick(verb, Response.UPDATE, click -> new Reply.Update(handler.apply(click)));
  }
}

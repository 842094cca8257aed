package studycoach.feature.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.PostSource;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.ExamDomains;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;

/** The posts in which games gather their players. */
public final class LobbyPosts implements PostSource {
  static final String KIND = "live lobby";
  private static final int MOST_NAMES = 20;

  private final Games games;
  private final Players players;
  private final Groups groups;
  private final Learners learners;
  private final ExamDomains domains;

  public LobbyPosts(Jdbi jdbi, Groups groups, Learners learners, Supplier<Bank> bank) {
    this.games = new Games(jdbi);
    this.players = new Players(jdbi);
    this.groups = groups;
    this.learners = learners;
    this.domains = new ExamDomains(groups, bank);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isWanted(long subject, Destination to) {
    return games
        .find(subject)
        .filter(game -> game.state() == Game.State.LOBBY)
        .filter(game -> groups.channels().contain(game.group(), to))
        .isPresent();
  }

  @Override
  public Message compose(long subject, Destination to, PostKey key) {
    Game game = games.find(subject).orElseThrow();
    Message lobby =
        Message.of(
            new Block.Title(Markup.of(title(game))),
            new Block.Text(rules(game, to)),
            new Block.Text(joined(game, to)),
            new Block.Note(state(game)));
    return game.state() == Game.State.LOBBY
        ? lobby.and(new Block.Controls(controls(game, key)))
        : lobby;
  }

  private String title(Game game) {
    String number = game.questions() == 1 ? "1 question" : game.questions() + " questions";
    return "Live quiz · "
        + number
        + " · "
        + game.domain().map(id -> domain(game, id)).orElse("all domains");
  }

  private String domain(Game game, String id) {
    return domains.of(groups.find(game.group())).stream()
        .filter(known -> known.id().equals(id))
        .map(known -> known.name())
        .findFirst()
        .orElse(id);
  }

  private Markup rules(Game game, Destination to) {
    return host(game, to)
        .text(
            game.time().toSeconds()
                + " seconds for each question. Until then you can change your choice: the last one"
                + " counts. With "
                + GameKeeper.FEWEST
                + " players or more, right answers give the group's points.");
  }

  private Markup host(Game game, Destination to) {
    Optional<Learner> host =
        learners.known(learners.accountOf(game.host()).user()).filter(Learner::onBoard);
    return host.map(known -> Markup.of("Started by ").and(name(known.id(), to)).text(". "))
        .orElse(Markup.empty());
  }

  private Markup name(long learner, Destination to) {
    return Markup.empty().and(learners.account(learner, to).span());
  }

  private Markup joined(Game game, Destination to) {
    int all = players.of(game.id()).size();
    if (all == 0) {
      return Markup.of("Nobody has joined yet.");
    }
    List<Long> named = players.onBoard(game.id(), MOST_NAMES);
    Markup names = Markup.empty().bold(all + " joined").text(named.isEmpty() ? "" : ": ");
    for (int at = 0; at < named.size(); at++) {
      names = names.text(at == 0 ? "" : ", ").and(name(named.get(at), to));
    }
    int others = all - named.size();
    return others == 0 || named.isEmpty() ? names : names.text(" and " + others + " more");
  }

  private Markup state(Game game) {
    return switch (game.state()) {
      case LOBBY -> Markup.of("Starts ").second(game.due(), groups.find(game.group()).zone());
      case ASKING, PAUSE -> Markup.of("Running · answer a question to join");
      case EMPTY -> Markup.of("Nobody joined, so there was no quiz.");
      case STOPPED -> Markup.of("Stopped");
      case FINISHED, ABANDONED ->
          Markup.of(game.asked() == 0 ? "There was nothing to ask." : "Over");
    };
  }

  private static List<Control> controls(Game game, PostKey key) {
    return List.of(
        new Control.Button("Join", ActionId.of(LiveFeature.NAME, "join", game.id(), key.value())),
        new Control.Button(
            "Start now", ActionId.of(LiveFeature.NAME, "begin", game.id(), key.value())));
  }
}

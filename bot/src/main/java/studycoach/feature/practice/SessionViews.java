package studycoach.feature.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.study.draw.Accuracy;
import studycoach.study.practice.Session;

/** How sessions went, and where those stand that are not finished. */
final class SessionViews {
  private final Candidates candidates;

  SessionViews(Candidates candidates) {
    this.candidates = candidates;
  }

  /** How it went. */
  Message summary(Course course) {
    List<Block> blocks = new ArrayList<>();
    Accuracy all = course.accuracy();
    int planned = course.session().wish().questions();
    blocks.add(new Block.Title(Markup.of(name(course.session()) + " · result")));
    blocks.add(
        new Block.Text(
            Markup.empty()
                .bold(PracticeViews.score(all) + " right")
                .text(all.answered() < planned ? ", of " + planned + " planned." : ".")));
    if (all.answered() > 0) {
      blocks.add(new Block.Fields(domains(course)));
      blocks.add(new Block.Note(Markup.of("It counts in your progress, and gives no points.")));
    }
    if (!course.missed().isEmpty()) {
      blocks.add(
          new Block.Controls(
              List.of(
                  new Control.Button(
                      "Again, only the ones I missed",
                      PracticeFeature.id("again", course.session().id())))));
    }
    return new Message(blocks);
  }

  private List<Block.Field> domains(Course course) {
    return course.byDomain().entrySet().stream()
        .map(
            domain ->
                new Block.Field(
                    candidates.name(course.session().wish(), domain.getKey()),
                    Markup.of(PracticeViews.score(domain.getValue()))))
        .toList();
  }

  /** Where an unfinished session stands, beside one that could begin. */
  Message offer(Course unfinished, Session other) {
    return Message.of(
        new Block.Title(Markup.of(name(other))),
        new Block.Text(unfinished(unfinished)),
        new Block.Controls(
            List.of(
                new Control.Button("Go on", PracticeFeature.id("go", unfinished.session().id())),
                new Control.Button("Start anew", PracticeFeature.id("go", other.id())))));
  }

  /** The same below what says why no other one could begin. */
  Message offer(Course unfinished, Message none) {
    return none.and(
        new Block.Text(unfinished(unfinished)),
        new Block.Controls(
            List.of(
                new Control.Button("Go on", PracticeFeature.id("go", unfinished.session().id())))));
  }

  private static Markup unfinished(Course course) {
    Accuracy all = course.accuracy();
    return Markup.of(
            "You have not finished your last "
                + name(course.session()).toLowerCase(Locale.ROOT)
                + ": ")
        .bold(all.answered() + " of " + course.session().wish().questions())
        .text(" answered, " + all.right() + " right.");
  }

  /** What people call what a session is for. */
  static String name(Session session) {
    return switch (session.wish().kind()) {
      case QUIZ -> "Practice";
      case REVIEW -> "Review";
    };
  }
}

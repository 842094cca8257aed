package studycoach.feature.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.Buttons;
import studycoach.study.Drop;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.KeptBack;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.Reminders;
import studycoach.study.practice.Agendas;

/** Questions are about to be forgotten, and the learner's goal leaves time for some of them. */
final class ReviewsDue implements Kind {
  private final String root;
  private final RemindDao reminders;
  private final Groups groups;
  private final Learners learners;
  private final Agendas agendas;
  private final KeptBack keptBack;
  private final Supplier<Bank> bank;

  ReviewsDue(
      String root,
      RemindDao reminders,
      Groups groups,
      Learners learners,
      Agendas agendas,
      KeptBack keptBack,
      Supplier<Bank> bank) {
    this.root = root;
    this.reminders = reminders;
    this.groups = groups;
    this.learners = learners;
    this.agendas = agendas;
    this.keptBack = keptBack;
    this.bank = bank;
  }

  @Override
  public Reminders wish() {
    return Reminders.REVIEW;
  }

  @Override
  public Stream<Occasion> occasions(Reader reader, List<Drop> open, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, reader.zone());
    return Stream.of(today, today.plusDays(1), today.plusDays(2))
        .flatMap(day -> occasion(reader, day));
  }

  private static Stream<Occasion> occasion(Reader reader, LocalDate day) {
    return Timing.ofDay(day, reader.choice().quiet(), reader.zone())
        .map(at -> new Occasion(day.toEpochDay(), at))
        .stream();
  }

  /** {@inheritDoc} Who studies for one exam in several groups is told in the first of them. */
  @Override
  public boolean isWorth(Reader reader, Occasion occasion) {
    return reminders.isFirstForItsExam(reader) && due(reader) > 0;
  }

  private int due(Reader reader) {
    Learner learner = learners.find(reader.learner());
    Group group = groups.find(reader.group());
    Set<String> kept = keptBack.of(group.id(), learner.id());
    List<Question> among =
        bank.get().pack(group.settings().exam()).map(Pack::questions).orElse(List.of()).stream()
            .filter(question -> !kept.contains(question.id()))
            .toList();
    return agendas
        .of(learner, group, among)
        .on(agendas.today(learner, group), agendas.leftToday(learner, group))
        .size();
  }

  @Override
  public Message message(Reader reader, Occasion occasion, PostKey key, Control stop) {
    int due = due(reader);
    return Message.of(
        new Block.Title(Markup.of("Time to review")),
        new Block.Text(
            Markup.of(groups.find(reader.group()).settings().exam() + ": ")
                .bold(due == 1 ? "1 question" : due + " questions")
                .text(" that you have answered before would do you good today.")),
        new Block.Text(
            Markup.of("Press the button, or use ")
                .code("/" + root + " review")
                .text(" in the group's channel.")),
        new Block.Controls(List.of(Buttons.review(reader.group()), stop)));
  }
}

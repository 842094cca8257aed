package studycoach.feature.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.delivery.Outbox;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Exam;
import studycoach.pack.ExamStatus;
import studycoach.pack.Pack;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;

/** A group as a message. */
final class GroupViews {
  private final Groups groups;
  private final Learners learners;
  private final Supplier<Bank> bank;
  private final Outbox outbox;

  GroupViews(Groups groups, Learners learners, Supplier<Bank> bank, Outbox outbox) {
    this.groups = groups;
    this.learners = learners;
    this.bank = bank;
    this.outbox = outbox;
  }

  /** The settings, and whether the exam can be taken. */
  Message introduced(Group group) {
    return show(group, exam(group).flatMap(GroupViews::statusNote));
  }

  /** The settings after something has been done. */
  Message show(Group group, String done) {
    return show(group, Optional.of(Markup.of(done)));
  }

  private Optional<Exam> exam(Group group) {
    return bank.get().pack(group.settings().exam()).map(Pack::exam);
  }

  private Message show(Group group, Optional<Markup> lead) {
    List<Block> blocks = new ArrayList<>();
    String name = exam(group).map(Exam::name).orElse(group.settings().exam());
    blocks.add(new Block.Title(Markup.of(name)));
    lead.map(Block.Text::new).ifPresent(blocks::add);
    blocks.add(new Block.Fields(fields(group)));
    for (ChannelRef channel : groups.channels(group.id())) {
      outbox
          .pausedReason(new Destination.Channel(channel))
          .map(reason -> Markup.of("Nothing can be posted here: " + reason))
          .map(Block.Text::new)
          .ifPresent(blocks::add);
    }
    return new Message(blocks);
  }

  private static Optional<Markup> statusNote(Exam exam) {
    return exam.status() == ExamStatus.OPEN
        ? Optional.empty()
        : exam.statusNote()
            .map(Markup::of)
            .or(() -> Optional.of(Markup.of(word(exam.status()) + " exam")));
  }

  private static String word(ExamStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private List<Block.Field> fields(Group group) {
    GroupSettings settings = group.settings();
    return List.of(
        field("exam", settings.exam()),
        field("time", Wishes.show(settings.timetable().time())),
        field("zone", settings.timetable().zone().getId()),
        field("days", Wishes.show(settings.timetable().days())),
        field("questions", String.valueOf(settings.questions())),
        field("feedback", settings.sealed() ? "sealed" : "instant"),
        field("reveal", Wishes.show(settings.revealAfter())),
        new Block.Field("organisers", organisers(group)),
        new Block.Field("next drop", next(group)));
  }

  private static Block.Field field(String name, String value) {
    return new Block.Field(name, Markup.of(value));
  }

  private Markup organisers(Group group) {
    return Markup.of(
        groups.organisers(group.id()).stream()
            .map(learner -> learners.account(learner, "").name())
            .collect(Collectors.joining(", ")));
  }

  private static Markup next(Group group) {
    if (group.paused()) {
      return Markup.of("paused");
    }
    if (group.skipNext()) {
      return Markup.of("left out: ").time(group.next().at(), group.zone());
    }
    return Markup.empty().time(group.next().at(), group.zone());
  }
}

package studycoach.feature.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
import studycoach.study.Groups;

/** A group as a message. */
final class GroupViews {
  private final Groups groups;
  private final Supplier<Bank> bank;
  private final Outbox outbox;
  private final GroupFields fields;

  GroupViews(Groups groups, Supplier<Bank> bank, Outbox outbox, GroupFields fields) {
    this.groups = groups;
    this.bank = bank;
    this.outbox = outbox;
    this.fields = fields;
  }

  /** The settings, and whether the exam can be taken. */
  Message introduced(Group group) {
    return show(group, statusNote(group));
  }

  /** The settings after something has been done. */
  Message show(Group group, String done) {
    return show(group, Optional.of(done));
  }

  /** What has changed, and whether an exam that is new to the group can be taken. */
  String told(GroupKeeper.Changed changed) {
    return changed.newExam()
        ? statusNote(changed.group())
            .map(note -> changed.done() + " " + note)
            .orElse(changed.done())
        : changed.done();
  }

  private Optional<Exam> exam(Group group) {
    return bank.get().pack(group.settings().exam()).map(Pack::exam);
  }

  /** The settings below a sentence, if there is one to say. */
  Message show(Group group, Optional<String> lead) {
    List<Block> blocks = new ArrayList<>();
    String name = exam(group).map(Exam::name).orElse(group.settings().exam());
    blocks.add(new Block.Title(Markup.of(name)));
    lead.map(Markup::of).map(Block.Text::new).ifPresent(blocks::add);
    blocks.add(new Block.Fields(fields.of(group)));
    for (ChannelRef channel : groups.channels().of(group.id())) {
      outbox
          .pausedReason(new Destination.Channel(channel))
          .map(
              reason ->
                  Markup.of("Nothing can be posted in ")
                      .and(GroupFields.name(channel))
                      .text(": " + reason))
          .map(Block.Text::new)
          .ifPresent(blocks::add);
    }
    return new Message(blocks);
  }

  /** What is to be known about an exam that is not simply open. */
  Optional<String> statusNote(Group group) {
    return exam(group).flatMap(GroupViews::statusNote);
  }

  static Optional<String> statusNote(Exam exam) {
    return exam.status() == ExamStatus.OPEN
        ? Optional.empty()
        : exam.statusNote().or(() -> Optional.of(word(exam.status()) + " exam"));
  }

  private static String word(ExamStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}

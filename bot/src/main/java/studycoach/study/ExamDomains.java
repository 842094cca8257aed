package studycoach.study;

import java.util.List;
import java.util.function.Supplier;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.markup.Nearest;
import studycoach.pack.Bank;
import studycoach.pack.Domain;

/** The domains of the exams that groups study for, as people name them. */
public final class ExamDomains {
  private final Groups groups;
  private final Supplier<Bank> bank;

  public ExamDomains(Groups groups, Supplier<Bank> bank) {
    this.groups = groups;
    this.bank = bank;
  }

  /** The names of those that somebody may mean in a channel. */
  public List<String> names(Origin origin) {
    return origin.channel().flatMap(groups::in).map(this::names).orElse(List.of());
  }

  private List<String> names(Group group) {
    return of(group).stream().map(Domain::name).toList();
  }

  /** In the blueprint's order; empty if there is no pack for the group's exam. */
  public List<Domain> of(Group group) {
    return bank.get()
        .pack(group.settings().exam())
        .map(pack -> pack.exam().domains())
        .orElse(List.of());
  }

  /**
   * The one that somebody means.
   *
   * @throws UserError that names them all if it is none of them
   */
  public Domain named(Group group, String typed) {
    List<String> names = names(group);
    return bank.get()
        .pack(group.settings().exam())
        .flatMap(pack -> pack.exam().domainNamed(typed))
        .orElseThrow(
            () ->
                new UserError(
                    "I don't know that domain."
                        + Nearest.of(typed, names)
                            .map(name -> " Did you mean " + name + "?")
                            .orElse("")
                        + " There are "
                        + String.join(", ", names)
                        + "."));
  }
}

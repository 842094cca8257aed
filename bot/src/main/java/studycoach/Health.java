package studycoach;

import java.util.List;
import java.util.function.Supplier;
import studycoach.control.Report;
import studycoach.store.Database;

/** Whether a running bot reaches its database. */
public record Health(Database database) implements Supplier<Report> {
  /** By which a running bot is asked for it. */
  public static final String NAME = "health";

  @Override
  public Report get() {
    database.jdbi().useHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    return new Report(List.of("The bot runs and its database answers."), true);
  }
}

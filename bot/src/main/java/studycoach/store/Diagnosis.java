package studycoach.store;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Says in plain words why a database can't be opened. */
final class Diagnosis {
  private static final int H2_LOCKED = 90020;
  private static final int H2_DAMAGED = 90030;
  private static final int H2_UNSUPPORTED_FORMAT = 90048;

  private Diagnosis() {}

  static String of(String name, Throwable failure) {
    if (failure instanceof FlywayValidateException) {
      return name
          + " was written by a newer or a changed release of Study Coach; nothing was touched."
          + " Start that release again, or choose another data folder or database.";
    }
    return switch (sqlCode(failure)) {
      case H2_LOCKED ->
          name
              + " is in use by another process. Stop that one first, or choose another data"
              + " folder.";
      case H2_DAMAGED, H2_UNSUPPORTED_FORMAT ->
          name
              + " is damaged or no database of ours; nothing was touched."
              + " Restore a backup, or move the file away to start anew.";
      default -> name + byState(failure);
    };
  }

  /** Why a server that we have reached can't be used. */
  private static String byState(Throwable failure) {
    return switch (state(failure)) {
      case "08001", "08006" -> " can't be reached. Check that it runs, and its host and port.";
      case "08004", "28000", "28P01" ->
          " does not let us in. Check COACH_DATABASE_USER and COACH_DATABASE_PASSWORD.";
      case "3D000" -> " is not there, though its server is. Create it first.";
      case "42501" -> " can't be changed by this user. Make the user its owner.";
      case "53300" -> " has no connection left for us. Raise max_connections.";
      case "57P03" -> " is just starting or stopping. Try again in a minute.";
      default -> " can't be opened: " + rootMessage(failure);
    };
  }

  private static int sqlCode(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
        return sql.getErrorCode();
      }
    }
    return 0;
  }

  private static String state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}

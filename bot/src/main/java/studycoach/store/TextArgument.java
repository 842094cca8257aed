package studycoach.store;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds texts without what PostgreSQL can't hold: NUL, and halves of surrogate pairs. */
final class TextArgument extends AbstractArgumentFactory<String> {
  private static final char REPLACEMENT = '\uFFFD';

  TextArgument() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    String storable = storable(value);
    return (position, statement, context) -> statement.setString(position, storable);
  }

  private static String storable(String value) {
    String whole =
        StandardCharsets.UTF_8.newEncoder().canEncode(value)
            ? value
            : new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return whole.replace('\0', REPLACEMENT);
  }
}

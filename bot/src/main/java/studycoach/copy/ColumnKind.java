package studycoach.copy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of values that both databases store alike, however their drivers hand them out. */
enum ColumnKind {
  WHOLE(JDBCType.BIGINT, ResultSet::getLong, (value, out) -> out.writeLong((Long) value)),
  DECIMAL(
      JDBCType.NUMERIC,
      ResultSet::getBigDecimal,
      (value, out) -> write(((BigDecimal) value).stripTrailingZeros().toString(), out)),
  // H2 has no -0, so that it is made 0.
  REAL(
      JDBCType.DOUBLE,
      ResultSet::getDouble,
      (value, out) -> out.writeLong(Double.doubleToLongBits((Double) value + 0.0))),
  TEXT(JDBCType.VARCHAR, ResultSet::getString, (value, out) -> write((String) value, out)),
  TRUTH(JDBCType.BOOLEAN, ResultSet::getBoolean, (value, out) -> out.writeBoolean((Boolean) value)),
  MOMENT(JDBCType.TIMESTAMP_WITH_TIMEZONE, ColumnKind::moment, ColumnKind::writeMoment),
  DATE(
      JDBCType.DATE,
      (row, column) -> row.getObject(column, LocalDate.class),
      (value, out) -> out.writeLong(((LocalDate) value).toEpochDay())),
  BYTES(JDBCType.VARBINARY, ResultSet::getBytes, (value, out) -> write((byte[]) value, out));

  private final JDBCType type;
  private final Reading reading;
  private final Writing writing;

  ColumnKind(JDBCType type, Reading reading, Writing writing) {
    this.type = type;
    this.reading = reading;
    this.writing = writing;
  }

  @FunctionalInterface
  private interface Reading {
    @Nullable Object from(ResultSet row, int column) throws SQLException;
  }

  @FunctionalInterface
  private interface Writing {
    void to(Object value, DataOutputStream out) throws IOException;
  }

  /**
   * The kind of a column.
   *
   * @param type of {@link java.sql.Types}
   * @param name the database's own name of the type: to PostgreSQL's driver a moment is a timestamp
   *     without a zone, and a truth a bit
   */
  static Optional<ColumnKind> of(int type, String name) {
    return switch (JDBCType.valueOf(type)) {
      case SMALLINT, INTEGER, BIGINT -> Optional.of(WHOLE);
      case NUMERIC, DECIMAL -> Optional.of(DECIMAL);
      case DOUBLE -> Optional.of(REAL);
      case VARCHAR, LONGVARCHAR, CLOB -> Optional.of(TEXT);
      case BOOLEAN -> Optional.of(TRUTH);
      case BIT -> Optional.of(TRUTH).filter(kind -> name.equals("bool"));
      case TIMESTAMP_WITH_TIMEZONE -> Optional.of(MOMENT);
      case TIMESTAMP -> Optional.of(MOMENT).filter(kind -> name.equals("timestamptz"));
      case DATE -> Optional.of(DATE);
      case BINARY, VARBINARY, LONGVARBINARY -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }

  @Nullable Object read(ResultSet row, int column) throws SQLException {
    Object value = reading.from(row, column);
    return row.wasNull() ? null : value;
  }

  void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(place, type.getVendorTypeNumber());
    } else {
      statement.setObject(place, value);
    }
  }

  /** Writes what makes the value what it is, the same whichever database it comes from. */
  void write(Object value, DataOutputStream out) throws IOException {
    writing.to(value, out);
  }

  private static @Nullable Object moment(ResultSet row, int column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static void writeMoment(Object value, DataOutputStream out) throws IOException {
    Instant moment = ((OffsetDateTime) value).toInstant();
    out.writeLong(moment.getEpochSecond());
    out.writeInt(moment.getNano());
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}

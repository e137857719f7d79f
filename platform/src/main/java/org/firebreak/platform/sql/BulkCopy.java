package org.firebreak.platform.sql;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.firebreak.base.error.InternalException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * A batch of rows for PostgreSQL's {@code COPY ... FROM STDIN} in text format, the fastest way in.
 * The rows go in on the connection of the transaction that runs, if one does.
 *
 * <p>Not thread-safe.
 */
public final class BulkCopy {

  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean rowStarted;

  /** Appends one value of the current row; null is SQL's null. */
  public BulkCopy value(@Nullable Object value) {
    if (rowStarted) {
      text.append('\t');
    }
    rowStarted = true;
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  /** Appends a {@code text[]} value. */
  public BulkCopy array(Iterable<String> values) {
    StringBuilder array = new StringBuilder("{");
    for (String value : values) {
      array.append(array.length() > 1 ? "," : "");
      array.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return value(array.append('}'));
  }

  /** Ends the current row. */
  public BulkCopy endRow() {
    text.append('\n');
    rowStarted = false;
    return this;
  }

  /** NUL cannot be stored in PostgreSQL's text; it is dropped. */
  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' -> {}
        default -> text.append(c);
      }
    }
  }

  /**
   * Sends the rows and empties this batch.
   *
   * @param target table with its columns, for example {@code schema.table (a, b)}
   */
  public void into(DataSource dataSource, String target) {
    if (text.isEmpty()) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", new StringReader(text.toString()));
      text.setLength(0);
    } catch (SQLException e) {
      throw new org.springframework.jdbc.UncategorizedSQLException("copy", target, e);
    } catch (IOException e) {
      throw new InternalException("copy-failed", "Reading a batch from memory failed", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}

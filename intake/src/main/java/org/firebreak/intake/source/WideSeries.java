package org.firebreak.intake.source;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.intake.convert.DateFormat;
import org.jspecify.annotations.Nullable;

/**
 * A wide time series read as a long one: every column whose name is a date becomes a row of its own
 * with the columns {@code date} (ISO 8601) and {@code value} after those that are no dates. Not
 * thread-safe.
 */
public final class WideSeries implements RowSource {

  /** Columns with dates as names from which a file counts as wide. */
  private static final int DATE_COLUMNS_MIN = 3;

  private final RowSource rows;
  private final int[] keyColumns;
  private final int[] dateColumns;
  private final String[] dates;
  private final List<String> header;
  private @Nullable SourceRow current;
  private int nextDate;

  private WideSeries(RowSource rows, List<Integer> keys, List<Integer> days, String[] dates) {
    this.rows = rows;
    this.keyColumns = keys.stream().mapToInt(Integer::intValue).toArray();
    this.dateColumns = days.stream().mapToInt(Integer::intValue).toArray();
    this.dates = dates;
    List<String> names = new ArrayList<>();
    keys.forEach(column -> names.add(rows.header().get(column)));
    names.add("date");
    names.add("value");
    this.header = HeaderNames.distinct(rows.name(), names.toArray(String[]::new));
  }

  /** The date format in which most columns are named, if at least three are and all fit it. */
  public static Optional<DateFormat> findFormat(List<String> header) {
    DateFormat best = null;
    int most = DATE_COLUMNS_MIN - 1;
    for (DateFormat format : List.of(DateFormat.YMD, DateFormat.MDY, DateFormat.DMY)) {
      int fits = 0;
      for (String name : header) {
        fits += date(name, format) == null ? 0 : 1;
      }
      if (fits > most) {
        best = format;
        most = fits;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Turns the rows of a wide file into those of a long one; closing it closes them.
   *
   * @param format word of a {@link DateFormat}
   * @return the rows themselves if they are long already, as those of an exported quarantine
   * @throws DataException if no column is named by such a date
   */
  public static RowSource of(RowSource rows, String format) {
    DateFormat dateFormat = DateFormat.of(format);
    List<Integer> keys = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    for (int i = 0; i < rows.header().size(); i++) {
      String date = date(rows.header().get(i), dateFormat);
      (date == null ? keys : days).add(i);
      if (date != null) {
        dates.add(date);
      }
    }
    if (days.isEmpty() && rows.header().containsAll(List.of("date", "value"))) {
      return rows;
    }
    if (days.isEmpty()) {
      rows.close();
      throw new DataException(
          "no-date-columns",
          "%s: no column is named by a date (%s)".formatted(rows.name(), dateFormat.nameEn()));
    }
    return new WideSeries(rows, keys, days, dates.toArray(String[]::new));
  }

  /** R puts an X before names that begin with a digit. */
  private static @Nullable String date(String name, DateFormat format) {
    String bare = name.matches("X\\d.*") ? name.substring(1) : name;
    if (bare.length() < 6 || bare.length() > 24 || !Character.isDigit(bare.charAt(0))) {
      return null;
    }
    LocalDateTime moment = format.parse(bare);
    return moment == null ? null : moment.toLocalDate().toString();
  }

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable SourceRow next() {
    SourceRow row = current;
    if (row == null || nextDate == dateColumns.length) {
      row = rows.next();
      current = row;
      nextDate = 0;
    }
    if (row == null) {
      return null;
    }
    String[] cells = new String[keyColumns.length + 2];
    for (int i = 0; i < keyColumns.length; i++) {
      cells[i] = row.cell(keyColumns[i]);
    }
    cells[keyColumns.length] = dates[nextDate];
    cells[keyColumns.length + 1] = row.cell(dateColumns[nextDate]);
    nextDate++;
    return new SourceRow(row.number(), cells);
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() {
    rows.close();
  }
}

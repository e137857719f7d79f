package org.firebreak.intake.mapping;

import java.util.Collection;
import java.util.List;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.convert.DateFormat;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file write dates, decided by the whole sample: the order that fits most
 * cells of a column; where day and month could be either way round in all of them, the order of the
 * other columns of the file; else day before month, said to be a guess.
 */
final class DateInference {

  private static final List<DateFormat> ORDERS =
      List.of(DateFormat.YMD, DateFormat.DMY, DateFormat.MDY);

  private DateInference() {}

  /**
   * What was decided for a column.
   *
   * @param confidence 0 to 1
   * @param reason with the counts that decided
   */
  record Decision(DateFormat format, double confidence, LocalizedText reason) {}

  static Decision decide(ColumnProfile column, Collection<ColumnProfile> dateColumns) {
    for (DateFormat numbers : List.of(DateFormat.EXCEL, DateFormat.EPOCH)) {
      if (column.filled() > 0
          && column.shareOfNumbers() > 0.95
          && column.isDayNumbers(numbers)
          && column.dates(DateFormat.YMD) < column.filled()) {
        return decision(numbers, column, 0.8, null);
      }
    }
    DateFormat best = best(column);
    boolean ambiguous =
        best != DateFormat.YMD
            && column.dates(DateFormat.DMY) == column.dates(DateFormat.MDY)
            && column.dates(DateFormat.DMY) > 0;
    if (!ambiguous) {
      return decision(best, column, 1, null);
    }
    long dayFirst = votes(dateColumns, DateFormat.DMY, DateFormat.MDY);
    long monthFirst = votes(dateColumns, DateFormat.MDY, DateFormat.DMY);
    if (dayFirst != monthFirst) {
      DateFormat other = dayFirst > monthFirst ? DateFormat.DMY : DateFormat.MDY;
      return decision(
          other,
          column,
          0.8,
          new LocalizedText(
              "; day and month could be either way round, decided by the other date columns",
              "；日与月的顺序不明，按其他日期列判定"));
    }
    return decision(
        DateFormat.DMY,
        column,
        0.5,
        new LocalizedText(
            "; day and month could be either way round in every cell: please check",
            "；所有单元格中日与月的顺序均不明，请核对"));
  }

  private static DateFormat best(ColumnProfile column) {
    DateFormat best = DateFormat.YMD;
    for (DateFormat format : ORDERS) {
      if (column.dates(format) > column.dates(best)) {
        best = format;
      }
    }
    return best;
  }

  private static long votes(Collection<ColumnProfile> columns, DateFormat one, DateFormat two) {
    return columns.stream().filter(column -> column.dates(one) > column.dates(two)).count();
  }

  private static Decision decision(
      DateFormat format, ColumnProfile column, double confidence, @Nullable LocalizedText more) {
    String counts = column.dates(format) + "/" + column.filled();
    return new Decision(
        format,
        confidence,
        new LocalizedText(
            "dates as "
                + format.nameEn()
                + " ("
                + counts
                + " cells)"
                + (more == null ? "" : more.en()),
            "日期格式 " + format.nameZh() + "（" + counts + " 个单元格）" + (more == null ? "" : more.zh())));
  }
}

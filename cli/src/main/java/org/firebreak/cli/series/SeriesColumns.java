package org.firebreak.cli.series;

import java.util.List;
import org.firebreak.base.EpiWeekRule;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file make a series, and how its dates are read.
 *
 * @param date column of the date
 * @param value column of the value
 * @param group column of the group; null: the column {@code group} if there is one
 * @param optional names of further number columns that are read where the file has them
 * @param weekRule how epi weeks are numbered
 * @param cadence the distance of two values; null: found from the dates
 */
public record SeriesColumns(
    String date,
    String value,
    @Nullable String group,
    List<String> optional,
    EpiWeekRule weekRule,
    @Nullable Cadence cadence) {

  /** Name of the date column unless told otherwise. */
  public static final String DATE = "date";

  /** Name of the value column unless told otherwise. */
  public static final String VALUE = "value";

  /** Name of the group column that is used where a file has it. */
  public static final String GROUP = "group";

  /** The columns {@code date}, {@code value} and, if present, {@code group}; ISO weeks. */
  public static final SeriesColumns DEFAULT =
      new SeriesColumns(DATE, VALUE, null, List.of(), EpiWeekRule.ISO, null);

  public SeriesColumns {
    optional = List.copyOf(optional);
  }
}

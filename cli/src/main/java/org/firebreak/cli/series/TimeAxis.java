package org.firebreak.cli.series;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.firebreak.base.EpiWeekRule;
import org.jspecify.annotations.Nullable;

/**
 * The even time axis of one series: what its index 0 is called, and every later (or future) index.
 *
 * @param cadence distance of two indices
 * @param first epoch day of index 0 (the week's first day for epi weeks), or the integer itself for
 *     {@link Cadence#STEP}
 * @param epiWeeks the rule if the file names epi weeks, null if it names days
 */
public record TimeAxis(Cadence cadence, long first, @Nullable EpiWeekRule epiWeeks) {

  /** Epoch day (or integer) of an index; indices past the end of the series are allowed. */
  public long at(int index) {
    return first + (long) index * cadence.unitsPerStep();
  }

  /** The calendar day of an index (a week's first or named day), empty for plain steps. */
  public Optional<LocalDate> findDay(int index) {
    return cadence == Cadence.STEP
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(at(index)));
  }

  /**
   * The index a label names, written as the file writes its dates; it may be before the series or
   * after. Empty if the text is no date of that kind, or falls between two steps.
   */
  public OptionalLong findIndex(String text) {
    EpiWeekRule rule = epiWeeks == null ? EpiWeekRule.ISO : epiWeeks;
    return DateCell.find(text, rule)
        .filter(cell -> (cell.kind() == DateCell.Kind.STEP) == (cadence == Cadence.STEP))
        .map(cell -> cell.at() - first)
        .filter(distance -> distance % cadence.unitsPerStep() == 0)
        .map(distance -> OptionalLong.of(distance / cadence.unitsPerStep()))
        .orElse(OptionalLong.empty());
  }

  /** The index as the file writes it: {@code 2020-02-10}, {@code 2020-W07} or {@code 41}. */
  public String label(int index) {
    if (cadence == Cadence.STEP) {
      return Long.toString(at(index));
    }
    LocalDate day = LocalDate.ofEpochDay(at(index));
    return epiWeeks == null ? day.toString() : epiWeeks.weekOf(day).toString();
  }
}

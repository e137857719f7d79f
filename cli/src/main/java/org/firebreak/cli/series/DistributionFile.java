package org.firebreak.cli.series;

import java.nio.file.Path;
import org.firebreak.base.error.DataException;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.cli.table.CsvTable.Row;

/**
 * A discrete distribution over days from a CSV file with two columns, day and probability, day 0
 * first. The names of the columns do not matter; the days must be 0, 1, 2 and so on.
 */
public final class DistributionFile {

  private static final double SUM_TOLERANCE = 1e-3;

  private DistributionFile() {}

  /**
   * Reads the probabilities, index = day, as they stand in the file (they sum to 1 within 0.001).
   *
   * @throws DataException if a cell is wrong or the sum is not 1
   */
  public static double[] read(Path path) {
    CsvTable table = CsvTable.read(path);
    if (table.columns().size() != 2) {
      throw new DataException(
          "distribution-columns",
          "%s, line 1: a distribution file has two columns, day and probability; found %d"
              .formatted(table.file(), table.columns().size()));
    }
    double[] probabilities = new double[table.rows().size()];
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      Row row = table.rows().get(i);
      if (number(table, row, 0) != i) {
        throw table.cellError(row, 0, "should be day " + i + "; days start at 0, without a gap");
      }
      double probability = number(table, row, 1);
      if (!(probability >= 0) || probability > 1) {
        throw table.cellError(row, 1, "is not a probability");
      }
      probabilities[i] = probability;
      sum += probability;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new DataException(
          "distribution-sum",
          "%s, column %s: the probabilities sum to %s, not 1"
              .formatted(table.file(), table.columns().get(1), sum));
    }
    return probabilities;
  }

  private static double number(CsvTable table, Row row, int column) {
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw table.cellError(row, column, "is not a number");
    }
  }
}

package org.firebreak.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firebreak.base.error.ResourceException;
import org.firebreak.intake.convert.Numbers;
import org.firebreak.intake.problem.Problem;

/**
 * Writes refused rows as CSV: the columns of the file as it came, then columns that begin with
 * {@value #PREFIX} and say row, field, rule, value and what to do. The rows can be corrected in
 * place and sent again; columns with the prefix are ignored then.
 *
 * <p>A cell that a spreadsheet would take for a formula is written with a single quote before it,
 * which the intake removes again. Not thread-safe.
 */
public final class QuarantineCsv implements AutoCloseable {

  /** Beginning of the names of columns that are not the file's own. */
  public static final String PREFIX = "firebreak_";

  private static final String BETWEEN = " | ";

  private final CsvWriter csv;
  private final int width;

  /**
   * Writes the header.
   *
   * @param out closed with this writer; a byte order mark makes spreadsheets read UTF-8
   */
  public QuarantineCsv(Writer out, List<String> header) {
    this.csv = CsvWriter.builder().build(write(out, "\uFEFF"));
    this.width = header.size();
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(guard(name)));
    for (String name :
        List.of("row", "field", "rule", "value", "problem", "what_to_do", "问题", "处理建议")) {
      names.add(PREFIX + name);
    }
    csv.writeRecord(names);
  }

  private static Writer write(Writer out, String text) {
    try {
      out.write(text);
      return out;
    } catch (IOException e) {
      throw new ResourceException(
          "quarantine-unwritable", "The quarantine file cannot be written: " + e.getMessage(), e);
    }
  }

  /** Writes one refused row. */
  public void write(Outcome.Quarantined row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      cells.add(guard(row.raw().cell(i)));
    }
    cells.add(String.valueOf(row.row()));
    List<Problem> problems = row.problems();
    cells.add(join(problems, problem -> problem.field() == null ? "" : problem.field()));
    cells.add(join(problems, Problem::rule));
    cells.add(join(problems, problem -> problem.value() == null ? "" : problem.value()));
    cells.add(join(problems, problem -> problem.message().en()));
    cells.add(join(problems, problem -> problem.advice().en()));
    cells.add(join(problems, problem -> problem.message().zh()));
    cells.add(join(problems, problem -> problem.advice().zh()));
    csv.writeRecord(cells);
  }

  private static String join(List<Problem> problems, Function<Problem, String> part) {
    return guard(problems.stream().map(part).collect(Collectors.joining(BETWEEN)));
  }

  /** Whether a spreadsheet might run the text; a plain number such as -13.2 it does not. */
  static boolean isFormula(String text) {
    if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return Numbers.parse(text) == null;
  }

  private static String guard(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new ResourceException(
          "quarantine-unwritable", "The quarantine file cannot be written: " + e.getMessage(), e);
    }
  }
}

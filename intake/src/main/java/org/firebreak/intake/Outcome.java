package org.firebreak.intake;

import java.util.List;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.source.SourceRow;

/** What became of a row, or of one of the records it makes. */
public sealed interface Outcome {

  /** Number of the row in its file. */
  long row();

  /**
   * A record that may go in.
   *
   * @param raw the row as the file has it
   * @param record the typed record
   * @param warnings rules that it breaks without being refused
   */
  record Accepted(SourceRow raw, TypedRecord record, List<Problem> warnings) implements Outcome {
    public Accepted {
      warnings = List.copyOf(warnings);
    }

    @Override
    public long row() {
      return raw.number();
    }
  }

  /**
   * A row of which at least one record was refused. Records of the same row that are in order were
   * delivered as {@link Accepted} before it.
   *
   * @param raw the row as the file has it
   * @param hash hash of the row's cells
   * @param problems at least one error; warnings of the refused records too
   */
  record Quarantined(SourceRow raw, ContentHash hash, List<Problem> problems) implements Outcome {
    public Quarantined {
      problems = List.copyOf(problems);
    }

    @Override
    public long row() {
      return raw.number();
    }
  }

  /**
   * A record equal in every field to one delivered before from this file; not to be stored again.
   *
   * @param raw the row as the file has it
   */
  record Repeated(SourceRow raw) implements Outcome {
    @Override
    public long row() {
      return raw.number();
    }
  }

  /**
   * A warning that could only be seen later, about a record already delivered: for example that the
   * parts of a day do not add up.
   */
  record Noted(Problem problem) implements Outcome {
    @Override
    public long row() {
      return problem.row();
    }
  }
}

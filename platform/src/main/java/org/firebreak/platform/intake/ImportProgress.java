package org.firebreak.platform.intake;

import org.firebreak.intake.source.RowSource;
import org.firebreak.platform.jobs.JobControl;

/** Tells how far an import is, in bytes of the file, and hears whether it was cancelled. */
final class ImportProgress {

  private static final int ROWS_BETWEEN = 1000;

  private final JobControl job;
  private final RowSource rows;
  private final long sizeBytes;
  private long seen;

  ImportProgress(JobControl job, RowSource rows, long sizeBytes) {
    this.job = job;
    this.rows = rows;
    this.sizeBytes = sizeBytes;
  }

  void next() {
    if (++seen % ROWS_BETWEEN == 0) {
      job.checkCancelled();
      job.progress(Math.min(rows.bytesRead(), sizeBytes), sizeBytes);
    }
  }
}

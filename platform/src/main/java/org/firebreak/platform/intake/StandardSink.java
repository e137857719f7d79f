package org.firebreak.platform.intake;

import java.util.List;
import org.firebreak.platform.records.NewRecord;

/**
 * Where the accepted records of one import go, within its transaction. One is made for each import;
 * not thread-safe.
 */
interface StandardSink {

  /** Takes a batch of records, in the order of the file. */
  void add(List<NewRecord> batch);

  /**
   * Ends the import.
   *
   * @return number of rows of the file that changed what is stored
   */
  long finish();
}

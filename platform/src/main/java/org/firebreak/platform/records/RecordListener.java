package org.firebreak.platform.records;

import java.util.List;

/**
 * A capability that keeps an index of its own over the records of one standard. It is told of new
 * versions in the transaction that stores them, so that the index is never behind.
 */
public interface RecordListener {

  /** Key of the standard. */
  String standard();

  /** Takes in versions just stored, in the order of the file. */
  void stored(List<StoredRecord> records);

  /** Called once after the last batch of an import, still in its transaction. */
  void finished();
}

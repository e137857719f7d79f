package org.firebreak.platform.intake;

import java.util.List;
import java.util.function.Consumer;
import org.firebreak.platform.records.NewRecord;
import org.firebreak.platform.records.RecordImport;

/** Keeps records with their versions, and tells another capability what came in. */
final class RecordSink implements StandardSink {

  private final RecordImport records;
  private final Consumer<List<NewRecord>> listener;

  /**
   * @param listener hears of every batch, changed or not
   */
  RecordSink(RecordImport records, Consumer<List<NewRecord>> listener) {
    this.records = records;
    this.listener = listener;
  }

  @Override
  public void add(List<NewRecord> batch) {
    records.add(batch);
    listener.accept(batch);
  }

  @Override
  public long finish() {
    records.finish();
    return records.stored();
  }
}

package org.firebreak.trace.store;

import java.io.IOException;
import java.util.stream.IntStream;

/** Writes a day segment: first all rows by person, then all rows by place. */
final class SegmentWriter {

  /** Gives the rows of one order, sorted, to a taker. */
  interface Rows {
    void forEach(Taker taker) throws IOException;
  }

  /** Takes one row; it is reused afterwards. */
  interface Taker {
    void take(Row row) throws IOException;
  }

  static final int EVIDENCE_CODES = 1 << 16;

  private SegmentWriter() {}

  /**
   * Writes and syncs the file.
   *
   * @param dayStart first second of the day, since 1970
   * @param counts how often each evidence code occurs
   * @return stays written
   */
  static long write(
      Storage.Output output, long dayStart, long[] counts, Rows byPerson, Rows byPlace)
      throws IOException {
    int[] codes =
        IntStream.range(0, EVIDENCE_CODES)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted((a, b) -> Long.compare(counts[b], counts[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] index = new int[EVIDENCE_CODES];
    for (int i = 0; i < codes.length; i++) {
      index[codes[i]] = i;
    }
    ContainerWriter out = new ContainerWriter(output, ContainerWriter.SEGMENT);
    long[] fields = new long[ContainerWriter.FIELDS];
    fields[0] = dayStart;
    fields[1] = (long) codes.length << 32 | Segment.DAY_SECONDS;
    OrderWriter persons = new OrderWriter(out, index);
    byPerson.forEach(persons::add);
    long[] personFields = persons.finish();
    OrderWriter places = new OrderWriter(out, index);
    byPlace.forEach(places::add);
    long[] placeFields = places.finish();
    if (placeFields[5] != personFields[5]) {
      throw new IllegalStateException("The two orders do not hold the same stays");
    }
    System.arraycopy(personFields, 0, fields, 2, 6);
    System.arraycopy(placeFields, 0, fields, 8, 6);
    for (int code : codes) {
      out.writeInt(code);
    }
    out.finish(fields);
    return personFields[5];
  }
}

package org.firebreak.trace.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.firebreak.base.error.DataException;

/**
 * Says which files make up the store; replacing it is the one step by which anything changes. A
 * text file of lines {@code word value ...}, the last {@code end CRC32C} over all bytes before it:
 *
 * <pre>
 * firebreak-trace 1
 * generation 12
 * offset 28800
 * next 40
 * log wal-000039.log
 * persons persons-000003.names 120394
 * places places-000004.names 99123
 * facts facts-000005.places 4120
 * stays 2026-06-17-000012.stays 812391
 * end 1a2b3c4d
 * </pre>
 *
 * Numbers behind files are their bytes.
 *
 * @param generation counts the changes
 * @param offsetSeconds of the days from UTC, east positive
 * @param next number for the next new file
 * @param log the write-ahead log
 * @param files all others
 */
record Manifest(long generation, int offsetSeconds, long next, String log, List<Entry> files) {

  static final String NAME = "MANIFEST";
  private static final String TEMPORARY = "MANIFEST.tmp";
  private static final String FIRST_LINE = "firebreak-trace 1";

  /** What a file is. */
  enum Kind {
    PERSONS,
    PLACES,
    FACTS,
    STAYS
  }

  /**
   * One file.
   *
   * @param bytes its length
   */
  record Entry(Kind kind, String name, long bytes) {}

  Manifest {
    files = List.copyOf(files);
  }

  List<Entry> of(Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /** Puts this in place of the old one and makes it safe. */
  void write(Storage storage) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(FIRST_LINE).append('\n');
    text.append("generation ").append(generation).append('\n');
    text.append("offset ").append(offsetSeconds).append('\n');
    text.append("next ").append(next).append('\n');
    text.append("log ").append(log).append('\n');
    for (Entry file : files) {
      text.append(word(file.kind())).append(' ').append(file.name());
      text.append(' ').append(file.bytes()).append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end =
        "end %08x\n".formatted(checksum(body, body.length)).getBytes(StandardCharsets.UTF_8);
    try (Storage.Output out = storage.create(TEMPORARY)) {
      out.write(body, 0, body.length);
      out.write(end, 0, end.length);
      out.sync();
    }
    storage.rename(TEMPORARY, NAME);
    storage.syncFolder();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /**
   * Reads the manifest.
   *
   * @throws DataException if it is damaged
   */
  static Manifest read(Storage storage) throws IOException {
    byte[] bytes = storage.read(NAME);
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.lastIndexOf("end ");
    if (!text.startsWith(FIRST_LINE + "\n") || end < 0) {
      throw damaged(storage, "is not the manifest of a stay store of version 1");
    }
    int length = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    if (!text.substring(end).equals("end %08x\n".formatted(checksum(bytes, length)))) {
      throw damaged(storage, "does not fit its checksum");
    }
    return parse(storage, text.substring(0, end));
  }

  private static DataException damaged(Storage storage, String what) {
    return new DataException("store-damaged", storage.place() + "/" + NAME + ": " + what);
  }

  private static Manifest parse(Storage storage, String text) {
    long generation = 0;
    int offset = 0;
    long next = 0;
    String log = "";
    List<Entry> files = new ArrayList<>();
    for (String line : text.lines().skip(1).toList()) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "generation" -> generation = Long.parseLong(words[1]);
        case "offset" -> offset = Integer.parseInt(words[1]);
        case "next" -> next = Long.parseLong(words[1]);
        case "log" -> log = words[1];
        case "persons" -> files.add(entry(Kind.PERSONS, words));
        case "places" -> files.add(entry(Kind.PLACES, words));
        case "facts" -> files.add(entry(Kind.FACTS, words));
        case "stays" -> files.add(entry(Kind.STAYS, words));
        default -> throw damaged(storage, "has a line this program does not know: " + line);
      }
    }
    return new Manifest(generation, offset, next, log, files);
  }

  private static Entry entry(Kind kind, String[] words) {
    return new Entry(kind, words[1], Long.parseLong(words[2]));
  }
}

package org.firebreak.trace.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.jspecify.annotations.Nullable;

/**
 * The log of the open day: what was acknowledged and does not lie in a segment yet.
 *
 * <p>Format, big-endian: 8 bytes {@code FBTRLOG1}, then frames: length of the content (4), its
 * CRC-32C (4), content. The first frame that is cut off or does not fit its checksum ends the log:
 * it was never acknowledged. Content: first new person's number, count, each length (2) and UTF-8;
 * the same for places with a byte of kind each; count of facts, each number, kind, longitude and
 * latitude (8 each, NaN if unknown), radius, region; count of stays, each 32 bytes: person, place,
 * evidence, row, from, to.
 *
 * <p>For one thread.
 */
final class WriteAheadLog implements Closeable {

  private static final byte[] MAGIC = "FBTRLOG1".getBytes(StandardCharsets.US_ASCII);

  private final Storage.Output out;

  /** Begins a new log and makes its header safe. */
  WriteAheadLog(Storage storage, String name) throws IOException {
    this.out = storage.create(name);
    out.write(MAGIC, 0, MAGIC.length);
    out.sync();
  }

  /** Facts of a place by its number. */
  record PlaceFact(int place, Place what) {}

  /** Writes one frame and makes it safe. */
  void append(
      Dictionary persons,
      int firstPerson,
      Dictionary places,
      int firstPlace,
      List<PlaceFact> facts,
      List<Stay> stays)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeLong(0); // room for length and checksum
    writeNames(data, persons, firstPerson, false);
    writeNames(data, places, firstPlace, true);
    data.writeInt(facts.size());
    for (PlaceFact fact : facts) {
      writeFact(data, fact);
    }
    data.writeInt(stays.size());
    for (Stay stay : stays) {
      data.writeInt(stay.person());
      data.writeInt(stay.place());
      data.writeInt(stay.evidence());
      data.writeInt(stay.row());
      data.writeLong(stay.from());
      data.writeLong(stay.to());
    }
    byte[] frame = bytes.toByteArray();
    CRC32C crc = new CRC32C();
    crc.update(frame, 8, frame.length - 8);
    ByteBuffer.wrap(frame).putInt(frame.length - 8).putInt((int) crc.getValue());
    out.write(frame, 0, frame.length);
    out.sync();
  }

  private static void writeNames(DataOutputStream data, Dictionary names, int first, boolean kinds)
      throws IOException {
    data.writeInt(first);
    data.writeInt(names.size() - first);
    for (int number = first; number < names.size(); number++) {
      byte[] name = names.nameBytes(number);
      data.writeShort(name.length);
      data.write(name);
      if (kinds) {
        data.writeByte(names.kind(number));
      }
    }
  }

  private static void writeFact(DataOutputStream data, PlaceFact fact) throws IOException {
    Coordinate at = fact.what().position();
    data.writeInt(fact.place());
    data.writeByte(fact.what().kind().number());
    data.writeDouble(at == null ? Double.NaN : at.longitude());
    data.writeDouble(at == null ? Double.NaN : at.latitude());
    data.writeInt(fact.what().radiusMetres());
    byte[] region = fact.what().region().getBytes(StandardCharsets.UTF_8);
    data.writeShort(region.length);
    data.write(region);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Takes what a log holds. */
  interface Replay {
    void person(int number, byte[] name);

    void place(int number, byte[] name, int kind);

    void fact(int place, Facts.Fact fact);

    void stay(int person, int place, int evidence, int row, long from, long to);
  }

  /** Plays the whole frames of a log; the answer is how many stays they hold. */
  static long replay(byte[] log, Replay into) {
    ByteBuffer buffer = ByteBuffer.wrap(log);
    if (log.length < MAGIC.length
        || !buffer.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      return 0;
    }
    buffer.position(MAGIC.length);
    long stays = 0;
    while (buffer.remaining() >= 8) {
      int length = buffer.getInt();
      int checksum = buffer.getInt();
      if (length < 0 || length > buffer.remaining()) {
        return stays;
      }
      CRC32C crc = new CRC32C();
      crc.update(log, buffer.position(), length);
      if ((int) crc.getValue() != checksum) {
        return stays;
      }
      stays += replayFrame(buffer, into);
    }
    return stays;
  }

  private static int replayFrame(ByteBuffer frame, Replay into) {
    int person = frame.getInt();
    for (int i = frame.getInt(); i > 0; i--) {
      into.person(person++, text(frame));
    }
    int place = frame.getInt();
    for (int i = frame.getInt(); i > 0; i--) {
      into.place(place++, text(frame), frame.get() & 0xFF);
    }
    for (int i = frame.getInt(); i > 0; i--) {
      int number = frame.getInt();
      PlaceKind kind = PlaceKind.of(frame.get());
      Coordinate at = position(frame.getDouble(), frame.getDouble());
      int radius = frame.getInt();
      String region = new String(text(frame), StandardCharsets.UTF_8);
      into.fact(number, new Facts.Fact(kind, at, radius, region));
    }
    int stays = frame.getInt();
    for (int i = 0; i < stays; i++) {
      into.stay(
          frame.getInt(),
          frame.getInt(),
          frame.getInt(),
          frame.getInt(),
          frame.getLong(),
          frame.getLong());
    }
    return stays;
  }

  private static @Nullable Coordinate position(double longitude, double latitude) {
    return Double.isNaN(longitude) ? null : new Coordinate(longitude, latitude);
  }

  private static byte[] text(ByteBuffer frame) {
    byte[] bytes = new byte[frame.getShort() & 0xFFFF];
    frame.get(bytes);
    return bytes;
  }
}

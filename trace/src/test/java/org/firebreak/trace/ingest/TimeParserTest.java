package org.firebreak.trace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {

  private static long parse(String text) {
    byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
    return new TimeParser(null).parse(bytes, 1, bytes.length - 1);
  }

  @Test
  void readsWhatTheLibraryWrites() {
    Random random = new Random(1);
    TimeParser parser = new TimeParser(null);
    for (int i = 0; i < 20_000; i++) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60));
      OffsetDateTime time =
          Instant.ofEpochSecond(100_000 + random.nextLong(8_000_000_000L)).atOffset(offset);
      byte[] text =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time).getBytes(StandardCharsets.US_ASCII);
      assertEquals(time.toEpochSecond(), parser.parse(text, 0, text.length), time.toString());
    }
  }

  @Test
  void readsOtherForms() {
    long noon = Instant.parse("2020-02-29T12:00:00Z").getEpochSecond();
    assertEquals(noon, parse("2020-02-29T20:00+08:00"));
    assertEquals(noon, parse("2020-02-29 20:00:00.123+0800"));
    assertEquals(noon, parse("2020-02-29T20:00:00+08"));
    assertEquals(noon, parse("2020-02-29T12:00:00z"));
    assertEquals(noon, parse(Long.toString(noon)));
    assertEquals(noon, parse(noon + "999"));
    assertEquals(noon + 43_200, parse("2020-02-29T24:00:00Z"));
    byte[] local = "2020-02-29T20:00:00".getBytes(StandardCharsets.US_ASCII);
    assertEquals(noon, new TimeParser(28_800).parse(local, 0, local.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2020",
        "2020-02-30T12:00:00Z",
        "2021-02-29T12:00:00Z",
        "2020-13-01T12:00:00Z",
        "2020-02-29T25:00:00Z",
        "2020-02-29T12:60:00Z",
        "2020-02-29T12:00:00+8",
        "1969-12-31T12:00:00Z",
        "2020-02-29T12:00:00Zx",
        "2020-02-29T12:00:0",
        "2020-02-29",
        "-5",
        "12345678901234",
        "2020-02-29X12:00:00Z",
        "2020-02-29T24:00:01Z",
        "2020-02-29T12:00:00+99:00"
      })
  void refusesAnythingElse(String text) {
    assertEquals(TimeParser.INVALID, parse(text));
  }

  @Test
  void saysWhenOnlyTheOffsetIsMissing() {
    byte[] local = "2020-02-29T20:00:00".getBytes(StandardCharsets.US_ASCII);
    TimeParser parser = new TimeParser(null);
    assertEquals(TimeParser.INVALID, parser.parse(local, 0, local.length));
    assertTrue(parser.offsetMissing());
  }
}

package org.firebreak.intake.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

  @TempDir private Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static List<List<String>> read(Path path) {
    try (RowSource rows = SourceFile.of(path).open()) {
      List<List<String>> all = new ArrayList<>();
      all.add(rows.header());
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row.cells());
      }
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void tellsTheEncodingOfChineseText(String charset) throws IOException {
    String text = "姓名,地区\n张三,湖北省武汉市\n李四,北京市朝阳区\n";
    Path path = write("a.csv", text.getBytes(Charset.forName(charset)));
    assertEquals(
        List.of(List.of("姓名", "地区"), List.of("张三", "湖北省武汉市"), List.of("李四", "北京市朝阳区")), read(path));
  }

  @Test
  void tellsWesternTextFromChinese() throws IOException {
    String text = "name;ville\nRenée;Orléans\nJosé;Besançon\nÜnal;Köln\n";
    Path path = write("w.csv", text.getBytes(Charset.forName("windows-1252")));
    assertEquals(List.of("Renée", "Orléans"), read(path).get(1));
  }

  @Test
  void skipsTheByteOrderMark() throws IOException {
    assertEquals(
        "id",
        read(write("b.csv", "\uFEFFid,x\n1,2\n".getBytes(StandardCharsets.UTF_8))).get(0).get(0));
  }

  @ParameterizedTest
  @CsvSource({"','", "';'", "'\t'", "'|'"})
  void tellsTheDelimiter(String delimiter) throws IOException {
    String text =
        "id,note,date\n1,\"a, b; c | d\",2020-01-01\n2,\"two\nlines\",2020-01-02\n"
            .replace("\",", "\"" + delimiter)
            .replace("id,note,", "id" + delimiter + "note" + delimiter)
            .replaceAll("(?m)^(\\d),", "$1" + java.util.regex.Matcher.quoteReplacement(delimiter));
    List<List<String>> rows = read(write("d.txt", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("id", "note", "date"), rows.get(0));
    assertEquals(List.of("1", "a, b; c | d", "2020-01-01"), rows.get(1));
    assertEquals("two\nlines", rows.get(2).get(1));
  }

  @Test
  void passesOverTitlesAndNamesNamelessColumns() throws IOException {
    String text = "Report of the week,,\n,,\nid,,date,id\n1,2,3,4\n";
    List<List<String>> rows = read(write("t.csv", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("id", "column_2", "date", "id_2"), rows.get(0));
    assertEquals(2, rows.size());
  }

  @Test
  void readsSheetsWithDatesAndGaps() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("data");
      sheet.value(0, 0, "病例");
      sheet.value(0, 1, "onset");
      sheet.value(0, 2, "age");
      sheet.value(1, 0, "C-1");
      sheet.value(1, 1, LocalDate.of(2020, 2, 12));
      sheet.style(1, 1).format("yyyy-mm-dd").set();
      sheet.value(1, 2, 61);
      sheet.value(2, 0, "C-2");
    }
    List<List<String>> expected =
        List.of(
            List.of("病例", "onset", "age"),
            List.of("C-1", "2020-02-12", "61"),
            List.of("C-2", "", ""));
    assertEquals(expected, read(write("x.xlsx", bytes.toByteArray())));
    assertEquals(expected, read(write("x.xlsx.gz", gzip(bytes.toByteArray()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":1,\"place\":{\"city\":\"武汉\"},\"symptoms\":[\"fever\",\"cough\"]},{\"id\":2,\"note\":null}]",
        "{\"meta\":{\"n\":2},\"cases\":[{\"id\":1,\"place\":{\"city\":\"武汉\"},\"symptoms\":[\"fever\",\"cough\"]},{\"id\":2,\"note\":null}]}",
        "{\"id\":1,\"place\":{\"city\":\"武汉\"},\"symptoms\":[\"fever\",\"cough\"]}\n{\"id\":2,\"note\":null}\n",
        "<cases><case id=\"1\"><place><city>武汉</city></place><symptoms>fever</symptoms><symptoms>cough</symptoms></case>"
            + "<case id=\"2\"><note/></case></cases>"
      })
  void readsNestedRecordsAlike(String text) throws IOException {
    List<List<String>> rows = read(write("n", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("id", "place.city", "symptoms", "note"), rows.get(0));
    assertEquals(List.of("1", "武汉", "fever; cough", ""), rows.get(1));
    assertEquals("2", rows.get(2).get(0));
  }

  @Test
  void neverReadsExternalEntities() throws IOException {
    Path secret = write("secret.txt", "top secret".getBytes(StandardCharsets.UTF_8));
    String text =
        "<?xml version=\"1.0\"?><!DOCTYPE c [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + "<c><r a=\"1\"><v>&x;</v></r><r a=\"2\"/></c>";
    Path path = write("x.xml", text.getBytes(StandardCharsets.UTF_8));
    try {
      assertTrue(
          read(path).stream().flatMap(List::stream).noneMatch(cell -> cell.contains("secret")));
    } catch (DataException expected) {
      assertEquals("xml-malformed", expected.code());
    }
  }

  @Test
  void refusesAGzipBomb() throws IOException {
    Path path = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) '0');
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    assertEquals("compression-bomb", assertThrows(DataException.class, () -> read(path)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "'', file-empty",
    "'\n\n', no-header",
    "'[]', no-records",
    "'<a/>', no-records",
    "'[1,2]', no-records",
    "'{\"a\":', json-malformed",
    "'<a><b', xml-malformed"
  })
  void saysWhatIsWrong(String text, String code) throws IOException {
    Path path = write("bad", text.getBytes(StandardCharsets.UTF_8));
    FirebreakException error = assertThrows(FirebreakException.class, () -> read(path));
    assertEquals(code, error.code());
    assertTrue(String.valueOf(error.getMessage()).contains("bad"));
  }

  @Test
  void saysThatAQuotationMarkIsOpen() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n1,2\n3,\"never closed\n");
    text.append("x,y\n".repeat(400_000));
    Path path = write("q.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    DataException error = assertThrows(DataException.class, () -> read(path));
    assertTrue(String.valueOf(error.getMessage()).contains("after line 2"), error.getMessage());
  }

  @Test
  void missingFileAndCutOffGzip() throws IOException {
    assertThrows(UserException.class, () -> read(folder.resolve("nowhere.csv")));
    byte[] whole = gzip("a,b\n1,2\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    Path path = write("cut.csv.gz", java.util.Arrays.copyOf(whole, whole.length / 2));
    assertEquals("file-damaged", assertThrows(DataException.class, () -> read(path)).code());
  }

  @Test
  void readsWideSeriesAsLong() throws IOException {
    String text =
        "Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,12/31/20\n,Italy,1,2,0,5,9\n";
    Path path = write("wide.csv", text.getBytes(StandardCharsets.UTF_8));
    String format = WideSeries.findFormat(SourceFile.of(path).open().header()).orElseThrow().word();
    assertEquals("mdy", format);
    try (RowSource rows = SourceFile.of(path).open(format)) {
      assertEquals("value", rows.header().getLast());
      SourceRow first = java.util.Objects.requireNonNull(rows.next());
      assertEquals(List.of("", "Italy", "1", "2", "2020-01-22", "0"), first.cells());
      assertEquals("5", java.util.Objects.requireNonNull(rows.next()).cell(5));
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}

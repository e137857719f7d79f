package org.firebreak.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

  @TempDir Path folder;

  private CsvTable table(String text) throws IOException {
    return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text));
  }

  @Test
  void readsHeaderAndRowsWithAnyUsualDelimiter() throws IOException {
    for (String delimiter : List.of(",", ";", "\t")) {
      CsvTable table =
          table("\uFEFFdate,value\n2020-01-01,\"1\"\n\n2020-01-02,2\n".replace(",", delimiter));
      assertEquals(List.of("date", "value"), table.columns());
      assertEquals(List.of(2L, 4L), table.rows().stream().map(CsvTable.Row::line).toList());
      assertEquals("2", table.rows().get(1).get(table.getColumn("value")));
    }
  }

  @Test
  void namesFileLineAndColumns() throws IOException {
    CsvTable table = table("a,b\n1,2\n");
    String missing = assertThrows(UserException.class, () -> table.getColumn("c")).getMessage();
    assertEquals(
        folder.resolve("t.csv") + ", line 1: no column 'c'; the columns are a, b", missing);
    String cell = table.cellError(table.rows().get(0), 1, "is not a date").getMessage();
    assertEquals(folder.resolve("t.csv") + ", line 2, column b: '2' is not a date", cell);
  }

  @Test
  void refusesWhatIsNotATable() {
    assertThrows(DataException.class, () -> table(""));
    assertThrows(DataException.class, () -> table("a,a\n"));
    assertThrows(DataException.class, () -> table("a,b\n1\n"));
    assertThrows(UserException.class, () -> CsvTable.read(folder.resolve("none.csv")));
  }
}

package org.firebreak.intake.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.IntakeContext;
import org.firebreak.intake.IntakeRun;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.problem.RuleCatalogue;
import org.firebreak.intake.problem.RuleText;
import org.firebreak.intake.region.WorldRegions;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardLibraryTest {

  private static final String STOCK =
      """
      key: stock
      version: 1
      shape: record
      title: {en: Stock, zh: 库存}
      description: {en: Goods in a store., zh: 仓库物资。}
      identity: [item]
      fields:
        - name: item
          type: text
          required: true
          label: {en: Item, zh: 物资}
          description: {en: What it is., zh: 物资名称。}
          aliases: [goods]
        - name: pieces
          type: integer
          min: 0
          label: {en: Pieces, zh: 数量}
          description: {en: How many., zh: 数量。}
      rules:
        - {rule: duplicate, fields: [item]}
      """;

  @TempDir private Path folder;

  @Test
  void addingAStandardIsAddingAFile() throws IOException {
    Files.writeString(folder.resolve("stock.yaml"), STOCK);
    Standard standard = StandardLibrary.withFolder(folder).get("stock");
    Path csv = Files.writeString(folder.resolve("s.csv"), "goods,pieces\nmask,5\nglove,-1\n");
    SourceFile file = SourceFile.of(csv);
    Mapping mapping = MappingProposer.propose(standard, file, WorldRegions.shipped());
    try (RowSource rows = mapping.open(file)) {
      IntakeSummary summary =
          new IntakeRun(
                  standard,
                  mapping,
                  new IntakeContext(LocalDate.of(2020, 1, 1), WorldRegions.shipped()))
              .run(rows, outcome -> {});
      assertEquals(1, summary.accepted());
      assertEquals(1L, summary.rules().get("out-of-range"));
    }
  }

  @Test
  void aSlipInAFileIsNamed() throws IOException {
    Path file = folder.resolve("stock.yaml");
    Files.writeString(file, STOCK.replace("type: integer", "type: whole"));
    String message =
        assertThrows(DataException.class, () -> StandardLibrary.withFolder(folder)).getMessage();
    assertTrue(String.valueOf(message).contains("stock.yaml"), message);
    assertTrue(String.valueOf(message).contains("field pieces"), message);
    Files.writeString(file, STOCK.replace("required:", "requird:"));
    assertThrows(DataException.class, () -> StandardLibrary.withFolder(folder));
    Files.writeString(file, STOCK.replace("[item]}", "[thing]}"));
    assertThrows(DataException.class, () -> StandardLibrary.withFolder(folder));
    Files.writeString(file, "key: [");
    assertThrows(DataException.class, () -> StandardLibrary.withFolder(folder));
    assertThrows(UserException.class, () -> StandardLibrary.shipped().get("nothing"));
  }

  @Test
  void everyStandardDocumentsItselfInBothLanguages() {
    for (Standard standard : StandardLibrary.shipped().list()) {
      String english = StandardDocs.markdown(standard, Locale.ENGLISH);
      String chinese = StandardDocs.markdown(standard, Locale.CHINESE);
      for (FieldSpec field : standard.fields()) {
        assertTrue(english.contains("`" + field.name() + "`"));
        assertTrue(chinese.contains(field.label().zh()));
      }
      String[] template = StandardDocs.template(standard).split("\n", -1);
      assertTrue(template[0].startsWith(standard.fields().getFirst().name()));
    }
  }

  @Test
  void templatesAreAcceptedByTheirOwnStandard() throws IOException {
    for (Standard standard : StandardLibrary.shipped().list()) {
      Path path =
          Files.writeString(
              folder.resolve(standard.key() + ".csv"), StandardDocs.template(standard));
      SourceFile file = SourceFile.of(path);
      Mapping mapping = MappingProposer.propose(standard, file, WorldRegions.shipped());
      try (RowSource rows = mapping.open(file)) {
        IntakeSummary summary =
            new IntakeRun(
                    standard,
                    mapping,
                    new IntakeContext(LocalDate.of(2020, 12, 31), WorldRegions.shipped()))
                .run(rows, outcome -> {});
        assertEquals(0, summary.quarantined(), standard.key() + summary.rules());
        assertEquals(1, summary.rows());
      }
    }
  }

  @Test
  void rulesHaveOneCodeAndBothLanguages() {
    Set<String> codes = new HashSet<>();
    for (RuleText rule : RuleCatalogue.shipped().list()) {
      assertTrue(codes.add(rule.code()));
      assertFalse(rule.message().en().equals(rule.message().zh()));
    }
    for (Standard standard : StandardLibrary.shipped().list()) {
      for (RuleSpec rule : standard.rules()) {
        boolean composed = rule.code().equals("national-id") || rule.code().equals("gb2260");
        assertTrue(composed || codes.contains(rule.code()), rule.code());
      }
    }
  }
}

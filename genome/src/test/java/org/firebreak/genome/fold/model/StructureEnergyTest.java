package org.firebreak.genome.fold.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.fold.GoldFolds;
import org.junit.jupiter.api.Test;

class StructureEnergyTest {

  private static final Pattern LOOP =
      Pattern.compile("(\\w+) +loop *(?:\\( *(\\d+), *(\\d+)\\).*?)?: *(-?\\d+)");

  @Test
  void everyGoldenStructureHasItsGoldenEnergy() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    Stream.of(
            GoldFolds.linearFold(),
            GoldFolds.exact("rnafold.tsv"),
            GoldFolds.exact("rnafold_long.tsv"))
        .flatMap(List::stream)
        .forEach(row ->
            assertEquals(
                Math.round(row.energy() * 100),
                StructureEnergy.of(
                        GoldFolds.model(row.dangles()),
                        GoldFolds.sequence(sequences, row.id()),
                        Structure.parse(row.structure()))
                    .energy(),
                row.id() + " beam " + row.beam() + " dangles " + row.dangles()));
  }

  @Test
  void decomposesIntoTheGoldenLoops() {
    List<String> golden = new ArrayList<>();
    int checked = 0;
    String sequence = "";
    List<String> lines = new ArrayList<>();
    GoldFolds.lines("rnaeval_loops_verbose.txt").forEach(f -> lines.add(f[0]));
    golden.add("EXTERNAL 0 0 -170");
    for (String line : lines) {
      Matcher loop = LOOP.matcher(line);
      if (loop.find()) {
        golden.add(
            "%s %s %s %s"
                .formatted(
                    loop.group(1).toUpperCase(java.util.Locale.ROOT),
                    loop.group(2) == null ? "0" : loop.group(2),
                    loop.group(3) == null ? "0" : loop.group(3),
                    loop.group(4)));
      } else if (line.matches("[ACGUN]+")) {
        sequence = line;
      } else {
        String structure = line.substring(0, sequence.length());
        assertEquals(
            golden.stream().sorted().toList(),
            StructureEnergy.of(
                    GoldFolds.model(2), RnaSequence.of(sequence), Structure.parse(structure))
                .loops()
                .stream()
                .map(l -> "%s %d %d %d".formatted(l.kind(), l.i() + 1, l.j() + 1, l.energy()))
                .sorted()
                .toList());
        golden.clear();
        checked++;
      }
    }
    assertEquals(3, checked);
  }

  @Test
  void refusesWhatCannotBe() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence s = RnaSequence.of("GGGAAACCC");
    for (String wrong :
        new String[] {"(((...))", "((.))....", "(((...)).", "(.......)", ".(.....)."}) {
      boolean valid = wrong.equals("(.......)") || wrong.equals(".(.....).");
      if (valid) {
        StructureEnergy.of(model, s, Structure.parse(wrong));
      } else {
        assertThrows(
            DataException.class, () -> StructureEnergy.of(model, s, Structure.parse(wrong)), wrong);
      }
    }
    assertThrows(DataException.class, () -> Structure.parse("[...]"));
    assertThrows(DataException.class, () -> RnaSequence.of("ACG-U"));
    assertThrows(DataException.class, () -> Structure.of(new int[] {2, 3, 0, 1}));
    RnaSequence poly = RnaSequence.of("AAAAAAAAA");
    assertThrows(
        DataException.class, () -> StructureEnergy.of(model, poly, Structure.parse("(.......)")));
  }
}

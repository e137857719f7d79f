package org.firebreak.genome.fold.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.partition.BasePairs;
import org.firebreak.genome.fold.partition.PartitionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class StructureDrawingTest {

  private static final EnergyModel MODEL = EnergyModel.turner2004(Dangles.BOTH);
  private static final int MEGABYTE = 1 << 20;

  private static FoldedRecord folded(String id, RnaSequence sequence) {
    return new FoldedRecord(id, sequence, new BeamFolder(MODEL, 20).fold(sequence));
  }

  private static Document parse(String svg) throws Exception {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @EnumSource
  void isWellFormedWhateverIsDrawn(StructureDrawing drawing) throws Exception {
    Random random = new Random(41);
    for (int length : new int[] {1, 2, 5, 12, 90, 130, 700}) {
      FoldedRecord record = folded("a<b>&\"\u0001", Twin.randomSequence(random, length));
      BasePairs ensemble = new PartitionFolder(MODEL, 20).fold(record.sequence(), 1e-4);
      for (BasePairs pairs : new BasePairs[] {null, ensemble}) {
        String svg = drawing.draw(record, pairs);
        assertEquals("svg", parse(svg).getDocumentElement().getTagName());
        assertTrue(svg.contains("a&lt;b&gt;&amp;&quot;"), svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), drawing + " " + length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGenomeStaysSmall(StructureDrawing drawing) throws Exception {
    int n = 60_000;
    Random random = new Random(42);
    int[] partner = new int[n];
    Arrays.fill(partner, Structure.UNPAIRED);
    nest(partner, 0, n - 1, random);
    String letters = "G".repeat(n);
    Fold fold = new Fold(Structure.of(partner), 0);
    String svg = drawing.draw(new FoldedRecord("long", RnaSequence.of(letters), fold), null);
    assertTrue(svg.length() < 2 * MEGABYTE, drawing + ": " + svg.length());
    parse(svg);
  }

  /** Random helices and branches in from..to. */
  private static void nest(int[] partner, int from, int to, Random random) {
    int i = from;
    int j = to;
    int helix = 3 + random.nextInt(12);
    while (helix-- > 0 && j - i > 5) {
      partner[i] = j;
      partner[j] = i;
      i++;
      j--;
    }
    if (j - i > 40) {
      int middle = i + 10 + random.nextInt(j - i - 20);
      nest(partner, i + 2, middle, random);
      nest(partner, middle + 3, j - 2, random);
    }
  }

  @Test
  void theLayoutKeepsNeighboursAtTheirDistance() {
    Structure structure =
        Structure.parse("(((((((..((((.......))))((((((((...)))))))).(((((.......))))))))))))....");
    PlaneLayout layout = new PlaneLayout(structure);
    for (int i = 1; i < structure.length(); i++) {
      double step = Math.hypot(layout.x[i] - layout.x[i - 1], layout.y[i] - layout.y[i - 1]);
      assertEquals(14, step, 1e-6, "step to " + i);
    }
    for (int i = 0; i < structure.length(); i++) {
      int j = structure.partner(i);
      if (j > i) {
        double rung = Math.hypot(layout.x[i] - layout.x[j], layout.y[i] - layout.y[j]);
        assertEquals(20, rung, 1e-6, "pair of " + i);
      }
    }
  }

  @Test
  void certaintyIsThatOfThePairOrOfNone() {
    RnaSequence sequence = RnaSequence.of("GGGGAAAACCCC");
    Structure structure = Structure.parse("(((......)))");
    BasePairs ensemble =
        new BasePairs(12, 0, new int[] {0, 1, 3}, new int[] {11, 10, 8}, new double[] {.9, .4, .6});
    double[] certainty = Certainty.of(structure, ensemble);
    assertEquals(sequence.length(), certainty.length);
    assertEquals(0.9, certainty[0], 1e-12);
    assertEquals(0.9, certainty[11], 1e-12);
    assertEquals(0.4, certainty[1], 1e-12);
    assertEquals(0, certainty[2], 1e-12);
    assertEquals(0.4, certainty[3], 1e-12);
    assertEquals(1, certainty[5], 1e-12);
    assertEquals(4, Certainty.step(0.95));
    assertEquals(0, Certainty.step(0));
  }
}

package org.firebreak.genome.fold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.RnaSequence;
import org.junit.jupiter.api.Assumptions;

/** Golden values of the reference programs, from the shared data. */
public final class GoldFolds {

  private static final EnergyModel PLAIN = EnergyModel.turner2004(Dangles.NONE);
  private static final EnergyModel DANGLING = EnergyModel.turner2004(Dangles.BOTH);

  private GoldFolds() {}

  /** One golden structure or energy. */
  public record Row(String id, int beam, int dangles, double energy, String structure) {}

  public static EnergyModel model(int dangles) {
    return dangles == 0 ? PLAIN : DANGLING;
  }

  /** The lines of a file, split at tabs, without the header; skips the test if it is absent. */
  public static List<String[]> lines(String file) {
    Path path =
        Path.of(System.getProperty("firebreak.shared", "../../shared"), "gold/genome", file);
    Assumptions.assumeTrue(Files.exists(path), "skipped: no golden values at " + path);
    try {
      return Files.readAllLines(path).stream().skip(1).map(l -> l.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<String, RnaSequence> sequences() {
    Map<String, RnaSequence> sequences = new HashMap<>();
    lines("sequences.tsv").forEach(f -> sequences.put(f[0], RnaSequence.of(f[3])));
    return sequences;
  }

  public static RnaSequence sequence(Map<String, RnaSequence> sequences, String id) {
    RnaSequence sequence = sequences.get(id);
    if (sequence == null) {
      throw new IllegalStateException("no sequence " + id);
    }
    return sequence;
  }

  public static List<Row> linearFold() {
    return lines("linearfold_v.tsv").stream()
        .map(f ->
            new Row(
                f[0],
                Integer.parseInt(f[2]),
                Integer.parseInt(f[3]),
                Double.parseDouble(f[4]),
                f[5]))
        .toList();
  }

  public static List<Row> exact(String file) {
    return lines(file).stream()
        .map(f -> new Row(f[0], 0, Integer.parseInt(f[2]), Double.parseDouble(f[3]), f[4]))
        .toList();
  }
}

package org.firebreak.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.exact.ExactFolder;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.partition.PartitionFolder;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;

/**
 * Measures folding: CPU seconds of the calling thread, round by round, in one process.
 *
 * <pre>
 * FoldBench FASTA TASKS BEAMS ROUNDS [LENGTHS]
 * FoldBench sars2.fa beam,ensemble 100,1000 5 1000,2000,4000,8000,16000,29903
 * </pre>
 *
 * Tasks: beam, exact, ensemble (inside and outside), inside. With lengths the first bases of each
 * record are folded, to see that the cost grows linearly. Prints CSV: first is the round that still
 * compiles, steady the median of the later ones.
 *
 * <p>Limits written down first: 3.0 M kept pairs of a coronavirus at beam 100, each some 46 vector
 * operations of three loads and a store, and selection: half a second.
 */
public final class FoldBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private FoldBench() {}

  /** Runs all measurements and prints them as CSV. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 4) {
      System.err.println("usage: FoldBench FASTA TASKS BEAMS ROUNDS [LENGTHS]");
      System.exit(2);
    }
    List<FastaRecord> records = read(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[3]);
    System.out.println(
        "task,record,bases,beam,result_kcal,first_cpu_s,steady_cpu_s,ns_per_base,heap_peak_mb");
    for (String task : arguments[1].split(",", -1)) {
      for (int beam : numbers(arguments[2])) {
        for (FastaRecord record : records) {
          int whole = record.bases().length;
          for (int length : arguments.length > 4 ? numbers(arguments[4]) : new int[] {whole}) {
            byte[] bases = Arrays.copyOf(record.bases(), Math.min(length, whole));
            measure(task, record.id(), RnaSequence.of(bases), beam, rounds);
          }
        }
      }
    }
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static List<FastaRecord> read(Path file) throws IOException {
    List<FastaRecord> records = new ArrayList<>();
    try (FastaReader reader = FastaReader.open(file, p -> System.err.println(p.message()))) {
      for (Optional<FastaRecord> r = reader.next(); r.isPresent(); r = reader.next()) {
        records.add(r.get());
      }
    }
    return records;
  }

  private static Function<RnaSequence, Double> folder(String task, int beam) {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    return switch (task) {
      case "beam" -> sequence -> new BeamFolder(model, beam).fold(sequence).kcal();
      case "exact" -> sequence -> new ExactFolder(model).fold(sequence).kcal();
      case "ensemble" ->
          sequence -> new PartitionFolder(model, beam).fold(sequence, 1e-4).ensembleKcal();
      case "inside" -> new PartitionFolder(model, beam)::ensembleKcal;
      default -> throw new IllegalArgumentException("no task " + task);
    };
  }

  private static void measure(
      String task, String name, RnaSequence sequence, int beam, int rounds) {
    Function<RnaSequence, Double> folder = folder(task, beam);
    double[] seconds = new double[rounds];
    double result = 0;
    System.gc();
    resetPeak();
    for (int round = 0; round < rounds; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      result = folder.apply(sequence);
      seconds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }
    double first = seconds[0];
    double[] later = Arrays.copyOfRange(seconds, Math.min(1, rounds - 1), rounds);
    Arrays.sort(later);
    double steady = later[later.length / 2];
    System.out.printf(
        Locale.ROOT,
        "%s,%s,%d,%d,%.2f,%.3f,%.3f,%.0f,%d%n",
        task,
        name,
        sequence.length(),
        beam,
        result,
        first,
        steady,
        steady * 1e9 / sequence.length(),
        peak() >> 20);
  }

  private static void resetPeak() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}

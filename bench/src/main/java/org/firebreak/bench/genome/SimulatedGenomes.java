package org.firebreak.bench.genome;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Genomes of any number, mutated along a tree of infections, with dates and places: the same for
 * the same seed. Each case infects from the last third of all cases so far, some five days later;
 * substitutions come at 24 a year. One genome in five has a run of N, one in fifty a mixed letter,
 * one in a thousand mutations is a deletion of three letters.
 *
 * <pre>
 * SimulatedGenomes GENOMES FOLDER [SEED]
 * </pre>
 *
 * writes reference.fasta, genomes.fasta (30 kB a genome), metadata.tsv. Memory: 100 bytes a genome.
 */
public final class SimulatedGenomes {

  static final int LENGTH = 29_903;

  private static final LocalDate FIRST = LocalDate.of(2019, 12, 1);
  private static final double PER_DAY = 24 / 365.25;
  private static final double GENERATION_DAYS = 5;
  private static final int PLACES = 12;
  private static final double MOVES = 0.03;
  private static final int DELETED = 3;

  private final SplittableRandom random;
  private final byte[] reference = new byte[LENGTH];

  private SimulatedGenomes(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < LENGTH; i++) {
      reference[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
  }

  /** Writes the files and says what they are. */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    write(count, folder, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
    System.out.printf(
        "%d genomes, %d MB in %s%n",
        count, Files.size(folder.resolve("genomes.fasta")) >> 20, folder);
  }

  /** Writes the files into a folder. */
  static void write(int count, Path folder, long seed) throws IOException {
    new SimulatedGenomes(seed).run(count, folder);
  }

  private void run(int count, Path folder) throws IOException {
    Files.writeString(
        folder.resolve("reference.fasta"),
        ">simulated\n" + new String(reference, StandardCharsets.ISO_8859_1) + "\n");
    int[][] mutations = new int[count][];
    double[] days = new double[count];
    int[] places = new int[count];
    try (OutputStream fasta =
            new BufferedOutputStream(
                Files.newOutputStream(folder.resolve("genomes.fasta")), 1 << 20);
        BufferedWriter table = Files.newBufferedWriter(folder.resolve("metadata.tsv"))) {
      table.write("name\tdate\tlocation\n");
      for (int i = 0; i < count; i++) {
        infect(i, mutations, days, places);
        fasta.write((">S" + i + "\n").getBytes(StandardCharsets.UTF_8));
        writeLines(sequenced(mutations[i]), fasta);
        LocalDate date = FIRST.plusDays((long) days[i]);
        table.write("S" + i + "\t" + date + "\tL" + places[i] + "\n");
      }
    }
  }

  private void infect(int i, int[][] mutations, double[] days, int[] places) {
    if (i == 0) {
      mutations[0] = new int[0];
      return;
    }
    int from = random.nextInt(2 * i / 3, i);
    double gap = GENERATION_DAYS * (0.5 + random.nextDouble());
    days[i] = days[from] + gap;
    places[i] = random.nextDouble() < MOVES ? random.nextInt(PLACES) : places[from];
    int fresh = 0;
    for (double t = exponential(); t < PER_DAY * gap; t += exponential()) {
      fresh++;
    }
    int[] own = Arrays.copyOf(mutations[from], mutations[from].length + fresh);
    for (int k = own.length - fresh; k < own.length; k++) {
      int kind = random.nextInt(1000) == 0 ? 3 : random.nextInt(3);
      own[k] = random.nextInt(100, LENGTH - 200) << 2 | kind;
    }
    mutations[i] = own;
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }

  /** Kinds 0 to 2 move a letter on by 1 to 3 in ACGT, kind 3 takes three letters out. */
  private byte[] sequenced(int[] mutations) {
    byte[] bases = reference.clone();
    boolean shorter = false;
    for (int mutation : mutations) {
      int position = mutation >>> 2;
      int kind = mutation & 3;
      if (kind == 3) {
        Arrays.fill(bases, position, position + DELETED, (byte) 0);
        shorter = true;
      } else if (bases[position] != 0) {
        bases[position] = (byte) "ACGT".charAt(("ACGT".indexOf(bases[position]) + kind + 1) & 3);
      }
    }
    if (random.nextInt(5) == 0) {
      int length = random.nextInt(100, 1500);
      int start = random.nextInt(LENGTH - length);
      for (int p = start; p < start + length; p++) {
        bases[p] = bases[p] == 0 ? 0 : (byte) 'N';
      }
    }
    if (random.nextInt(50) == 0) {
      bases[random.nextInt(LENGTH)] = (byte) 'R';
    }
    return shorter ? withoutGaps(bases) : bases;
  }

  private static byte[] withoutGaps(byte[] bases) {
    byte[] rest = new byte[bases.length];
    int n = 0;
    for (byte base : bases) {
      if (base != 0) {
        rest[n++] = base;
      }
    }
    return Arrays.copyOf(rest, n);
  }

  private static void writeLines(byte[] bases, OutputStream out) throws IOException {
    for (int start = 0; start < bases.length; start += 80) {
      out.write(bases, start, Math.min(80, bases.length - start));
      out.write('\n');
    }
  }
}

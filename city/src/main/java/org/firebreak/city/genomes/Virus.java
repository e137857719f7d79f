package org.firebreak.city.genomes;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * The reference genome of a fictitious virus: random codons in genes of usual sizes, untranslated
 * ends. No sequence of nature is used, and none of this length and content is known.
 */
final class Virus {

  /** Name of the reference in all files. */
  static final String NAME = "DEMO-VIRUS-1";

  private static final long PURPOSE = Keys.purpose("genomes.reference");
  private static final int LEADER = 180;
  private static final int TRAILER = 240;
  private static final int BETWEEN = 24;
  private static final String BASES = "ACGT";
  private static final double[] SHARES = {0.30, 0.19, 0.21, 0.30};

  /** Genes with their numbers of codons, stop included. */
  private static final List<Plan> PLANS =
      List.of(
          new Plan("pol", 2150),
          new Plan("hel", 905),
          new Plan("gly", 1180),
          new Plan("acc", 121),
          new Plan("env", 78),
          new Plan("mem", 236),
          new Plan("nuc", 402));

  private final byte[] bases;
  private final List<Gene> genes;

  private record Plan(String name, int codons) {}

  /**
   * A gene.
   *
   * @param start 0-based
   * @param end exclusive, a stop codon before it
   */
  record Gene(String name, int start, int end) {}

  private Virus(byte[] bases, List<Gene> genes) {
    this.bases = bases;
    this.genes = List.copyOf(genes);
  }

  /** The virus of a seed. */
  static Virus of(long seed) {
    Draws draws = new Draws(Keys.of(PURPOSE, seed));
    StringBuilder text = new StringBuilder();
    List<Gene> genes = new ArrayList<>();
    spacer(text, LEADER, draws);
    for (Plan plan : PLANS) {
      int start = text.length();
      text.append("ATG");
      while (text.length() < start + 3 * (plan.codons() - 1)) {
        String codon = "" + base(draws) + base(draws) + base(draws);
        if (!isStop(codon)) {
          text.append(codon);
        }
      }
      text.append("TAA");
      genes.add(new Gene(plan.name(), start, text.length()));
      spacer(text, BETWEEN, draws);
    }
    spacer(text, TRAILER, draws);
    return new Virus(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII), genes);
  }

  private static void spacer(StringBuilder text, int length, Draws draws) {
    for (int i = 0; i < length; i++) {
      text.append(base(draws));
    }
  }

  private static char base(Draws draws) {
    return BASES.charAt(draws.weighted(SHARES));
  }

  static boolean isStop(String codon) {
    return "TAA".equals(codon) || "TAG".equals(codon) || "TGA".equals(codon);
  }

  int length() {
    return bases.length;
  }

  char base(int position) {
    return (char) bases[position];
  }

  byte[] copy() {
    return bases.clone();
  }

  List<Gene> genes() {
    return genes;
  }
}

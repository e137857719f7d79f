package org.firebreak.cli.genome;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

/**
 * A virus of 3,000 letters with one gene, and an outbreak of it: each case infects from the three
 * before it, some mutations in ten days, in two towns.
 */
final class MadeOutbreak {

  static final int LENGTH = 3000;
  static final int GENE_START = 100;
  static final int CODONS = 300;
  static final LocalDate FIRST = LocalDate.of(2021, 1, 4);

  private final Random random = new Random(5);
  private final byte[] reference = letters();
  private final byte[][] genomes;

  MadeOutbreak(int size) {
    genomes = new byte[size][];
    for (int i = 0; i < size; i++) {
      genomes[i] =
          i == 0 ? reference.clone() : genomes[random.nextInt(Math.max(0, i - 3), i)].clone();
      for (int k = 0; k < (i == 0 ? 0 : 1 + random.nextInt(2)); k++) {
        change(genomes[i], random.nextInt(200, LENGTH - 200));
      }
    }
  }

  /** Random letters; the gene is made of codons without a stop before its end. */
  private byte[] letters() {
    byte[] bases = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
    for (int codon = 0; codon < CODONS; codon++) {
      // No stop codon has C in front.
      bases[GENE_START + 3 * codon] = 'C';
    }
    System.arraycopy("ATG".getBytes(StandardCharsets.US_ASCII), 0, bases, GENE_START, 3);
    byte[] stop = "TAA".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(stop, 0, bases, GENE_START + 3 * (CODONS - 1), 3);
    return bases;
  }

  static void change(byte[] bases, int position) {
    bases[position] = (byte) "CGTA".charAt("ACGT".indexOf(bases[position]));
  }

  byte[] reference() {
    return reference;
  }

  String genome(int i) {
    return text(genomes[i]);
  }

  static String text(byte[] bases) {
    return new String(bases, StandardCharsets.US_ASCII);
  }

  /** Letters of no known virus. */
  String stranger() {
    byte[] bases = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
    return text(bases);
  }

  String reversed() {
    StringBuilder text = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      text.append("TGCA".charAt("ACGT".indexOf(reference[i])));
    }
    return text.toString();
  }

  Path writeReference(Path folder) throws IOException {
    return Files.writeString(folder.resolve("ref.fasta"), ">made\n" + text(reference) + "\n");
  }

  Path writeAnnotation(Path folder) throws IOException {
    String row =
        "made\ttest\tgene\t%d\t%d\t.\t+\t.\tgene_name=G\n"
            .formatted(GENE_START + 1, GENE_START + 3 * CODONS);
    return Files.writeString(folder.resolve("genes.gff3"), "##gff-version 3\n" + row);
  }

  Path writeGenomes(Path folder) throws IOException {
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < genomes.length; i++) {
      fasta.append(">c").append(i).append('\n').append(text(genomes[i])).append('\n');
    }
    return Files.writeString(folder.resolve("genomes.fasta"), fasta);
  }

  Path writeMetadata(Path folder) throws IOException {
    StringBuilder table = new StringBuilder("name\tdate\tlocation\n");
    for (int i = 0; i < genomes.length; i++) {
      table.append('c').append(i).append('\t').append(FIRST.plusDays(10L * i));
      table.append('\t').append(i < genomes.length / 2 ? "Old Town" : "New Town").append('\n');
    }
    return Files.writeString(folder.resolve("metadata.tsv"), table);
  }

  /** The number of letters in which two cases differ. */
  int differences(int a, int b) {
    int from = 0;
    int n = 0;
    while (from < LENGTH) {
      int at = Arrays.mismatch(genomes[a], from, LENGTH, genomes[b], from, LENGTH);
      if (at < 0) {
        return n;
      }
      n++;
      from += at + 1;
    }
    return n;
  }
}

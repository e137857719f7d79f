package org.firebreak.city.genomes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.ResourceException;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.genomes.Sequencing.Sampled;
import org.firebreak.city.output.CsvFile;
import org.firebreak.city.random.Draws;
import org.firebreak.city.region.Region;

/**
 * Writes the genomes of an incident: {@code reference.fasta} and {@code .gff3} of the fictitious
 * virus, {@code clades.tsv}, {@code genomes.fasta}, {@code samples.tsv}; some records are broken as
 * records of laboratories are. For one thread.
 */
public final class GenomeFiles {

  private static final int LINE = 80;
  private static final double VAGUE_DATE = 0.015;
  private static final double NO_CASE = 0.02;

  private final City city;
  private final Virus virus;
  private final Evolution evolution;
  private final List<Sampled> samples;
  private final List<List<Evolution.Change>> genomes = new ArrayList<>();

  /**
   * Sequences an incident.
   *
   * @param links pairs of case numbers that contact tracing found
   */
  public GenomeFiles(City city, List<List<String>> links) {
    long seed = city.parameters().seed();
    this.city = city;
    this.virus = Virus.of(seed);
    this.evolution =
        new Evolution(virus, city.epidemic().infections(), city.parameters().days(), seed);
    this.samples = Sequencing.choose(city, links);
    for (Sampled sample : samples) {
      genomes.add(evolution.differences(sample.report().infection(), sample.day() + 0.5));
    }
  }

  /** Number of genomes. */
  public int size() {
    return samples.size();
  }

  /**
   * Writes the files.
   *
   * @param truth what the genomes really are, row by row, under {@link #truthHeader}
   */
  public void write(Path folder, CsvFile truth) {
    try {
      Files.createDirectories(folder);
      try (OutputStream out = open(folder.resolve("reference.fasta"))) {
        record(out, Virus.NAME + " fictitious virus of a simulation", virus.copy());
      }
      Files.writeString(folder.resolve("reference.gff3"), annotation());
      Files.writeString(folder.resolve("clades.tsv"), clades());
      writeGenomes(folder.resolve("genomes.fasta"));
      Files.writeString(folder.resolve("samples.tsv"), table());
    } catch (IOException e) {
      throw new ResourceException("file-unwritable", folder + ": cannot be written: " + e, e);
    }
    writeTruth(truth);
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static void record(OutputStream out, String header, byte[] letters) throws IOException {
    out.write((">" + header + "\n").getBytes(StandardCharsets.US_ASCII));
    for (int at = 0; at < letters.length; at += LINE) {
      out.write(letters, at, Math.min(LINE, letters.length - at));
      out.write('\n');
    }
  }

  private String annotation() {
    StringBuilder text = new StringBuilder("##gff-version 3\n");
    text.append("##sequence-region %s 1 %d\n".formatted(Virus.NAME, virus.length()));
    for (Virus.Gene gene : virus.genes()) {
      text.append(
          "%s\tsimulation\tCDS\t%d\t%d\t.\t+\t0\tID=cds-%s;Name=%s;gene=%s\n"
              .formatted(
                  Virus.NAME, gene.start() + 1, gene.end(), gene.name(), gene.name(), gene.name()));
    }
    return text.toString();
  }

  private String clades() {
    StringBuilder text = new StringBuilder("clade\tgene\tsite\talt\n");
    for (Lineages.Lineage lineage : new Lineages(genomes).list()) {
      if (!lineage.parent().isEmpty()) {
        text.append("%s\tclade\t%s\n".formatted(lineage.name(), lineage.parent()));
      }
      text.append(
          "%s\tnuc\t%d\t%s\n".formatted(lineage.name(), lineage.position() + 1, lineage.to()));
    }
    return text.toString();
  }

  private void writeGenomes(Path file) throws IOException {
    long seed = city.parameters().seed();
    try (OutputStream out = open(file)) {
      for (int i = 0; i < samples.size(); i++) {
        Sampled sample = samples.get(i);
        byte[] read = Reading.of(virus, genomes.get(i), Sequencing.draws(sample, seed));
        record(out, sample.name(), read);
        if (i == samples.size() / 3) {
          writeBroken(out, sample, read);
        }
      }
    }
  }

  /**
   * What laboratories send too: cut off, turned round, letters that are none, another virus, twice.
   */
  private void writeBroken(OutputStream out, Sampled sample, byte[] read) throws IOException {
    record(out, "YL/S-cut", java.util.Arrays.copyOf(read, read.length / 3));
    record(out, "YL/S-turned", reversed(read));
    byte[] strange = read.clone();
    strange[500] = '#';
    record(out, "YL/S-letters", strange);
    record(out, "YL/S-other", Virus.of(~city.parameters().seed()).copy());
    record(out, sample.name(), read);
    out.write(">YL/S-empty\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] reversed(byte[] letters) {
    byte[] turned = new byte[letters.length];
    for (int i = 0; i < letters.length; i++) {
      turned[letters.length - 1 - i] =
          (byte)
              switch (letters[i]) {
                case 'A' -> 'T';
                case 'C' -> 'G';
                case 'G' -> 'C';
                case 'T' -> 'A';
                default -> 'N';
              };
    }
    return turned;
  }

  private String table() {
    StringBuilder text = new StringBuilder("name\tcase_number\tdate\tregion_code\tlocation\n");
    for (Sampled sample : samples) {
      Draws draws = Sequencing.draws(sample, ~city.parameters().seed());
      Region leaf = city.people().tree().leaves().get(sample.report().leaf());
      String date = city.timeline().date(sample.day()).toString();
      text.append(
          "%s\t%s\t%s\t%s\t%s\n"
              .formatted(
                  sample.name(),
                  draws.chance(NO_CASE) ? "" : sample.report().caseId(),
                  draws.chance(VAGUE_DATE) ? date.substring(0, 7) : date,
                  leaf.code(),
                  leaf.name()));
    }
    return text.toString();
  }

  /** Columns of the truth of genomes. */
  public static String[] truthHeader() {
    return new String[] {
      "name", "case_id", "infector_case_id", "infector_sample", "outside_line", "substitutions"
    };
  }

  private void writeTruth(CsvFile truth) {
    Map<Integer, String> names = new HashMap<>();
    samples.forEach(sample -> names.put(sample.report().infection().index(), sample.name()));
    Map<Integer, String> caseIds = new HashMap<>();
    city.surveillance()
        .cases()
        .forEach(report -> caseIds.put(report.infection().index(), report.caseId()));
    for (int i = 0; i < samples.size(); i++) {
      Infection infection = samples.get(i).report().infection();
      truth.row(
          samples.get(i).name(),
          samples.get(i).report().caseId(),
          caseIds.getOrDefault(infection.infector(), ""),
          names.getOrDefault(infection.infector(), ""),
          evolution.outsideLine(infection),
          genomes.get(i).size());
    }
  }
}

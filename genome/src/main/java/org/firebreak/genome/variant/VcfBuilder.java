package org.firebreak.genome.variant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.genome.annotation.Reference;

/**
 * Collects genomes and writes them as VCF 4.2 with one haploid genotype a genome, sites in order,
 * gaps left-aligned with their preceding letter. A genotype is '.' where the genome is unknown or
 * ambiguous. A VCF has its genomes in columns, so this holds about 200 bytes a genome until it is
 * written; the other outputs stream.
 */
public final class VcfBuilder {

  private final Reference reference;
  private final List<String> names = new ArrayList<>();
  private final List<Nucleotides> genomes = new ArrayList<>();
  private final Map<Integer, Map<Allele, List<Integer>>> sites = new TreeMap<>();

  private record Allele(String from, String to) {}

  public VcfBuilder(Reference reference) {
    this.reference = reference;
  }

  /** Adds the next genome. */
  public void add(String name, Nucleotides nucleotides) {
    int sample = names.size();
    names.add(name);
    genomes.add(nucleotides);
    for (int packed : nucleotides.substitutions()) {
      int position = Nucleotides.position(packed);
      put(position, letters(position, position + 1), "" + Nucleotides.letter(packed), sample);
    }
    int[] deletions = nucleotides.deletions();
    for (int i = 0; i < deletions.length; i += 2) {
      int before = Math.max(0, deletions[i] - 1);
      boolean first = deletions[i] == 0;
      int end = first ? deletions[i + 1] + 1 : deletions[i + 1];
      String kept = first ? letters(end - 1, end) : letters(before, before + 1);
      put(before, letters(before, end), kept, sample);
    }
    for (Nucleotides.Insertion insertion : nucleotides.insertions()) {
      int before = Math.max(0, insertion.after());
      String letter = letters(before, before + 1);
      put(
          before,
          letter,
          insertion.after() < 0 ? insertion.letters() + letter : letter + insertion.letters(),
          sample);
    }
  }

  private void put(int position, String from, String to, int sample) {
    sites
        .computeIfAbsent(position, key -> new LinkedHashMap<>())
        .computeIfAbsent(new Allele(from, to), key -> new ArrayList<>())
        .add(sample);
  }

  private String letters(int start, int end) {
    return new String(
        reference.bases(), start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Writes the file. */
  public void write(Appendable out) {
    try {
      out.append("##fileformat=VCFv4.2\n##contig=<ID=")
          .append(reference.name())
          .append(",length=")
          .append(Integer.toString(reference.length()))
          .append(">\n##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Haploid genotype\">\n")
          .append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT");
      for (String name : names) {
        out.append('\t').append(name);
      }
      out.append('\n');
      for (Map.Entry<Integer, Map<Allele, List<Integer>>> site : sites.entrySet()) {
        writeSite(site.getKey(), site.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line for each REF of the site; its ALTs share the line. */
  private void writeSite(int position, Map<Allele, List<Integer>> alleles, Appendable out)
      throws IOException {
    Map<String, List<Allele>> byFrom = new TreeMap<>();
    alleles.keySet().forEach(a -> byFrom.computeIfAbsent(a.from(), f -> new ArrayList<>()).add(a));
    for (Map.Entry<String, List<Allele>> line : byFrom.entrySet()) {
      byte[] genotypes = new byte[names.size()];
      for (int sample = 0; sample < genotypes.length; sample++) {
        char letter = genomes.get(sample).letterAt(position, reference.bases());
        genotypes[sample] = (byte) ("ACGT-".indexOf(letter) < 0 ? -1 : 0);
      }
      List<String> alternatives = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      for (Allele allele : line.getValue()) {
        alternatives.add(allele.to());
        ids.add(allele.from() + (position + 1) + allele.to());
        for (int sample : alleles.getOrDefault(allele, List.of())) {
          genotypes[sample] = (byte) alternatives.size();
        }
      }
      out.append(reference.name())
          .append('\t')
          .append(Integer.toString(position + 1))
          .append('\t')
          .append(String.join(";", ids))
          .append('\t')
          .append(line.getKey())
          .append('\t')
          .append(String.join(",", alternatives))
          .append("\t.\t.\t.\tGT");
      for (byte genotype : genotypes) {
        out.append('\t').append(genotype < 0 ? "." : Byte.toString(genotype));
      }
      out.append('\n');
    }
  }
}

package org.firebreak.bench.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.variant.Nucleotides;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.firebreak.genome.variant.VariantTable;
import org.firebreak.genome.variant.VariantText;

/** Alignment and calls against minimap2 and MAFFT, and whether the calls are equal. */
final class VariantsBench {

  private static final int PASSES = 60;
  private static final int CORE_START = 56;
  private static final int CORE_END = 29_797;

  private final Path referenceFile;
  private final Path annotation;
  private final Path cladeFile;
  private final Path scratch;

  VariantsBench(GenomeBench.Data data, Path scratch) {
    this.referenceFile = data.reference();
    this.annotation = data.annotation();
    this.cladeFile = data.clades();
    this.scratch = scratch;
  }

  /** Reads, aligns, calls, translates, scores and writes rows; calls by name. */
  private Map<String, Nucleotides> ours(Path genomes, CladeTable clades) {
    Reference reference = ReferenceReader.read(referenceFile, Optional.of(annotation));
    VariantCaller caller =
        new VariantCaller(
            new Aligners(reference, Acceptance.DEFAULT),
            Optional.of(clades),
            Quality.Rules.DEFAULT);
    VariantTable table = new VariantTable(reference);
    Map<String, Nucleotides> calls = new HashMap<>();
    long written = 0;
    try (FastaReader reader = FastaReader.open(genomes, problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        var variants = caller.call(next.get());
        calls.put(next.get().id(), variants.nucleotides());
        written += String.join("\t", table.row(variants)).length();
      }
    }
    if (written == 0) {
      throw new IllegalStateException("no genome in " + genomes);
    }
    return calls;
  }

  private Map<String, Set<String>> cores(Map<String, Nucleotides> calls) {
    byte[] reference = ReferenceReader.read(referenceFile, Optional.empty()).bases();
    Map<String, Set<String>> cores = new HashMap<>();
    calls.forEach((name, called) -> cores.put(name, core(called, reference)));
    return cores;
  }

  private static Set<String> core(Nucleotides called, byte[] reference) {
    Set<String> core = new TreeSet<>();
    for (int packed : called.substitutions()) {
      int position = Nucleotides.position(packed) + 1;
      if (position >= CORE_START && position <= CORE_END) {
        core.add(VariantText.substitution(packed, reference));
      }
    }
    return core;
  }

  void run(String name, Path genomes) throws IOException {
    CladeTable clades = CladeTable.parse("clades", Files.readAllLines(cladeFile));
    Path plain = unpacked(genomes);
    Measure<Map<String, Nucleotides>> own = Measure.of(PASSES, () -> ours(plain, clades));
    String task = "variants, " + name + " (" + own.result().size() + " genomes)";
    Table.own(task, own, "file to rows, with proteins, quality and clade");
    Map<String, Set<String>> cores = cores(own.result());
    Optional<Peer.Run> minimap =
        Peer.run(
            scratch,
            List.of(
                "minimap2",
                "-cx",
                "asm20",
                "--cs",
                "-t",
                "1",
                referenceFile.toString(),
                plain.toString()));
    if (minimap.isPresent()) {
      Map<String, Set<String>> calls = ofPaf(minimap.get().out());
      Table.peer(
          task, "minimap2 -cx asm20 --cs", minimap.get().cpuSeconds(), own, equal(cores, calls));
    }
    Optional<Peer.Run> mafft =
        Peer.run(
            scratch,
            List.of(
                "mafft",
                "--thread",
                "1",
                "--6merpair",
                "--keeplength",
                "--addfragments",
                plain.toString(),
                referenceFile.toString()));
    if (mafft.isPresent()) {
      Map<String, Set<String>> calls = ofAlignment(mafft.get().out());
      Table.peer(
          task,
          "mafft --6merpair --keeplength",
          mafft.get().cpuSeconds(),
          own,
          equal(cores, calls));
    }
    for (String absent : List.of("nextclade")) {
      if (!Peer.isInstalled(absent)) {
        Table.print(task, absent, "", "", "not installed, not run");
      }
    }
  }

  private Path unpacked(Path genomes) throws IOException {
    Path plain = scratch.resolve(genomes.getFileName().toString().replace(".gz", ""));
    try (FastaReader reader = FastaReader.open(genomes, problem -> {});
        var out = Files.newBufferedWriter(plain)) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        out.write(">" + next.get().id() + "\n" + next.get().dna() + "\n");
      }
    }
    return plain;
  }

  private static String equal(Map<String, Set<String>> ours, Map<String, Set<String>> theirs) {
    int same = 0;
    List<String> other = new ArrayList<>();
    for (Map.Entry<String, Set<String>> one : ours.entrySet()) {
      if (one.getValue().equals(theirs.get(one.getKey()))) {
        same++;
      } else {
        other.add(one.getKey());
      }
    }
    String rest = other.isEmpty() ? "" : "; differ: " + String.join(", ", other);
    return "same substitutions in 56..29797: " + same + " of " + ours.size() + rest;
  }

  /** Substitutions of minimap2's cs tags; a run of N splits an alignment, so rows are joined. */
  private static Map<String, Set<String>> ofPaf(Path paf) throws IOException {
    Map<String, Set<String>> calls = new HashMap<>();
    for (String line : Files.readAllLines(paf)) {
      String[] fields = line.split("\t", -1);
      Set<String> set = calls.computeIfAbsent(fields[0], key -> new TreeSet<>());
      int position = Integer.parseInt(fields[7]);
      for (String field : fields) {
        if (field.startsWith("cs:Z:")) {
          addSubstitutions(field.substring(5), position, set);
        }
      }
    }
    return calls;
  }

  private static void addSubstitutions(String cs, int start, Set<String> set) {
    int position = start;
    int at = 0;
    while (at < cs.length()) {
      char kind = cs.charAt(at++);
      int from = at;
      while (at < cs.length() && Character.isLetterOrDigit(cs.charAt(at))) {
        at++;
      }
      String part = cs.substring(from, at);
      switch (kind) {
        case ':' -> position += Integer.parseInt(part);
        case '-' -> position += part.length();
        case '*' -> {
          position++;
          add(part.charAt(0), position, part.charAt(1), set);
        }
        default -> {}
      }
    }
  }

  private static void add(char from, int position, char to, Set<String> set) {
    char letter = Character.toUpperCase(to);
    if (position >= CORE_START && position <= CORE_END && "ACGT".indexOf(letter) >= 0) {
      set.add("" + Character.toUpperCase(from) + position + letter);
    }
  }

  private static Map<String, Set<String>> ofAlignment(Path alignment) {
    Map<String, Set<String>> calls = new HashMap<>();
    byte[] reference = {};
    try (FastaReader reader = FastaReader.open(alignment, problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        byte[] row = next.get().bases();
        if (reference.length == 0) {
          reference = row;
          continue;
        }
        Set<String> set = new TreeSet<>();
        for (int i = 0; i < row.length; i++) {
          if (row[i] != reference[i]) {
            add((char) reference[i], i + 1, (char) row[i], set);
          }
        }
        calls.put(next.get().id(), set);
      }
    }
    return calls;
  }
}

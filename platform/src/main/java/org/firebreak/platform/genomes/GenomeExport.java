package org.firebreak.platform.genomes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.AuspiceWriter;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.firebreak.genome.variant.VariantTable;
import org.firebreak.genome.variant.VcfBuilder;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.springframework.stereotype.Component;

/** Genomes and trees as files, as far as the caller may see them. Each export is in the audit. */
@Component
class GenomeExport {

  private final Genomes genomes;
  private final AuditService audit;

  GenomeExport(Genomes genomes, AuditService audit) {
    this.genomes = genomes;
    this.audit = audit;
  }

  /** Kinds of files. */
  enum Format {
    NEWICK("tree.nwk", "text/x-nh"),
    AUSPICE("tree.json", "application/json"),
    TSV("variants.tsv", "text/tab-separated-values"),
    VCF("genomes.vcf", "text/plain");

    private final String file;
    private final String type;

    Format(String file, String type) {
      this.file = file;
      this.type = type;
    }

    String file() {
      return file;
    }

    String type() {
      return type;
    }
  }

  /** Notes an export; to be called before the first byte leaves. */
  void note(long reference, Format format, Caller caller) {
    audit.record(
        caller.username(),
        "genomes-exported",
        genomes.book(reference).reference().name(),
        Map.of("file", format.file()));
  }

  void write(long reference, Format format, Caller caller, OutputStream out) throws IOException {
    TreeBook book = genomes.book(reference);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    switch (format) {
      case NEWICK -> writer.write(Newick.write(visible(book, caller).phylogeny()));
      case AUSPICE -> auspice(book, visible(book, caller), writer);
      case TSV -> table(book, caller, writer);
      case VCF -> vcf(book, caller, writer);
    }
    writer.flush();
  }

  private PlacedTree visible(TreeBook book, Caller caller) {
    PlacedTree tree = genomes.visibility(caller).tree(book);
    if (tree == null) {
      throw new UserException("tree-not-found", "There are no genomes yet");
    }
    return tree;
  }

  private static void auspice(TreeBook book, PlacedTree tree, Writer writer) throws IOException {
    int size = tree.size();
    double[][] intervals = new double[size][];
    String[] places = new String[size];
    String[] clades = new String[size];
    AnnotatedTree.Trait place = AnnotatedTree.Trait.of(places);
    for (int i = 0; i < size; i++) {
      intervals[i] = new double[] {tree.intervals()[2 * i], tree.intervals()[2 * i + 1]};
      places[i] = tree.place()[i] < 0 ? "" : tree.places()[tree.place()[i]];
      if (!places[i].isEmpty()) {
        place.probabilities()[i] = Map.of(places[i], (double) tree.placeProbability()[i]);
      }
      GenomeRow row = book.byId().get(tree.genomes()[i]);
      clades[i] = row == null || row.clade() == null ? "" : row.clade();
    }
    Map<String, AnnotatedTree.Trait> traits = new HashMap<>();
    traits.put("place", place);
    traits.put("clade_membership", AnnotatedTree.Trait.of(clades));
    Reference reference = book.reference().genome();
    AuspiceWriter.write(
        new AnnotatedTree(
            tree.phylogeny(), tree.mutations(), reference.bases(), tree.dates(), intervals, traits),
        book.reference().title(),
        LocalDate.ofInstant(book.builtAt(), ZoneOffset.UTC),
        reference.regions(),
        writer);
  }

  /** Calls each genome anew from its stored letters, so that all columns are there. */
  private void table(TreeBook book, Caller caller, Writer writer) throws IOException {
    VariantCaller calling =
        new VariantCaller(
            book.reference().aligners(), book.reference().clades(), Quality.Rules.DEFAULT);
    VariantTable table = new VariantTable(book.reference().genome());
    line(writer, VariantTable.COLUMNS.toArray(String[]::new));
    long number = 0;
    for (GenomeRow row : genomes.visibility(caller).rows(book)) {
      number++;
      byte[] letters = GenomeSequence.of(row.nucleotides(), book.reference().genome().bases());
      try {
        line(writer, table.row(calling.call(new FastaRecord(row.name(), "", number, 0, letters))));
      } catch (DataException e) {
        line(writer, VariantTable.refusal(number, row.name(), String.valueOf(e.getMessage())));
      }
    }
  }

  private static void line(Writer writer, String[] cells) throws IOException {
    writer.write(String.join("\t", List.of(cells)));
    writer.write('\n');
  }

  private void vcf(TreeBook book, Caller caller, Writer writer) throws IOException {
    VcfBuilder builder = new VcfBuilder(book.reference().genome());
    genomes
        .visibility(caller)
        .rows(book)
        .forEach(row -> builder.add(row.name(), row.nucleotides()));
    try {
      builder.write(writer);
    } catch (UncheckedIOException e) {
      throw Optional.ofNullable(e.getCause()).orElseThrow();
    }
  }
}

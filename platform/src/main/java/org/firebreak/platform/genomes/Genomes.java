package org.firebreak.platform.genomes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.cases.CaseDirectory;
import org.firebreak.platform.cases.CaseDirectory.CaseReference;
import org.firebreak.platform.genomes.FindingTable.Finding;
import org.firebreak.platform.genomes.GenomeDetail.GenomeFinding;
import org.firebreak.platform.genomes.GenomeDetail.GenomeNeighbour;
import org.firebreak.platform.genomes.GenomeDetail.GenomeSummary;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Genomes as callers may see them: each only where their role reaches to. Thread-safe. */
@Service
public class Genomes {

  static final String READ = "genomes:read";
  private static final String CASES = "cases:read";
  private static final int NEIGHBOURS = 12;
  private static final int NEIGHBOUR_MUTATIONS = 8;
  private static final int FINDINGS_OF_ONE = 50;
  private static final int DEMO_WAIT_SECONDS = 300;

  private final References references;
  private final Trees trees;
  private final GenomeTable table;
  private final GenomeUploads uploads;
  private final FindingTable findings;
  private final CaseDirectory cases;
  private final Regions regions;

  Genomes(
      References references,
      Trees trees,
      GenomeTable table,
      GenomeUploads uploads,
      FindingTable findings,
      CaseDirectory cases,
      Regions regions) {
    this.references = references;
    this.trees = trees;
    this.table = table;
    this.uploads = uploads;
    this.findings = findings;
    this.cases = cases;
    this.regions = regions;
  }

  /**
   * Loads simulated genomes from the files {@code reference.fasta}, {@code reference.gff3}, {@code
   * clades.tsv}, {@code genomes.fasta} and {@code samples.tsv} of a folder.
   *
   * @return number of genomes taken in
   */
  public long loadSimulated(Path folder) throws IOException {
    GenomeReference reference;
    try (InputStream sequence = Files.newInputStream(folder.resolve("reference.fasta"));
        InputStream annotation = Files.newInputStream(folder.resolve("reference.gff3"));
        InputStream clades = Files.newInputStream(folder.resolve("clades.tsv"))) {
      reference =
          references.load(
              new References.ReferenceFiles(sequence, annotation, clades),
              new References.Usage(null, true, 0, 0),
              Caller.SYSTEM);
    }
    try (InputStream genomes = Files.newInputStream(folder.resolve("genomes.fasta"));
        InputStream samples = Files.newInputStream(folder.resolve("samples.tsv"))) {
      GenomeUpload upload =
          uploads.begin(
              reference.id(),
              new GenomeUploads.Incoming("genomes.fasta", genomes),
              new GenomeUploads.Incoming("samples.tsv", samples),
              Caller.SYSTEM);
      GenomeUpload done = uploads.await(upload.id(), DEMO_WAIT_SECONDS);
      if (!"done".equals(done.state())) {
        throw new InternalException(
            "demo-failed", "The genomes were not taken in: " + done.errorMessage());
      }
      return done.counts().accepted();
    }
  }

  /** The genomes and the tree of a reference. */
  TreeBook book(long reference) {
    return trees.get(references.get(reference));
  }

  Visibility visibility(Caller caller) {
    return new Visibility(caller.regions(READ), regions.tree());
  }

  /** Genomes of a region that the caller may see; null for all. */
  List<GenomeRow> rows(TreeBook book, @Nullable String region, Caller caller) {
    List<GenomeRow> rows = visibility(caller).rows(book);
    if (region == null || region.isBlank()) {
      return rows;
    }
    RegionTree tree = regions.tree();
    Region within = regions.getRegion(region);
    return rows.stream()
        .filter(row -> {
          String code = row.label().region();
          return code != null
              && tree.find(tree.knownPart(code)).filter(r -> r.isWithin(within)).isPresent();
        })
        .toList();
  }

  /**
   * Which genomes are wanted; what is null is not asked for.
   *
   * @param q part of a name
   * @param mutation as {@code C241T} or {@code S:N501Y}
   */
  record GenomeFilter(
      @Nullable String q,
      @Nullable String clade,
      @Nullable String region,
      @Nullable String mutation,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /** Genomes, latest sample first. */
  Page<GenomeSummary> list(long reference, GenomeFilter filter, Caller caller, PageRequest page) {
    TreeBook book = book(reference);
    Predicate<GenomeRow> wanted = matches(filter, book);
    List<GenomeRow> rows =
        rows(book, filter.region(), caller).stream()
            .filter(wanted)
            .sorted(
                Comparator.comparing(Genomes::sortDay)
                    .reversed()
                    .thenComparing(Comparator.comparingLong(GenomeRow::id).reversed()))
            .toList();
    int from = page.isFirst() ? 0 : start(page);
    List<GenomeSummary> items =
        rows.stream()
            .skip(from)
            .limit(page.limit() + 1L)
            .map(row -> GenomeSummary.of(reference, row, regions.tree()))
            .toList();
    String next = Integer.toString(from + page.limit());
    return Page.of(items, page, item -> List.of(next), (long) rows.size());
  }

  private static int start(PageRequest page) {
    try {
      return Math.max(0, Integer.parseInt(page.keys(1).getFirst()));
    } catch (NumberFormatException e) {
      throw new UserException(
          "cursor-invalid", "The cursor is not one of this list; start anew.", e);
    }
  }

  private static LocalDate sortDay(GenomeRow row) {
    return Objects.requireNonNullElse(row.label().dateLast(), LocalDate.MIN);
  }

  private static Predicate<GenomeRow> matches(GenomeFilter filter, TreeBook book) {
    Predicate<GenomeRow> wanted = row -> true;
    if (filter.q() != null && !filter.q().isBlank()) {
      String part = filter.q().strip().toLowerCase(Locale.ROOT);
      wanted = wanted.and(row -> row.name().toLowerCase(Locale.ROOT).contains(part));
    }
    String clade = filter.clade();
    if (clade != null && !clade.isBlank()) {
      wanted = wanted.and(row -> clade.equals(row.clade()));
    }
    if (filter.mutation() != null && !filter.mutation().isBlank()) {
      String mutation = filter.mutation().strip();
      Reference reference = book.reference().genome();
      wanted =
          wanted.and(row ->
              row.aminoAcids().contains(mutation)
                  || row.substitutions(reference).contains(mutation));
    }
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from != null) {
      wanted = wanted.and(row -> !sortDay(row).isBefore(from));
    }
    if (to != null) {
      wanted = wanted.and(row -> isNotAfter(row.label().dateFirst(), to));
    }
    return wanted;
  }

  private static boolean isNotAfter(@Nullable LocalDate day, LocalDate limit) {
    return day != null && !day.isAfter(limit);
  }

  /** A genome with its book. */
  record Found(TreeBook book, GenomeRow row) {}

  /**
   * A genome that the caller may see.
   *
   * @throws UserException if there is none
   */
  Found find(long genome, Caller caller) {
    UserException none =
        new UserException("genome-not-found", "There is no genome " + genome + " in your regions");
    TreeBook book = book(table.findReference(genome).orElseThrow(() -> none));
    return new Found(book, visibility(caller).find(book, genome).orElseThrow(() -> none));
  }

  /** All that is known of one genome. */
  GenomeDetail get(long genome, Caller caller) {
    Found found = find(genome, caller);
    TreeBook book = found.book();
    GenomeRow row = found.row();
    int node = book.nodeOf().getOrDefault(genome, -1);
    PlacedTree tree = book.tree();
    return new GenomeDetail(
        summary(book, row),
        casesOf(List.of(row), caller),
        GenomeDetail.substitutions(row, book.reference().genome()),
        GenomeDetail.BaseRange.list(row.nucleotides().deletions()),
        row.nucleotides().insertions().stream()
            .map(one -> new GenomeDetail.Insertion(one.after() + 1, one.letters()))
            .toList(),
        GenomeDetail.BaseRange.list(row.nucleotides().missing()),
        mixed(row),
        row.aminoAcids(),
        row.frameShifts(),
        row.stops(),
        GenomeDetail.rules(row),
        tree == null || node < 0 ? 0 : tree.choices()[node],
        tree == null ? List.of() : neighbours(book, tree, node, caller),
        findingsOf(book, row, caller));
  }

  private static List<GenomeDetail.MixedBase> mixed(GenomeRow row) {
    return java.util.Arrays.stream(row.nucleotides().mixed())
        .mapToObj(packed ->
            new GenomeDetail.MixedBase(
                org.firebreak.genome.variant.Nucleotides.position(packed) + 1,
                String.valueOf(org.firebreak.genome.variant.Nucleotides.letter(packed))))
        .toList();
  }

  private GenomeSummary summary(TreeBook book, GenomeRow row) {
    return GenomeSummary.of(book.reference().id(), row, regions.tree());
  }

  private List<GenomeNeighbour> neighbours(
      TreeBook book, PlacedTree tree, int node, Caller caller) {
    Visibility visibility = visibility(caller);
    List<GenomeNeighbour> near = new ArrayList<>();
    for (Neighbours.Near one :
        new Neighbours(tree).of(node, NEIGHBOUR_MUTATIONS, 50 * NEIGHBOURS)) {
      visibility
          .find(book, one.genome())
          .filter(row -> near.size() < NEIGHBOURS)
          .ifPresent(row -> near.add(new GenomeNeighbour(summary(book, row), one.mutations())));
    }
    return near;
  }

  private List<CaseReference> casesOf(List<GenomeRow> rows, Caller caller) {
    RegionScope scope = caller.regions(CASES);
    return cases.listByNumber(
        rows.stream().map(row -> row.label().caseNumber()).filter(Objects::nonNull).toList(),
        scope);
  }

  private List<GenomeFinding> findingsOf(TreeBook book, GenomeRow row, Caller caller) {
    Visibility visibility = visibility(caller);
    List<Finding> own =
        findings.list(book.reference().id()).stream()
            .filter(finding -> finding.first() == row.id() || finding.second() == row.id())
            .filter(finding -> visibility.find(book, finding.other(row.id())).isPresent())
            .limit(FINDINGS_OF_ONE)
            .toList();
    return views(book, own, caller);
  }

  /** Findings of visible genomes for people, with the cases the caller may see. */
  private List<GenomeFinding> views(TreeBook book, List<Finding> seen, Caller caller) {
    List<GenomeRow> rows =
        seen.stream()
            .flatMap(one -> java.util.stream.Stream.of(one.first(), one.second()))
            .distinct()
            .flatMap(id -> book.find(id).stream())
            .toList();
    Map<String, List<CaseReference>> byNumber =
        casesOf(rows, caller).stream()
            .collect(java.util.stream.Collectors.groupingBy(CaseReference::caseNumber));
    return seen.stream()
        .map(one -> {
          GenomeRow first = Objects.requireNonNull(book.byId().get(one.first()));
          GenomeRow second = Objects.requireNonNull(book.byId().get(one.second()));
          return new GenomeFinding(
              summary(book, first),
              summary(book, second),
              FindingTable.word(one.verdict()),
              one.differences(),
              one.expected(),
              one.probability(),
              one.rivals(),
              byNumber.getOrDefault(String.valueOf(first.label().caseNumber()), List.of()),
              byNumber.getOrDefault(String.valueOf(second.label().caseNumber()), List.of()));
        })
        .toList();
  }

  /** What genomes say of pairs of cases, the most pressing first. */
  Page<GenomeFinding> listFindings(
      long reference, @Nullable String verdict, Caller caller, PageRequest page) {
    TreeBook book = book(reference);
    Visibility visibility = visibility(caller);
    List<Finding> all =
        findings.list(reference).stream()
            .filter(one -> verdict == null || verdict.equals(FindingTable.word(one.verdict())))
            .filter(one -> visibility.find(book, one.first()).isPresent())
            .filter(one -> visibility.find(book, one.second()).isPresent())
            .toList();
    int from = page.isFirst() ? 0 : start(page);
    List<GenomeFinding> items =
        views(book, all.stream().skip(from).limit(page.limit() + 1L).toList(), caller);
    String next = Integer.toString(from + page.limit());
    Page<GenomeFinding> cut = Page.of(items, page, item -> List.of(next), null);
    return new Page<>(cut.items(), cut.nextCursor(), (long) all.size());
  }

  /** Number of findings of each verdict among the genomes the caller may see. */
  Map<String, Long> countFindings(long reference, Caller caller) {
    TreeBook book = book(reference);
    Visibility visibility = visibility(caller);
    return findings.list(reference).stream()
        .filter(one -> visibility.find(book, one.first()).isPresent())
        .filter(one -> visibility.find(book, one.second()).isPresent())
        .collect(
            java.util.stream.Collectors.groupingBy(
                one -> FindingTable.word(one.verdict()),
                java.util.TreeMap::new,
                java.util.stream.Collectors.counting()));
  }

  /** Genomes of a case number that the caller may see. */
  List<GenomeSummary> listOfCase(String caseNumber, Caller caller) {
    Visibility visibility = visibility(caller);
    List<GenomeSummary> list = new ArrayList<>();
    for (long[] one : table.listOfCase(caseNumber)) {
      TreeBook book = book(one[0]);
      visibility.find(book, one[1]).ifPresent(row -> list.add(summary(book, row)));
    }
    return list;
  }
}

package org.firebreak.platform.genomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.genome.variant.DistanceMatrix;
import org.firebreak.genome.watch.ClusterCheck;
import org.firebreak.genome.watch.ClusterCheck.Verdict;
import org.firebreak.platform.genomes.FindingTable.Finding;
import org.firebreak.platform.records.Records;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Compares new genomes with the contact evidence: each with the genomes of known contacts of its
 * case, and with those near it in the tree whose cases no chain of contacts joins to its own. Of
 * the latter the best few are kept as missing links, with the number of others that would fit as
 * well: where the virus hardly varies, one link of many says little.
 */
@Component
class ClusterWatch {

  /** Time both cases may have carried the virus before their samples, together. */
  static final double SLACK_DAYS = 8;

  /** Substitutions a site and year where the tree gives no rate. */
  static final double USUAL_RATE = 8e-4;

  private static final int LINK_MUTATIONS = 1;
  private static final int LINK_DAYS = 14;
  private static final int LINKS_KEPT = 3;
  private static final int NEIGHBOURS_MAX = 400;
  private static final double DAYS_PER_YEAR = 365.25;

  private final FindingTable table;
  private final Records records;
  private final ObjectMapper json;

  ClusterWatch(FindingTable table, Records records, ObjectMapper json) {
    this.table = table;
    this.records = records;
    this.json = json;
  }

  /** Checks the genomes of these names against all others; replaces what was found of them. */
  void check(GenomeReference reference, TreeBook book, Collection<String> names, Instant now) {
    PlacedTree tree = book.tree();
    if (tree == null) {
      return;
    }
    Set<String> wanted = new HashSet<>(names);
    List<GenomeRow> rows = book.rows().stream().filter(row -> wanted.contains(row.name())).toList();
    ContactEvidence evidence = ContactEvidence.read(records, json);
    Run run = new Run(book, evidence, new ClusterCheck(ratePerDay(reference, tree), SLACK_DAYS));
    rows.forEach(run::check);
    table.replace(reference.id(), rows.stream().map(GenomeRow::id).toList(), run.findings(), now);
  }

  private static double ratePerDay(GenomeReference reference, PlacedTree tree) {
    TreeSummary.ClockSummary clock = tree.summary().clock();
    double perYear = (clock == null ? USUAL_RATE : clock.rate()) * reference.genome().length();
    return perYear / DAYS_PER_YEAR;
  }

  /** One pass over some genomes. */
  private static final class Run {

    private final TreeBook book;
    private final ContactEvidence evidence;
    private final ClusterCheck check;
    private final Neighbours neighbours;
    private final Map<String, List<GenomeRow>> byCase = new HashMap<>();
    private final Map<List<Long>, Finding> found = new LinkedHashMap<>();

    Run(TreeBook book, ContactEvidence evidence, ClusterCheck check) {
      this.book = book;
      this.evidence = evidence;
      this.check = check;
      this.neighbours = new Neighbours(java.util.Objects.requireNonNull(book.tree()));
      for (GenomeRow row : book.rows()) {
        String number = row.label().caseNumber();
        if (number != null && row.label().day() != null) {
          byCase.computeIfAbsent(number, key -> new ArrayList<>()).add(row);
        }
      }
    }

    void check(GenomeRow row) {
      String number = row.label().caseNumber();
      LocalDate day = row.label().day();
      if (number == null || day == null) {
        return;
      }
      for (String other : evidence.met(number)) {
        for (GenomeRow contact : byCase.getOrDefault(other, List.of())) {
          compare(row, day, contact, true).ifPresent(f -> keep(f, 0));
        }
      }
      suggestLinks(row, number, day);
    }

    private void suggestLinks(GenomeRow row, String number, LocalDate day) {
      int node = book.nodeOf().getOrDefault(row.id(), -1);
      List<Finding> links = new ArrayList<>();
      Map<Finding, Long> gapDays = new HashMap<>();
      for (Neighbours.Near near : neighbours.of(node, LINK_MUTATIONS, NEIGHBOURS_MAX)) {
        GenomeRow other = book.byId().get(near.genome());
        String otherNumber = other == null ? null : other.label().caseNumber();
        LocalDate otherDay = other == null ? null : other.label().day();
        if (other == null || otherNumber == null || otherDay == null) {
          continue;
        }
        long gap = Math.abs(day.toEpochDay() - otherDay.toEpochDay());
        if (gap <= LINK_DAYS && !evidence.isSameChain(number, otherNumber)) {
          compare(row, day, other, false)
              .ifPresent(finding -> {
                links.add(finding);
                gapDays.put(finding, gap);
              });
        }
      }
      links.sort(
          Comparator.comparingInt(Finding::differences)
              .thenComparingLong(finding -> gapDays.getOrDefault(finding, 0L))
              .thenComparingLong(finding -> finding.other(row.id())));
      int least = links.isEmpty() ? 0 : links.getFirst().differences();
      int equal = (int) links.stream().filter(f -> f.differences() == least).count();
      links.stream()
          .filter(finding -> finding.differences() == least)
          .limit(LINKS_KEPT)
          .forEach(finding -> keep(finding, equal - 1));
    }

    private java.util.Optional<Finding> compare(
        GenomeRow row, LocalDate day, GenomeRow other, boolean contact) {
      if (other.id() == row.id()) {
        return java.util.Optional.empty();
      }
      int differences = DistanceMatrix.distance(row.nucleotides(), other.nucleotides());
      LocalDate otherDay = java.util.Objects.requireNonNull(other.label().day());
      List<ClusterCheck.Finding> findings =
          check.compare(
              List.of(
                  new ClusterCheck.Case(row.name(), day.toEpochDay()),
                  new ClusterCheck.Case(other.name(), otherDay.toEpochDay())),
              (i, j) -> differences,
              contact ? List.of(new ClusterCheck.Contact(row.name(), other.name())) : List.of());
      return findings.stream()
          .findFirst()
          .map(finding ->
              new Finding(
                  Math.min(row.id(), other.id()),
                  Math.max(row.id(), other.id()),
                  finding.verdict(),
                  differences,
                  finding.expected(),
                  finding.probability(),
                  0));
    }

    /** A contact outweighs a link; of two links of a pair the one with fewer rivals counts. */
    private void keep(Finding finding, int rivals) {
      Finding whole =
          new Finding(
              finding.first(),
              finding.second(),
              finding.verdict(),
              finding.differences(),
              finding.expected(),
              finding.probability(),
              rivals);
      found.merge(
          List.of(finding.first(), finding.second()),
          whole,
          (a, b) -> {
            boolean bothLinks =
                a.verdict() == Verdict.MISSING_LINK && b.verdict() == Verdict.MISSING_LINK;
            return bothLinks && b.rivals() < a.rivals() ? b : a;
          });
    }

    List<Finding> findings() {
      return List.copyOf(found.values());
    }
  }
}

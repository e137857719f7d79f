package org.firebreak.platform.genomes;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.watch.SitesUnderWatch;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.alarms.Alarms;
import org.firebreak.platform.alarms.Evidence;
import org.firebreak.platform.alarms.Severity;
import org.firebreak.platform.alarms.Signal;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.genomes.SiteTable.WatchedSite;
import org.firebreak.platform.genomes.SiteWatch.SiteSighting;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sites under watch: data that people keep, and where they are seen. Thread-safe. */
@Service
class Sites {

  private static final int SITES_MAX = 500;
  private static final int NOTE_LENGTH_MAX = 500;
  private static final int DEFAULT_COUNT = 3;
  private static final double DEFAULT_SHARE = 0.05;
  private static final int DEFAULT_DAYS = 28;
  private static final String SOURCE = "genomes";
  private static final double HIGH_SHARE = 0.3;

  private final SiteTable table;
  private final Regions regions;
  private final Alarms alarms;
  private final AuditService audit;
  private final Clock clock;

  Sites(SiteTable table, Regions regions, Alarms alarms, AuditService audit, Clock clock) {
    this.table = table;
    this.regions = regions;
    this.alarms = alarms;
    this.audit = audit;
    this.clock = clock;
  }

  /** A wish to watch; what is null is as usual. */
  record SiteRequest(
      String site,
      @Nullable String note,
      @Nullable Integer leastCount,
      @Nullable Double leastShare,
      @Nullable Integer windowDays,
      @Nullable Boolean enabled) {}

  List<WatchedSite> list(long reference) {
    return table.list(reference);
  }

  /**
   * Watches a site.
   *
   * @throws UserException if it does not lie on this reference, or a limit is out of range
   * @throws DataException if it cannot be read
   */
  @Transactional
  List<WatchedSite> put(TreeBook book, SiteRequest request, Caller caller) {
    long reference = book.reference().id();
    String wanted = request.site() == null ? "" : request.site().strip();
    checkSite(wanted, book.reference().genome());
    if (table.list(reference).size() >= SITES_MAX) {
      throw new UserException("sites-too-many", "At most " + SITES_MAX + " sites are watched");
    }
    WatchedSite site =
        new WatchedSite(
            0,
            wanted,
            request.note() == null ? "" : request.note().strip(),
            request.leastCount() == null ? DEFAULT_COUNT : request.leastCount(),
            request.leastShare() == null ? DEFAULT_SHARE : request.leastShare(),
            request.windowDays() == null ? DEFAULT_DAYS : request.windowDays(),
            request.enabled() == null || request.enabled());
    check(site);
    table.put(reference, site, caller.username(), clock.instant());
    audit.record(caller.username(), "genome-site-watched", wanted, Map.of("site", site.toString()));
    raise(book);
    return table.list(reference);
  }

  private static void checkSite(String text, Reference reference) {
    new SitesUnderWatch(List.of(text));
    int colon = text.indexOf(':');
    String gene = colon < 0 ? "nuc" : text.substring(0, colon);
    int last =
        Arrays.stream(text.substring(colon + 1).split("[^0-9]+"))
            .filter(number -> !number.isEmpty())
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    int length =
        "nuc".equals(gene)
            ? reference.length()
            : reference.findRegion(gene).map(CodingRegion::codons).orElse(0);
    if (last > length) {
      throw new UserException(
          "site-invalid",
          length == 0
              ? "The annotation of %s has no gene '%s'".formatted(reference.name(), gene)
              : "'%s' lies beyond the end of %s (%d)".formatted(text, gene, length));
    }
  }

  private static void check(WatchedSite site) {
    boolean right =
        site.leastCount() >= 1
            && site.leastShare() >= 0
            && site.leastShare() <= 1
            && site.windowDays() >= 1
            && site.windowDays() <= 366
            && site.note().length() <= NOTE_LENGTH_MAX;
    if (!right) {
      throw new UserException(
          "site-invalid",
          "A site has a count of at least 1, a share of 0 to 1, a window of 1 to 366 days and a note"
              + " of at most 500 characters");
    }
  }

  @Transactional
  void delete(long reference, long id, Caller caller) {
    WatchedSite site =
        table
            .find(reference, id)
            .orElseThrow(() -> new UserException("site-not-found", "There is no site " + id));
    table.delete(reference, id);
    audit.record(caller.username(), "genome-site-dropped", site.site(), Map.of());
  }

  /** Where the enabled sites are seen among some genomes. */
  List<SiteSighting> sightings(TreeBook book, List<GenomeRow> rows) {
    Frequencies frequencies = new Frequencies(book.reference().genome(), rows);
    PlacedTree tree = book.tree();
    String level = tree == null ? "" : tree.summary().placeLevel();
    return table.list(book.reference().id()).stream()
        .filter(WatchedSite::enabled)
        .flatMap(site ->
            SiteWatch.of(site, frequencies, book.reference().genome(), level, regions.tree())
                .stream())
        .toList();
  }

  /**
   * Raises an alarm for each place where a site passes its limits, and notes where one no longer
   * does. In the caller's transaction.
   */
  void raise(TreeBook book) {
    Map<Long, WatchedSite> byId = new HashMap<>();
    table.list(book.reference().id()).forEach(site -> byId.put(site.id(), site));
    for (SiteSighting sighting : sightings(book, book.rows())) {
      WatchedSite site = Objects.requireNonNull(byId.get(sighting.site()));
      String region = sighting.place().code();
      boolean known = regions.findRegion(regions.tree().knownPart(region)).isPresent();
      String key =
          "%s/%s/%s".formatted(book.reference().name(), site.site(), known ? region : "world");
      if (sighting.passed()) {
        alarms.raise(
            signal(book, site, sighting, key, known ? region : Region.WORLD),
            "%d of %d genomes show a mutation at %s"
                .formatted(sighting.count(), sighting.known(), site.site()));
      } else {
        alarms.withdraw(SOURCE, key, book.builtAt(), "No longer seen as often as the limits ask");
      }
    }
  }

  private static Signal signal(
      TreeBook book, WatchedSite site, SiteSighting sighting, String key, String region) {
    double share = (double) sighting.count() / Math.max(1, sighting.known());
    return new Signal(
        SOURCE,
        "site-under-watch",
        key,
        region,
        site.site(),
        new LocalizedText(
            "%s in %d of %d genomes".formatted(site.site(), sighting.count(), sighting.known()),
            "%2$d 条基因组中有 %1$d 条出现 %3$s".formatted(sighting.count(), sighting.known(), site.site())),
        share >= HIGH_SHARE ? Severity.HIGH : Severity.MEDIUM,
        sighting.from(),
        sighting.to(),
        new Evidence(
            share,
            null,
            site.leastShare(),
            null,
            book.reference().name(),
            book.builtAt(),
            Map.of(
                "genomes", sighting.count(),
                "known", sighting.known(),
                "mutations", sighting.mutations(),
                "firstSeen", sighting.firstSeen().toString())),
        null);
  }
}

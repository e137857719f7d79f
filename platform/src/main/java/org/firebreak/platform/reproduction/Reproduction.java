package org.firebreak.platform.reproduction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.firebreak.base.Software;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.reproduction.RtAnswers.DailyReport;
import org.firebreak.platform.reproduction.RtAnswers.RtCurve;
import org.firebreak.platform.reproduction.RtAnswers.RtManifest;
import org.firebreak.platform.reproduction.RtAnswers.RtRegions;
import org.firebreak.platform.reproduction.RtAnswers.RtStanding;
import org.firebreak.platform.reproduction.RtAnswers.RtVerdict;
import org.firebreak.platform.reproduction.RtResult.RtDay;
import org.firebreak.platform.situation.KnownSeries;
import org.firebreak.platform.situation.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reproduction numbers of regions. Each is computed once for the same reports, method, parameters
 * and version, and kept. Thread-safe.
 */
@Service
class Reproduction {

  /**
   * Days of reports that are used unless more are asked for: a day forgets what lies months back.
   */
  static final int HISTORY_DAYS = 120;

  static final int MAX_HISTORY_DAYS = 750;

  /** Fewer cases than these in the history say nothing. */
  static final int FEWEST_CASES = 10;

  /** Fewer days than these say nothing. */
  static final int FEWEST_DAYS = 14;

  /** How long a question for many regions may compute before it answers with what it has. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int WEEK_DAYS = 7;

  private final Situation situation;
  private final Regions regions;
  private final DiseaseTable diseases;
  private final EstimateTable kept;
  private final Clock clock;

  Reproduction(
      Situation situation,
      Regions regions,
      DiseaseTable diseases,
      EstimateTable kept,
      Clock clock) {
    this.situation = situation;
    this.regions = regions;
    this.diseases = diseases;
    this.kept = kept;
    this.clock = clock;
  }

  /** What is asked; null = the default of the platform. */
  record Question(
      @Nullable String region,
      String indicator,
      RtMethod method,
      @Nullable String disease,
      @Nullable String source,
      @Nullable Instant asOf,
      int historyDays) {

    Question {
      if (historyDays < FEWEST_DAYS || historyDays > MAX_HISTORY_DAYS) {
        throw new UserException(
            "history-invalid",
            "historyDays must be %d..%d, was %d"
                .formatted(FEWEST_DAYS, MAX_HISTORY_DAYS, historyDays));
      }
    }
  }

  /** One region over time. */
  RtCurve curve(Question question, RegionScope scope) {
    Region region = situation.region(question.region(), scope);
    Disease disease = diseases.get(question.disease());
    KnownSeries series = series(region, List.of(region), question);
    KnownSeries.Line line =
        series.find(region.code()).orElseThrow(() -> noSeries(region, question.indicator()));
    Reports reports = Reports.of(series, line, question.historyDays());
    RtEstimator estimator = new RtEstimator(question.method(), disease);
    byte[] digest = digest(estimator, reports);
    RtResult result = kept.find(List.of(digest)).get(HexFormat.of().formatHex(digest));
    if (result == null) {
      result = compute(estimator, reports, digest);
    }
    kept.noteUse(List.of(digest));
    return new RtCurve(
        standing(region, reports, result),
        series.indicator(),
        series.title(),
        result.days(),
        reports.list(),
        manifest(series, question, disease, reports));
  }

  /** Where the regions directly below one stand; regions without values are left out. */
  RtRegions below(Question question, RegionScope scope) {
    Region parent = situation.region(question.region(), scope);
    Disease disease = diseases.get(question.disease());
    KnownSeries series = series(parent, regions.tree().children(parent.code()), question);
    RtEstimator estimator = new RtEstimator(question.method(), disease);
    List<Reports> all =
        series.lines().stream()
            .map(line -> Reports.of(series, line, question.historyDays()))
            .toList();
    List<byte[]> digests = all.stream().map(one -> digest(estimator, one)).toList();
    Map<String, RtResult> known = new ConcurrentHashMap<>(kept.find(digests));
    Instant until = clock.instant().plus(PATIENCE);
    java.util.stream.IntStream.range(0, all.size())
        .parallel()
        .filter(i -> !known.containsKey(hex(digests.get(i))))
        .filter(i -> clock.instant().isBefore(until))
        .forEach(
            i -> known.put(hex(digests.get(i)), compute(estimator, all.get(i), digests.get(i))));
    List<RtStanding> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RtResult result = known.get(hex(digests.get(i)));
      if (result != null) {
        items.add(standing(series.lines().get(i).region(), all.get(i), result));
      }
    }
    kept.noteUse(digests);
    Reports longest =
        all.stream().min((a, b) -> a.first().compareTo(b.first())).orElse(Reports.NONE);
    return new RtRegions(
        parent.code(),
        items,
        all.size() - items.size(),
        manifest(series, question, disease, longest));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private KnownSeries series(Region around, List<Region> wanted, Question question) {
    return situation
        .findKnown(around, wanted, question.indicator(), question.source(), question.asOf())
        .orElseThrow(() -> noSeries(around, question.indicator()));
  }

  private static UserException noSeries(Region region, String indicator) {
    return new UserException(
        "series-not-found",
        "There are no daily values of '%s' for %s".formatted(indicator, region.name().en()));
  }

  private RtResult compute(RtEstimator estimator, Reports reports, byte[] digest) {
    RtResult result =
        reports.isEnough()
            ? estimator.estimate(reports.first(), reports.cases())
            : new RtResult(List.of());
    kept.save(digest, result);
    return result;
  }

  /** SHA-256 of all that a result depends on. */
  private static byte[] digest(RtEstimator estimator, Reports reports) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      Disease disease = estimator.disease();
      sha.update(
          "%s %s %s %s %s %s %s"
              .formatted(
                  Software.VERSION,
                  estimator.method(),
                  disease.intervalMeanDays(),
                  disease.intervalSdDays(),
                  disease.delayMeanDays(),
                  disease.delaySdDays(),
                  reports.first())
              .getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * reports.cases().length);
      bytes.asDoubleBuffer().put(reports.cases());
      return sha.digest(bytes.array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }

  private static RtStanding standing(Region region, Reports reports, RtResult result) {
    RtDay settled = result.settled();
    double doubling = settled == null ? Double.NaN : Math.log(2) / settled.growth();
    return new RtStanding(
        region.code(),
        region.name(),
        settled,
        result.latest(),
        Double.isFinite(doubling) ? doubling : null,
        RtVerdict.of(settled),
        RtVerdict.of(result.latest()),
        reports.lastWeek());
  }

  private static RtManifest manifest(
      KnownSeries series, Question question, Disease disease, Reports reports) {
    return new RtManifest(
        series.datasets(),
        series.vintage(),
        question.method(),
        Software.VERSION,
        disease,
        RtEstimator.WINDOW_DAYS,
        reports.cases().length == 0 ? null : reports.first(),
        reports.corrected());
  }

  /**
   * The reports a method is given.
   *
   * @param first day of the first
   * @param cases new a day, NaN where not known
   * @param corrected days on which the source took cases back
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Reports(LocalDate first, double[] cases, int corrected) {

    static final Reports NONE = new Reports(LocalDate.EPOCH, new double[0], 0);

    /** From the first case on, at most so many days, up to the last day with a value. */
    static Reports of(KnownSeries series, KnownSeries.Line line, int days) {
      int end = line.lastKnown() + 1;
      int start = Math.max(0, end - days);
      while (start < end && !(line.fresh()[start] > 0)) {
        start++;
      }
      double[] cases = Arrays.copyOfRange(line.fresh(), start, end);
      int corrected = 0;
      for (int i = 0; i < cases.length; i++) {
        if (cases[i] < 0) {
          cases[i] = Double.NaN;
          corrected++;
        }
      }
      return new Reports(series.day(start), cases, corrected);
    }

    boolean isEnough() {
      return cases.length >= FEWEST_DAYS
          && Arrays.stream(cases).filter(value -> value > 0).sum() >= FEWEST_CASES;
    }

    double lastWeek() {
      return Arrays.stream(cases, Math.max(0, cases.length - WEEK_DAYS), cases.length)
          .filter(value -> value > 0)
          .sum();
    }

    List<DailyReport> list() {
      List<DailyReport> list = new ArrayList<>();
      for (int i = 0; i < cases.length; i++) {
        list.add(new DailyReport(first.plusDays(i), Double.isNaN(cases[i]) ? null : cases[i]));
      }
      return list;
    }
  }

  RtAnswers.Diseases diseases() {
    return new RtAnswers.Diseases(diseases.chosen(), diseases.list());
  }

  RtAnswers.Diseases choose(Disease disease, String by) {
    diseases.choose(Objects.requireNonNull(disease), by);
    return diseases();
  }
}

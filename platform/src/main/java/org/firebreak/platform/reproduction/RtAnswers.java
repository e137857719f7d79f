package org.firebreak.platform.reproduction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.reproduction.RtResult.RtDay;
import org.jspecify.annotations.Nullable;

/** What is answered about reproduction numbers. */
final class RtAnswers {

  private RtAnswers() {}

  /** Where it goes, from the probability that R is above 1. */
  enum RtVerdict {
    /** At least 95 %. */
    RISING,
    /** At most 5 %. */
    FALLING,
    UNCERTAIN,
    /** Too few cases to say anything. */
    FEW;

    private static final double SURE = 0.95;

    static RtVerdict of(@Nullable RtDay day) {
      if (day == null) {
        return FEW;
      }
      return day.aboveOne() >= SURE ? RISING : day.aboveOne() <= 1 - SURE ? FALLING : UNCERTAIN;
    }

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an answer was made from and with.
   *
   * @param asOf vintage of the data
   * @param version of the software
   * @param historyFrom first day of reports that were used
   * @param correctedDays days on which the source took cases back, taken as not known
   */
  record RtManifest(
      List<DatasetRef> datasets,
      @Nullable Instant asOf,
      RtMethod method,
      String version,
      Disease disease,
      int windowDays,
      @Nullable LocalDate historyFrom,
      int correctedDays) {}

  /**
   * Where one region stands.
   *
   * @param settled the latest day that later reports will hardly change; null if there is none
   * @param latest the latest day; null if there is none
   * @param doublingDays of the settled day: days in which cases double, negative if they halve
   * @param verdict of the settled day
   * @param latestVerdict of the latest day, which is provisional
   * @param weekCases reported in the last seven days of the data
   */
  record RtStanding(
      String region,
      LocalizedText name,
      @Nullable RtDay settled,
      @Nullable RtDay latest,
      @Nullable Double doublingDays,
      RtVerdict verdict,
      RtVerdict latestVerdict,
      double weekCases) {}

  /** A day's reports as the source gave them; null where unknown. */
  record DailyReport(LocalDate date, @Nullable Double cases) {}

  /** One region over time. */
  record RtCurve(
      RtStanding standing,
      String indicator,
      LocalizedText indicatorTitle,
      List<RtDay> days,
      List<DailyReport> reports,
      RtManifest manifest) {}

  /**
   * The regions directly below one.
   *
   * @param pending regions that are not computed yet; ask again
   */
  record RtRegions(String parent, List<RtStanding> items, int pending, RtManifest manifest) {}

  /** The diseases and the one that is used unless another is asked for. */
  record Diseases(String chosen, List<Disease> items) {}
}

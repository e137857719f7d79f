package org.firebreak.platform.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.quality.Scorecard;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.Standard;
import org.firebreak.platform.catalog.Catalog;
import org.firebreak.platform.catalog.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters an import into the catalogue and scores its quality. */
@Component
class Scoring {

  /** Line lists and counts are due every day, registers every month. */
  private static final int DAILY = 1;

  private static final int MONTHLY = 30;

  private final Catalog catalog;

  Scoring(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Notes that a source sent something and how good it was.
   *
   * @param newest the newest day the data are about, if they are about days
   * @param asOf when they were known
   */
  void score(
      Import done,
      Standard standard,
      Mapping mapping,
      IntakeSummary summary,
      @Nullable LocalDate newest,
      Instant asOf,
      Instant now) {
    LocalizedText title =
        new LocalizedText(
            standard.title().en() + ": " + done.source(),
            standard.title().zh() + "：" + done.source());
    long dataset =
        catalog.noteUpdate(done.standard(), done.source(), title, format(done.fileName()), now);
    LocalDate known = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Scorecard card =
        Scorecard.of(
            summary,
            expectedFields(standard, mapping),
            newest == null ? known : newest,
            known,
            newest == null ? MONTHLY : DAILY);
    catalog.saveScore(
        dataset,
        new Score(
            done.id(),
            now,
            card.completeness(),
            card.validity(),
            card.consistency(),
            card.uniqueness(),
            card.timeliness(),
            card.overall()));
  }

  /** What the file has a column for, and what it must have. */
  private static Set<String> expectedFields(Standard standard, Mapping mapping) {
    Set<String> expected = new LinkedHashSet<>();
    Stream.concat(
            mapping.bindings().stream(),
            mapping.variants().stream().flatMap(variant -> variant.bindings().stream()))
        .filter(binding -> binding.column() != null)
        .map(Binding::field)
        .forEach(expected::add);
    standard.fields().stream()
        .filter(FieldSpec::required)
        .map(FieldSpec::name)
        .forEach(expected::add);
    return expected;
  }

  private static String format(String fileName) {
    String plain = fileName.replaceFirst("(?i)\\.gz$", "");
    int dot = plain.lastIndexOf('.');
    return dot < 0 ? "" : plain.substring(dot + 1).toUpperCase(Locale.ROOT);
  }
}

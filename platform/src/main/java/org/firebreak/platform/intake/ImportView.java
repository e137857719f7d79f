package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.problem.RuleCatalogue;
import org.firebreak.intake.problem.RuleText;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.web.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * An import as people see it.
 *
 * @param job id of the job that carries it out
 * @param rules broken rules, most often first; empty in lists
 */
public record ImportView(
    long id,
    String standard,
    String source,
    String file,
    @Nullable Instant asOf,
    boolean dryRun,
    @Schema(implementation = Job.State.class) String state,
    long rows,
    long accepted,
    long quarantined,
    long unchanged,
    long warnings,
    List<RuleView> rules,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    String startedBy,
    @Nullable UUID job,
    @Nullable Failure error) {

  static ImportView of(Import found, List<RuleCount> rules) {
    ImportCounts counts = found.counts();
    String code = found.errorCode();
    return new ImportView(
        found.id(),
        found.standard(),
        found.source(),
        found.fileName(),
        found.asOf(),
        found.dryRun(),
        found.state(),
        counts.rows(),
        counts.accepted(),
        counts.quarantined(),
        counts.unchanged(),
        counts.flagged(),
        rules.stream().map(RuleView::of).toList(),
        found.createdAt(),
        found.startedAt(),
        found.endedAt(),
        found.startedBy(),
        found.job(),
        code == null ? null : Failure.of(code, String.valueOf(found.errorMessage())));
  }

  /** Whether it has come to an end. */
  boolean hasEnded() {
    return endedAt != null;
  }

  /** A rule, how often it was broken, and what it says. */
  public record RuleView(
      String code, String severity, long count, LocalizedText text, LocalizedText todo) {

    static RuleView of(RuleCount count) {
      RuleText text = RuleCatalogue.shipped().get(count.rule());
      return new RuleView(
          count.rule(), count.severity(), count.count(), text.message(), text.advice());
    }
  }

  /**
   * Why an import failed.
   *
   * @param text the same for people, in both languages
   */
  public record Failure(String code, String message, LocalizedText text) {

    static Failure of(String code, String message) {
      return new Failure(code, message, ProblemTexts.of(code, message));
    }
  }
}

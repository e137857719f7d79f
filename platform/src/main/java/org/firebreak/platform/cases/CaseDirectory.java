package org.firebreak.platform.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds cases by their numbers for other capabilities, only where the caller may look. */
@Service
public class CaseDirectory {

  private final CaseLines lines;
  private final Regions regions;

  CaseDirectory(CaseLines lines, Regions regions) {
    this.lines = lines;
    this.regions = regions;
  }

  /**
   * A case in short.
   *
   * @param id of the version that counts
   */
  public record CaseReference(
      long id,
      String caseNumber,
      String source,
      @Nullable String region,
      @Nullable LocalDate onsetDate,
      @Nullable LocalDate reportDate) {}

  /** The cases of these numbers; several sources may use one number. */
  public List<CaseReference> listByNumber(Collection<String> numbers, RegionScope scope) {
    if (numbers.isEmpty() || scope.isNowhere()) {
      return List.of();
    }
    return lines
        .listByNumber(numbers, CaseFilter.NONE.conditions(null, regions.listScope(scope)))
        .stream()
        .map(line ->
            new CaseReference(
                line.record(),
                line.caseNumber(),
                line.source(),
                line.region(),
                line.onsetDate(),
                line.reportDate()))
        .toList();
  }
}

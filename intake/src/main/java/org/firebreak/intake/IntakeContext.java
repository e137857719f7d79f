package org.firebreak.intake;

import java.time.LocalDate;
import org.firebreak.intake.region.RegionDirectory;

/**
 * What a run knows besides the file.
 *
 * @param asOf the day the data were known: nothing in the file may lie after it
 * @param regions the regions names are resolved in
 */
public record IntakeContext(LocalDate asOf, RegionDirectory regions) {}

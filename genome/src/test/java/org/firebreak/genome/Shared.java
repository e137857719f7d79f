package org.firebreak.genome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.junit.jupiter.api.Assumptions;

/**
 * The public data and gold values that lie beside the source tree; tests skip where they do not.
 */
public final class Shared {

  private Shared() {}

  /** A file or folder of the shared data, or the calling test is skipped with a message. */
  public static Path path(String relative) {
    Path path = Path.of(System.getProperty("firebreak.shared", "../shared")).resolve(relative);
    Assumptions.assumeTrue(Files.exists(path), "skipped: shared data is not here: " + path);
    return path;
  }

  /** The SARS-CoV-2 reference with its open reading frames. */
  public static Reference reference() {
    return ReferenceReader.read(
        path("gold/genome/data/ref/reference_MN908947.3.fasta"),
        Optional.of(path("data/genomes/genome_annotation_orfs.gff3")));
  }
}

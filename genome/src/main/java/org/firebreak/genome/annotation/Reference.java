package org.firebreak.genome.annotation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.base.error.DataException;

/**
 * A reference genome with its coding regions.
 *
 * @param name accession, for example {@code MN908947.3}
 * @param bases upper-case A, C, G, T in ASCII (other IUPAC letters allowed, never matched); not
 *     copied, must not change
 * @param regions in the order of the annotation, names unique
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all threads, read only
public record Reference(String name, byte[] bases, List<CodingRegion> regions) {

  /** Shortest reference: a seed must fit. */
  public static final int SHORTEST = 100;

  public Reference {
    if (bases.length < SHORTEST) {
      throw new DataException(
          "reference-short",
          "The reference %s has %d letters; at least %d are needed"
              .formatted(name, bases.length, SHORTEST));
    }
    regions = List.copyOf(regions);
    Set<String> names = new HashSet<>();
    for (CodingRegion region : regions) {
      if (!names.add(region.name())) {
        throw new DataException(
            "region-twice", "The annotation names the coding region '" + region.name() + "' twice");
      }
      for (CodingRegion.Segment segment : region.segments()) {
        if (segment.end() > bases.length) {
          throw new DataException(
              "region-outside",
              "The coding region %s ends at %d, beyond the reference %s of %d letters"
                  .formatted(region.name(), segment.end(), name, bases.length));
        }
      }
    }
  }

  /** The same genome with another annotation. */
  public Reference withRegions(List<CodingRegion> other) {
    return new Reference(name, bases, other);
  }

  public int length() {
    return bases.length;
  }

  /** A coding region by name. */
  public Optional<CodingRegion> findRegion(String regionName) {
    return regions.stream().filter(region -> region.name().equals(regionName)).findFirst();
  }
}

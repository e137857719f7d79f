package org.firebreak.genome.watch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;

/**
 * Where a mutation or a range lies, by its text in Nextclade's notation: {@code C241T}, {@code
 * 21765-21770}, {@code S:D614G}, {@code S:H69-}, {@code S:319-541}, {@code S:484}, {@code S}.
 *
 * @param region {@code nuc} or a coding region
 * @param from letter of the reference, 0 if not given
 * @param first first letter or codon, 1-based
 * @param last last one
 * @param to letter of the genome, 0 if not given, '-' if lost
 */
record MutationSite(String region, char from, int first, int last, char to) {

  private static final String NUCLEOTIDE = "nuc";
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(?<region>[^:\\s]+):)?(?<from>[A-Z*-])?(?<first>\\d{1,9})(?:-(?<last>\\d{1,9})|(?<to>[A-Z*-]))?");

  /**
   * Reads the text.
   *
   * @throws DataException if it is none of these
   */
  static MutationSite parse(String text) {
    return find(text)
        .orElseThrow(() ->
            new DataException(
                "mutation-malformed",
                "'" + text + "' is no mutation or range (C241T, 21765-21770, S:D614G, S:484)"));
  }

  static Optional<MutationSite> find(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String region = match.group("region") == null ? NUCLEOTIDE : match.group("region");
    int first = Integer.parseInt(match.group("first"));
    int last = match.group("last") == null ? first : Integer.parseInt(match.group("last"));
    return first < 1 || last < first
        ? Optional.empty()
        : Optional.of(
            new MutationSite(
                region, letter(match.group("from")), first, last, letter(match.group("to"))));
  }

  private static char letter(String text) {
    return text == null ? 0 : text.charAt(0);
  }

  /** Whether another lies on it, and is the same change if this one names a change. */
  boolean covers(MutationSite other) {
    return region.equals(other.region)
        && other.first <= last
        && other.last >= first
        && (to == 0 || to == other.to);
  }
}

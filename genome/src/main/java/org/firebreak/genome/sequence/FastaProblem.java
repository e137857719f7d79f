package org.firebreak.genome.sequence;

/**
 * A record of a FASTA file that was refused; the others go on.
 *
 * @param code stable code, lower-case words joined by hyphens
 * @param file name of the file as given
 * @param number position of the record in the file, 1 = first
 * @param id name of the record
 * @param line line of the fault, 1 = first
 * @param reason what is wrong and what to do about it
 */
public record FastaProblem(
    String code, String file, long number, String id, long line, String reason) {

  /** One sentence with file, line and record. */
  public String message() {
    return "%s, line %d, record %d (%s): %s".formatted(file, line, number, id, reason);
  }
}

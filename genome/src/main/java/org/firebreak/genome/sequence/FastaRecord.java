package org.firebreak.genome.sequence;

import java.nio.charset.StandardCharsets;

/**
 * One sequence of a FASTA file.
 *
 * @param id first word of the header; {@code record-N} if the header is blank
 * @param description rest of the header, may be empty
 * @param number position in the file, 1 = first, refused records counted too
 * @param line line of the header, 1 = first
 * @param bases upper-case IUPAC letters in ASCII, T for U, gaps as {@code -}; at least one. Not
 *     copied: the holder of the record owns the array
 */
@SuppressWarnings("ArrayRecordComponent") // identity is all that is needed; a list would be slow
public record FastaRecord(String id, String description, long number, long line, byte[] bases) {

  public int length() {
    return bases.length;
  }

  /** The sequence in letters of RNA (U for T). */
  public String rna() {
    return new String(bases, StandardCharsets.ISO_8859_1).replace('T', 'U');
  }

  /** The sequence in letters of DNA. */
  public String dna() {
    return new String(bases, StandardCharsets.ISO_8859_1);
  }
}

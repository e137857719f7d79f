package org.firebreak.privacy.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * One entry with the proof that it stands in a ledger: a text that a third party checks without the
 * ledger ({@code c2sp.org/tlog-proof}, the entry itself in its {@code extra} line).
 *
 * @param entry the text whose hash, as UTF-8, is the leaf
 * @param index place in the ledger, from 0
 * @param path siblings from the leaf up
 * @param checkpoint the signed note that the path leads to
 */
public record EntryProof(String entry, long index, List<Hash> path, String checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public EntryProof {
    path = List.copyOf(path);
  }

  public String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append(EXTRA)
        .append(Base64.getEncoder().encodeToString(entry.getBytes(StandardCharsets.UTF_8)))
        .append('\n');
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws DataException {@code proof-malformed}
   */
  public static EntryProof parse(String text) {
    int gap = text.indexOf("\n\n");
    List<String> lines = gap < 0 ? List.of() : text.substring(0, gap).lines().toList();
    if (lines.size() < 3
        || !lines.get(0).equals(HEADER)
        || !lines.get(1).startsWith(EXTRA)
        || !lines.get(2).startsWith(INDEX)) {
      throw malformed("it must begin with " + HEADER + ", the entry and its index", null);
    }
    try {
      List<Hash> path = new ArrayList<>();
      for (String line : lines.subList(3, lines.size())) {
        path.add(Hash.of(Base64.getDecoder().decode(line)));
      }
      return new EntryProof(
          new String(
              Base64.getDecoder().decode(lines.get(1).substring(EXTRA.length())),
              StandardCharsets.UTF_8),
          Long.parseLong(lines.get(2).substring(INDEX.length())),
          path,
          text.substring(gap + 2));
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Checks the signature and the path.
   *
   * @return the checkpoint that covers the entry
   * @throws DataException as {@link SignedNote#open}, and {@code proof-wrong} when the entry is not
   *     what stands in the ledger at that place
   */
  public Checkpoint verify(LedgerKey.Verifier verifier) {
    Checkpoint opened = SignedNote.open(checkpoint, verifier);
    if (!MerkleProofs.includes(Hash.leaf(entry), index, opened.size(), path, opened.root())) {
      throw new DataException(
          "proof-wrong", "Entry " + index + " of the ledger is not what this proof says");
    }
    return opened;
  }

  private static DataException malformed(String why, @Nullable Throwable cause) {
    return new DataException("proof-malformed", "This is no proof of an entry: " + why, cause);
  }
}

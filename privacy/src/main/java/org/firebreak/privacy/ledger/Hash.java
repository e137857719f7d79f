package org.firebreak.privacy.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.firebreak.base.error.InternalException;

/**
 * A SHA-256 hash of a leaf or a node. Leaves and nodes are hashed with different first bytes, so
 * that a node can never be passed off as an entry (RFC 6962, section 2.1).
 */
public final class Hash {

  /** Bytes of a hash. */
  public static final int BYTES = 32;

  /** The hash of the empty tree. */
  public static final Hash EMPTY = new Hash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash from its bytes.
   *
   * @throws IllegalArgumentException unless there are {@value #BYTES}
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** The hash of an entry. */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /** The hash of an entry in UTF-8. */
  public static Hash leaf(String entry) {
    return leaf(entry.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the node over two subtrees. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /** The next link of a chain: the hash of the link before and the leaf. */
  public static Hash link(Hash before, Hash leaf) {
    MessageDigest digest = sha256();
    digest.update(before.bytes);
    return new Hash(digest.digest(leaf.bytes));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new InternalException("sha-256", "Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}

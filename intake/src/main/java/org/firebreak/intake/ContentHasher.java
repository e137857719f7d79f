package org.firebreak.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.firebreak.base.error.InternalException;

/** SHA-256 of a text, cut to 128 bits. */
final class ContentHasher {

  private static final VarHandle LONG_AT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private ContentHasher() {}

  static ContentHash hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new ContentHash((long) LONG_AT.get(digest, 0), (long) LONG_AT.get(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new InternalException("no-sha-256", "This Java has no SHA-256", e);
    }
  }

  /** Hash of the cells of a row. */
  static ContentHash hash(List<String> cells) {
    return hash(String.join("\u001f", cells));
  }
}

package org.firebreak.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.firebreak.base.error.UserException;

/**
 * Positions in a list as opaque text. It tells where to go on, never what may be seen: a list
 * applies its limits whatever the cursor says.
 */
final class Cursor {

  private static final int MAX_CHARS = 2000;

  private Cursor() {}

  /** Each key as length and UTF-8 bytes, the whole in URL-safe Base64. */
  static String encode(List<String> keys) {
    int bytes =
        keys.stream().mapToInt(key -> 4 + key.getBytes(StandardCharsets.UTF_8).length).sum();
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    for (String key : keys) {
      byte[] text = key.getBytes(StandardCharsets.UTF_8);
      buffer.putInt(text.length).put(text);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  static List<String> decode(String cursor) {
    if (cursor.length() > MAX_CHARS) {
      throw invalid();
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      List<String> keys = new ArrayList<>();
      while (buffer.hasRemaining()) {
        int length = buffer.remaining() < 4 ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
          throw invalid();
        }
        byte[] text = new byte[length];
        buffer.get(text);
        keys.add(new String(text, StandardCharsets.UTF_8));
      }
      return keys;
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static UserException invalid() {
    return new UserException("cursor-invalid", "The cursor cannot be read; start anew without it.");
  }
}

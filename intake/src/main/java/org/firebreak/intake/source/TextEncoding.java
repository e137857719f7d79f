package org.firebreak.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text, told from its bytes: a byte order mark; else zero bytes at every second
 * place (UTF-16); else what decodes without error (UTF-8); else GB18030 if the bytes beyond ASCII
 * pair up as Chinese text does; else Windows-1252, in which every byte is something.
 */
final class TextEncoding {

  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Share of byte pairs that must lie in the plane of GB 2312 for a text to be Chinese. */
  private static final double CHINESE_SHARE_MIN = 0.7;

  /** Zero bytes from which a text counts as UTF-16. */
  private static final int ZEROS_MIN = 4;

  private static final int CHUNK_BYTES = 1 << 16;

  private TextEncoding() {}

  /** Reads on until there is evidence beyond ASCII, or to the end; the stream is then used up. */
  static Charset detect(InputStream in) throws IOException {
    byte[] head = in.readNBytes(CHUNK_BYTES);
    Charset marked = markedOrWide(head);
    if (marked != null) {
      return marked;
    }
    byte[] chunk = head;
    int first = firstBeyondAscii(chunk);
    while (first < 0 && chunk.length == CHUNK_BYTES) {
      chunk = in.readNBytes(CHUNK_BYTES);
      first = firstBeyondAscii(chunk);
    }
    if (first < 0) {
      return StandardCharsets.UTF_8;
    }
    byte[] more = in.readNBytes(SourceLimits.ENCODING_EVIDENCE_BYTES);
    byte[] evidence = Arrays.copyOfRange(chunk, first, chunk.length + more.length);
    System.arraycopy(more, 0, evidence, chunk.length - first, more.length);
    if (decodes(evidence, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (decodes(evidence, GB18030) && isChinese(evidence)) {
      return GB18030;
    }
    // A single damaged byte does not make a UTF-8 text another one.
    return damagedUtf8(evidence) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  private static @Nullable Charset markedOrWide(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int length = Math.min(head.length, 4096);
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    // Chinese text has zero bytes only in its delimiters and line ends, but all on one side.
    if (odd >= ZEROS_MIN && odd > 8 * even) {
      return StandardCharsets.UTF_16LE;
    }
    return even >= ZEROS_MIN && even > 8 * odd ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int firstBeyondAscii(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the bytes decode; a character cut off at the end counts as decoded. */
  private static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false);
    return !result.isError();
  }

  private static boolean isChinese(byte[] bytes) {
    int pairs = 0;
    int chinese = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead >= 0x81) {
        int trail = bytes[i + 1] & 0xFF;
        pairs++;
        chinese += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
        i++;
      }
    }
    return chinese >= CHINESE_SHARE_MIN * pairs;
  }

  /** Whether well-formed UTF-8 characters beyond ASCII outnumber malformed ones by far. */
  private static boolean damagedUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long damaged = text.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return beyondAscii > 10 * damaged;
  }
}

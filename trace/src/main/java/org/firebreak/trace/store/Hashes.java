package org.firebreak.trace.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hash functions whose values stand in files, so they never change. */
final class Hashes {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private Hashes() {}

  /** A bijective mix of 64 bits (the finaliser of MurmurHash3, variant 13 of D. Stafford). */
  static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /** Hash of bytes, eight at a time. */
  static long of(byte[] bytes, int offset, int length) {
    long hash = length * GOLDEN;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ (long) LONG.get(bytes, at)) + GOLDEN;
    }
    long rest = 0;
    for (int shift = 0; at < end; at++, shift += 8) {
      rest |= (bytes[at] & 0xFFL) << shift;
    }
    return mix(hash ^ rest);
  }
}

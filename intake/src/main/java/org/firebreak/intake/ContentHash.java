package org.firebreak.intake;

import java.util.UUID;

/**
 * The first 128 bits of the SHA-256 of a record's canonical form: the same content gives the same
 * hash in every import, so that nothing enters twice.
 */
public record ContentHash(long high, long low) {

  /** As a UUID, a compact database type; its version bits carry no meaning. */
  public UUID toUuid() {
    return new UUID(high, low);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return "%016x%016x".formatted(high, low);
  }
}

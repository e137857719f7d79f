package org.firebreak.platform.people;

import java.util.UUID;

/** Stands for a person everywhere outside this package; says nothing about the person. */
public record PersonToken(UUID value) {

  /** A new token; its bits are random. */
  public static PersonToken create() {
    return new PersonToken(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

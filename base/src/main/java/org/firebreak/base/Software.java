package org.firebreak.base;

/** What this software is, as every computed result names it. */
public final class Software {

  /** Its version, that of the build. */
  public static final String VERSION = "0.1.0";

  private Software() {}
}

package org.firebreak.epidemic.forecast;

/** What the values of a series count. */
public enum Measure {
  /** New events per step; never below zero. */
  COUNT,
  /** Events so far; never falls, and has no season. */
  CUMULATIVE
}

package org.firebreak.cli.genome;

/** What clock to date a tree with. */
enum ClockKind {
  STRICT,
  RELAXED,
  NONE
}

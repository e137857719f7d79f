package org.firebreak.cli.trace;

import java.util.ArrayList;
import java.util.List;

/** Counts rows and remembers the first refused ones. For one thread. */
final class RefusedRows {

  private static final int REMEMBERED_MAX = 20;

  private final List<String> first = new ArrayList<>();
  private long rows;
  private long refused;

  void taken() {
    rows++;
  }

  void add(String problem) {
    refused++;
    if (first.size() < REMEMBERED_MAX) {
      first.add(problem);
    }
  }

  void addAll(long taken, long more, List<String> problems) {
    rows += taken;
    refused += more;
    problems.stream().limit(REMEMBERED_MAX - first.size()).forEach(first::add);
  }

  long rows() {
    return rows;
  }

  long refused() {
    return refused;
  }

  List<String> first() {
    return first;
  }
}

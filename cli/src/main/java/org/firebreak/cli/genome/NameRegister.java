package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Remembers the names seen, to tell of duplicates. */
final class NameRegister {

  private final Map<String, String> places = new HashMap<>();

  /** Whether the name is new; says so on the error output if not. */
  boolean check(GenomeSource.Entry entry, PrintWriter err) {
    String first = places.putIfAbsent(entry.record().id(), entry.place());
    if (first != null) {
      err.println("firebreak: " + entry.place() + " has the name of an earlier record, " + first);
    }
    return first == null;
  }
}

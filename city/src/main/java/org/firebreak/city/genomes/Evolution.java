package org.firebreak.city.genomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The true history of the virus: in each host one line of descent collects substitutions at a
 * constant rate from the infection on, and whoever the host infects carries on with the line as it
 * stood that minute. Infections from outside come from a few lines that parted before the incident.
 * Transitions are favoured, changes of the protein accepted less often, new stops never.
 *
 * <p>For one thread.
 */
final class Evolution {

  /** Substitutions a site and year; like that of influenza viruses. */
  static final double RATE_PER_YEAR = 2.4e-3;

  private static final long PURPOSE = Keys.purpose("genomes.evolution");
  private static final int OUTSIDE_LINES = 4;
  private static final int OUTSIDE_START_DAY = -75;
  private static final double OUTSIDE_DAYS_APART = 6;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double TRANSITION_SHARE = 0.72;
  private static final double CHANGE_ACCEPTED = 0.45;
  private static final double SILENT_ACCEPTED = 0.95;
  private static final double MEAN_ACCEPTED = 0.58;
  private static final int HOST_DAYS = 35;

  private final Virus virus;
  private final long seed;
  private final List<Infection> infections;
  private final Line[] lines;
  private final Line[] outside = new Line[OUTSIDE_LINES];

  /**
   * A substitution.
   *
   * @param day of the incident, with its fraction
   */
  record Change(double day, int position, char from, char to) {}

  /**
   * The line of descent in one host.
   *
   * @param parent the line it came from, at {@code start}
   * @param start day of the incident, with its fraction
   * @param changes in order of time
   */
  private record Line(@Nullable Line parent, double start, List<Change> changes) {}

  Evolution(Virus virus, List<Infection> infections, int days, long seed) {
    this.virus = virus;
    this.infections = infections;
    this.seed = seed;
    this.lines = new Line[infections.size()];
    Line trunk = grow(null, OUTSIDE_START_DAY, days, Keys.of(PURPOSE, seed, -1));
    for (int i = 0; i < OUTSIDE_LINES; i++) {
      double parted = OUTSIDE_START_DAY + OUTSIDE_DAYS_APART * i;
      outside[i] = grow(trunk, parted, days, Keys.of(PURPOSE, seed, -2 - i));
    }
  }

  /** The day of an infection with its fraction. */
  static double moment(Infection infection) {
    return infection.day() + infection.minute() / 1440.0;
  }

  private Line line(Infection infection) {
    // Infectors stand before those they infect, so a chain is made from its top.
    List<Infection> missing = new ArrayList<>();
    Infection at = infection;
    while (lines[at.index()] == null) {
      missing.add(at);
      if (at.imported()) {
        break;
      }
      at = infections.get(at.infector());
    }
    for (Infection one : missing.reversed()) {
      long key = Keys.of(PURPOSE, seed, one.index());
      Line from =
          one.imported()
              ? outside[Keys.below(Keys.of(key, 7), OUTSIDE_LINES)]
              : lines[one.infector()];
      double start = moment(one);
      lines[one.index()] = grow(from, start, start + HOST_DAYS, key);
    }
    return lines[infection.index()];
  }

  /** A new line with its changes until {@code end}. */
  private Line grow(@Nullable Line parent, double start, double end, long key) {
    Draws draws = new Draws(key);
    List<Change> changes = new ArrayList<>();
    Line line = new Line(parent, start, changes);
    double perDay = RATE_PER_YEAR * virus.length() / DAYS_PER_YEAR / MEAN_ACCEPTED;
    double day = start;
    while (true) {
      day -= StrictMath.log(draws.positiveUnit()) / perDay;
      if (day >= end) {
        return line;
      }
      propose(line, day, draws);
    }
  }

  private void propose(Line line, double day, Draws draws) {
    int position = draws.below(virus.length());
    char from = baseAt(line, position, day);
    char to = other(from, draws);
    double accepted = acceptance(line, position, to, day);
    if (draws.chance(accepted)) {
      line.changes().add(new Change(day, position, from, to));
    }
  }

  private static char other(char from, Draws draws) {
    if (draws.chance(TRANSITION_SHARE)) {
      return switch (from) {
        case 'A' -> 'G';
        case 'G' -> 'A';
        case 'C' -> 'T';
        default -> 'C';
      };
    }
    boolean purine = from == 'A' || from == 'G';
    boolean second = draws.chance(0.5);
    return purine ? (second ? 'C' : 'T') : (second ? 'A' : 'G');
  }

  /** How likely a change goes on: silent ones nearly always, a new stop never. */
  private double acceptance(Line line, int position, char to, double day) {
    for (Virus.Gene gene : virus.genes()) {
      if (position >= gene.start() && position < gene.end()) {
        int codon = position - (position - gene.start()) % 3;
        if (codon == gene.start() || codon == gene.end() - 3) {
          return 0;
        }
        char[] before = new char[3];
        for (int i = 0; i < 3; i++) {
          before[i] = baseAt(line, codon + i, day);
        }
        char[] after = before.clone();
        after[position - codon] = to;
        if (Virus.isStop(new String(after))) {
          return 0;
        }
        return Codons.isSilent(new String(before), new String(after))
            ? SILENT_ACCEPTED
            : CHANGE_ACCEPTED;
      }
    }
    return SILENT_ACCEPTED;
  }

  private char baseAt(Line line, int position, double day) {
    Line at = line;
    double until = day;
    while (at != null) {
      List<Change> changes = at.changes();
      for (int i = changes.size() - 1; i >= 0; i--) {
        if (changes.get(i).day() <= until && changes.get(i).position() == position) {
          return changes.get(i).to();
        }
      }
      until = at.start();
      at = at.parent();
    }
    return virus.base(position);
  }

  /** The genome in a host at a moment, as what differs from the reference, by position. */
  List<Change> differences(Infection infection, double day) {
    List<List<Change>> parts = new ArrayList<>();
    double until = day;
    for (Line at = line(infection); at != null; at = at.parent()) {
      double limit = until;
      parts.add(at.changes().stream().filter(change -> change.day() <= limit).toList());
      until = at.start();
    }
    TreeMap<Integer, Change> byPosition = new TreeMap<>();
    for (List<Change> part : parts.reversed()) {
      part.forEach(change -> byPosition.put(change.position(), change));
    }
    return byPosition.values().stream()
        .filter(change -> change.to() != virus.base(change.position()))
        .toList();
  }

  /** Number of the outside line an infection goes back to. */
  int outsideLine(Infection infection) {
    Infection at = infection;
    while (!at.imported()) {
      at = infections.get(at.infector());
    }
    line(at);
    return Arrays.asList(outside).indexOf(lines[at.index()].parent());
  }
}

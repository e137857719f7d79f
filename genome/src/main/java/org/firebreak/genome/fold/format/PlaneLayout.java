package org.firebreak.genome.fold.format;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.firebreak.genome.fold.model.Structure;

/**
 * Places bases in the plane: every loop is a circle whose bases are equally spaced, every stack a
 * rung of a ladder. The outside is a straight line with helices standing on it. Helices of a large
 * structure may overlap, as in every layout of this kind. O(n).
 */
final class PlaneLayout {

  private static final double STEP = 14;
  private static final double RUNG = 20;

  private static final double LONGEST_STEP = 40;

  /** Room of a branch in a multiloop, by the square root of its bases. */
  private static final double SPREAD = 1.6;

  final double[] x;
  final double[] y;

  private final Structure structure;

  /** A pair whose bases have their places; its loop lies on the upper side of i -> j. */
  private record Placed(int i, int j) {}

  PlaneLayout(Structure structure) {
    this.structure = structure;
    x = new double[structure.length()];
    y = new double[structure.length()];
    Deque<Placed> open = new ArrayDeque<>();
    placeOutside(open);
    while (!open.isEmpty()) {
      placeLoop(open.pop(), open);
    }
  }

  private void placeOutside(Deque<Placed> open) {
    double at = 0;
    for (int i = 0; i < structure.length(); i++) {
      int j = structure.partner(i);
      x[i] = at;
      if (j > i) {
        at += RUNG;
        x[j] = at;
        open.push(new Placed(i, j));
        i = j;
      }
      at += STEP;
    }
  }

  private void placeLoop(Placed closing, Deque<Placed> open) {
    int i = closing.i;
    int j = closing.j;
    if (structure.partner(i + 1) == j - 1) {
      placeStack(i, j);
      open.push(new Placed(i + 1, j - 1));
      return;
    }
    int[] member = new int[16];
    int count = 0;
    for (int k = i + 1; k < j; k++) {
      if (count + 2 > member.length) {
        member = Arrays.copyOf(member, 2 * member.length);
      }
      member[count++] = k;
      if (structure.partner(k) > k) {
        open.push(new Placed(k, structure.partner(k)));
        k = structure.partner(k);
        member[count++] = k;
      }
    }
    placeCircle(i, j, member, count, chords(member, count));
  }

  /**
   * Distances along a loop from its closing base around to the other. In a multiloop the way
   * between two branches is stretched where both are large, so that they have room to unfold.
   */
  private double[] chords(int[] member, int count) {
    if (branches(member, count) == 1) {
      return straight(member, count);
    }
    double[] chord = new double[count + 1];
    int gapStart = 0;
    double before = 0;
    boolean multiloop = branches(member, count) > 1;
    for (int m = 0; m <= count; m++) {
      boolean rung = m > 0 && m < count && structure.partner(member[m]) == member[m - 1];
      if (rung) {
        chord[m] = RUNG;
        gapStart = m + 1;
        continue;
      }
      chord[m] = STEP;
      boolean endsGap = m == count || structure.partner(member[m]) > member[m];
      if (endsGap) {
        double after = m == count ? 0 : Math.sqrt(structure.partner(member[m]) - member[m]);
        double wanted = SPREAD * (before + after) / (m - gapStart + 1);
        if (multiloop && wanted > STEP) {
          Arrays.fill(chord, gapStart, m + 1, wanted);
        }
        before = after;
      }
    }
    return chord;
  }

  /** An interior loop: the shorter side is stretched, so that the helix goes straight on. */
  private double[] straight(int[] member, int count) {
    int left = 0;
    while (structure.partner(member[left]) < member[left]) {
      left++;
    }
    int right = count - left - 2;
    int more = Math.max(left, right) + 1;
    double[] even = new double[2 * more + 1];
    Arrays.fill(even, STEP);
    even[more] = RUNG;
    double radius = radius(even);
    double side = Math.PI - angle(RUNG, radius);
    double[] chord = new double[count + 1];
    for (int m = 0; m <= count; m++) {
      int steps = m <= left ? left + 1 : right + 1;
      double wanted = 2 * radius * Math.sin(side / steps / 2);
      chord[m] = m == left + 1 ? RUNG : Math.min(wanted, LONGEST_STEP);
    }
    return chord;
  }

  private int branches(int[] member, int count) {
    int branches = 0;
    for (int m = 0; m < count; m++) {
      branches += structure.partner(member[m]) > member[m] ? 1 : 0;
    }
    return branches;
  }

  private void placeStack(int i, int j) {
    double dx = (x[j] - x[i]) / RUNG;
    double dy = (y[j] - y[i]) / RUNG;
    x[i + 1] = x[i] + dy * STEP;
    y[i + 1] = y[i] - dx * STEP;
    x[j - 1] = x[j] + dy * STEP;
    y[j - 1] = y[j] - dx * STEP;
  }

  /** Radius of the circle with these chords and that of the closing pair, by bisection. */
  private static double radius(double[] chord) {
    double low = RUNG / 2;
    double high = RUNG + Arrays.stream(chord).sum();
    for (int round = 0; round < 60; round++) {
      double radius = (low + high) / 2;
      double angle = angle(RUNG, radius);
      for (double c : chord) {
        angle += angle(c, radius);
      }
      if (angle > 2 * Math.PI) {
        low = radius;
      } else {
        high = radius;
      }
    }
    return high;
  }

  private static double angle(double chord, double radius) {
    return 2 * Math.asin(Math.min(1, chord / 2 / radius));
  }

  private void placeCircle(int i, int j, int[] member, int count, double[] chord) {
    double radius = radius(chord);
    double dx = (x[j] - x[i]) / RUNG;
    double dy = (y[j] - y[i]) / RUNG;
    double toCentre = Math.sqrt(Math.max(0, radius * radius - RUNG * RUNG / 4));
    double centreX = (x[i] + x[j]) / 2 + dy * toCentre;
    double centreY = (y[i] + y[j]) / 2 - dx * toCentre;
    double angle = Math.atan2(y[i] - centreY, x[i] - centreX);
    for (int m = 0; m < count; m++) {
      angle += angle(chord[m], radius);
      x[member[m]] = centreX + radius * Math.cos(angle);
      y[member[m]] = centreY + radius * Math.sin(angle);
    }
  }
}

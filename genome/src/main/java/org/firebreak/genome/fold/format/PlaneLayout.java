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
    double[] chord = new double[count + 1];
    for (int m = 0; m <= count; m++) {
      boolean rung = m > 0 && m < count && structure.partner(member[m]) == member[m - 1];
      chord[m] = rung ? RUNG : STEP;
    }
    placeCircle(i, j, member, count, chord);
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
    double high = RUNG * (chord.length + 1);
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

package org.firebreak.trace.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.trace.store.Snapshot;

/**
 * The region of every place of a store, as numbers from 0. 4 bytes a place. Immutable; safe for use
 * by several threads.
 */
public final class Regions {

  /** The place's region is not known. */
  public static final int UNKNOWN = -1;

  private final int[] ofPlace;
  private final List<String> codes;

  private Regions(int[] ofPlace, List<String> codes) {
    this.ofPlace = ofPlace;
    this.codes = List.copyOf(codes);
  }

  /** All regions of a store; numbers follow the codes' order. */
  public static Regions of(Snapshot snapshot) {
    int[] described = snapshot.describedPlaces();
    String[] region = new String[described.length];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < described.length; i++) {
      region[i] = snapshot.place(described[i]).region();
      if (!region[i].isEmpty()) {
        numbers.put(region[i], 0);
      }
    }
    List<String> codes = new ArrayList<>(numbers.keySet());
    codes.sort(null);
    for (int i = 0; i < codes.size(); i++) {
      numbers.put(codes.get(i), i);
    }
    int[] ofPlace = new int[snapshot.placeCount()];
    Arrays.fill(ofPlace, UNKNOWN);
    for (int i = 0; i < described.length; i++) {
      ofPlace[described[i]] = numbers.getOrDefault(region[i], UNKNOWN);
    }
    return new Regions(ofPlace, codes);
  }

  /** Regions by numbers given from outside, for measurements and tests. */
  public static Regions of(int[] ofPlace, List<String> codes) {
    return new Regions(ofPlace.clone(), codes);
  }

  /** The region of a place; {@link #UNKNOWN} if it has none. */
  public int of(int place) {
    return ofPlace[place];
  }

  /** How many there are. */
  public int count() {
    return codes.size();
  }

  /** The code of a region. */
  public String code(int region) {
    return codes.get(region);
  }

  /** The number of a code; {@link #UNKNOWN} if no place lies there. */
  public int find(String code) {
    return codes.indexOf(code);
  }
}

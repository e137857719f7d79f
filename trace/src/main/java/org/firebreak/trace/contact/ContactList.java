package org.firebreak.trace.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up encounters of one person by the other: each visit is an encounter as {@link
 * EncounterSearch} finds it. About 28 bytes an encounter while collecting; adding up costs a sort.
 * For one thread; {@link #clear} makes it ready for the next person.
 */
public final class ContactList implements EncounterVisitor {

  private int person;
  private int count;
  private long[] keys = new long[256];
  private long[] begins = new long[256];
  private long[] ends = new long[256];
  private int[] places = new int[256];

  /** Forgets everything. */
  public void clear() {
    count = 0;
  }

  @Override
  public void encounter(
      int who,
      int other,
      int place,
      int otherPlace,
      int evidence,
      int otherEvidence,
      int row,
      int otherRow,
      int distanceMetres,
      long from,
      long to) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    person = who;
    keys[count] = (long) other << 32 | count;
    begins[count] = from;
    ends[count] = to;
    places[count] = place;
    count++;
  }

  /** The contacts, longest together first; of equals the lower number. */
  public List<Contact> contacts() {
    Arrays.sort(keys, 0, count);
    List<Contact> contacts = new ArrayList<>();
    int[] group = new int[16];
    int start = 0;
    while (start < count) {
      int other = (int) (keys[start] >>> 32);
      int size = 0;
      for (; start < count && (int) (keys[start] >>> 32) == other; start++) {
        if (size == group.length) {
          group = Arrays.copyOf(group, 2 * size);
        }
        group[size++] = (int) keys[start];
      }
      contacts.add(sum(other, group, size));
    }
    contacts.sort((a, b) ->
        a.seconds() != b.seconds()
            ? Long.compare(b.seconds(), a.seconds())
            : Integer.compare(a.other(), b.other()));
    return contacts;
  }

  private Contact sum(int other, int[] group, int size) {
    sortByBegin(group, size);
    long seconds = 0;
    int encounters = 0;
    long longest = -1;
    long begin = begins[group[0]];
    long end = begin - 1;
    long from = begin;
    int place = places[group[0]];
    for (int i = 0; i < size; i++) {
      int at = group[i];
      if (begins[at] > end) {
        if (i > 0) {
          seconds += end - from;
          encounters++;
        }
        from = begins[at];
        end = ends[at];
      } else {
        end = Math.max(end, ends[at]);
      }
      long stretch = ends[at] - begins[at];
      if (stretch > longest) {
        longest = stretch;
        place = places[at];
      }
    }
    seconds += end - from;
    encounters++;
    return new Contact(person, other, seconds, encounters, begin, latest(group, size), place);
  }

  private long latest(int[] group, int size) {
    long last = ends[group[0]];
    for (int i = 1; i < size; i++) {
      last = Math.max(last, ends[group[i]]);
    }
    return last;
  }

  /** They come nearly sorted, so insertion is quick. */
  private void sortByBegin(int[] group, int size) {
    for (int i = 1; i < size; i++) {
      int moved = group[i];
      int at = i - 1;
      while (at >= 0 && before(moved, group[at])) {
        group[at + 1] = group[at];
        at--;
      }
      group[at + 1] = moved;
    }
  }

  private boolean before(int a, int b) {
    return begins[a] != begins[b]
        ? begins[a] < begins[b]
        : ends[a] != ends[b] ? ends[a] < ends[b] : places[a] < places[b];
  }
}

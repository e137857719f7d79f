package org.firebreak.trace.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.firebreak.base.error.ResourceException;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.detect.DetectionParameters;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.detect.StayDetector;
import org.firebreak.trace.store.BulkLoad;
import org.firebreak.trace.store.RadixSort;

/** Sorts each part by person and time and detects the stays. */
final class PartDetection {

  private static final int COLUMNS = 3;

  private final SightingParts parts;
  private final DetectionParameters parameters;
  private final PlaceMap map;
  private final BulkLoad load;
  private final Continuation before;

  PartDetection(
      SightingParts parts,
      DetectionParameters parameters,
      PlaceMap map,
      BulkLoad load,
      Continuation before) {
    this.parts = parts;
    this.parameters = parameters;
    this.map = map;
    this.load = load;
    this.before = before;
  }

  /** Detects all parts on the pool; the answer is the number of stays. */
  long run(ExecutorService pool) {
    List<Future<Long>> running = new ArrayList<>();
    for (int part = 0; part < parts.parts(); part++) {
      int number = part;
      Callable<Long> task = () -> detect(parts.take(number));
      running.add(pool.submit(task));
    }
    long stays = 0;
    for (Future<Long> future : running) {
      stays += get(future);
    }
    return stays;
  }

  private static long get(Future<Long> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "Stay detection was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof IOException io) {
        throw new ResourceException(
            "file-unreadable", "Sightings kept on disk cannot be read: " + io.getMessage(), io);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private long detect(int[] rows) {
    int count = rows.length / COLUMNS;
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < count; i++) {
      long time = time(rows, i);
      least = Math.min(least, time);
      most = Math.max(most, time);
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, most - least));
    long[] keys = new long[count];
    int[] index = new int[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) rows[COLUMNS * i] << bits | (time(rows, i) - least);
      index[i] = i;
    }
    RadixSort.sort(keys, index, count);
    StayList stays = new StayList();
    StayDetector detector = new StayDetector(parameters, map, stays);
    for (int i = 0; i < count; i++) {
      int at = index[i];
      int person = rows[COLUMNS * at];
      if (i == 0 || person != stays.person) {
        detector.finish();
        stays.person = person;
        goOn(detector, person, time(rows, at));
      }
      detector.sighting(time(rows, at), rows[COLUMNS * at + 2]);
    }
    detector.finish();
    synchronized (load) {
      stays.addTo(load, map);
    }
    return stays.count;
  }

  private void goOn(StayDetector detector, int person, long first) {
    Continuation.Last last = before.before(person, first);
    if (last.isThere()) {
      detector.sighting(last.end(), last.place());
    }
  }

  private static long time(int[] rows, int row) {
    return Integer.toUnsignedLong(rows[COLUMNS * row + 1]);
  }

  /** Stays of a part, until it is its turn to add them. */
  private static final class StayList implements StayDetector.Sink {
    private int person = -1;
    private int count;
    private int[] persons = new int[1024];
    private int[] places = new int[1024];
    private long[] times = new long[2048];

    @Override
    public void stay(int place, long from, long to) {
      if (count == persons.length) {
        persons = java.util.Arrays.copyOf(persons, 2 * count);
        places = java.util.Arrays.copyOf(places, 2 * count);
        times = java.util.Arrays.copyOf(times, 4 * count);
      }
      persons[count] = person;
      places[count] = place;
      times[2 * count] = from;
      times[2 * count + 1] = to;
      count++;
    }

    void addTo(BulkLoad load, PlaceMap map) {
      for (int i = 0; i < count; i++) {
        int place = places[i];
        load.stay(persons[i], place, evidence(load, map, place), 0, times[2 * i], times[2 * i + 1]);
      }
    }

    private static int evidence(BulkLoad load, PlaceMap map, int place) {
      PlaceKind kind = load.placeKind(place);
      boolean grid = kind == PlaceKind.GRID;
      int radius = map.has(place) ? map.radiusMetres(place) : kind.typicalRadiusMetres();
      return Evidence.code(
          grid ? kind : PlaceKind.CELL, grid ? Source.POSITION : Source.SIGHTING, radius);
    }
  }
}

package org.firebreak.trace.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.detect.DetectionParameters;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.store.BulkLoad;
import org.jspecify.annotations.Nullable;

/**
 * Reads sighting files of any size and order into stays of the store.
 *
 * <p>Rounds: blocks of lines are parsed on all threads while the next are read; then one thread
 * gives numbers to new names and shares the sightings out by person. At the end each part is sorted
 * by person and time and its stays are detected, on all threads. So order within the files does not
 * matter, and the result does not depend on the number of threads.
 *
 * <p>Memory: 12 bytes a sighting of one part, at most 4 million a part, and as much again to sort.
 * For one thread.
 */
public final class SightingIngest {

  private static final int BLOCK_BYTES = 8 << 20;
  private static final int ROW_BYTES_TYPICAL = 40;
  private static final int PART_ROWS = 4_000_000;
  private static final int PARTS_MAX = 512;
  private static final int GZIP_FACTOR = 6;
  private static final int GRID_RADIUS_METRES = 76;

  /** What became of the rows. */
  public static final class Report {
    private long sightings;
    private long refused;
    private long stays;
    private final List<String> problems = new ArrayList<>();

    /** Rows taken. */
    public long sightings() {
      return sightings;
    }

    /** Rows that could not be read. */
    public long refused() {
      return refused;
    }

    /** Stays found. */
    public long stays() {
      return stays;
    }

    /** The first refused rows: file, line, column, value, what is wrong. */
    public List<String> problems() {
      return List.copyOf(problems);
    }
  }

  private final BulkLoad load;
  private final PlaceMap map;
  private final int threads;
  private final Path folder;
  private final @Nullable Integer defaultOffsetSeconds;
  private final CoordinateSystem system;
  private final Report report = new Report();

  /**
   * @param map places known so far; grid cells are added
   * @param folder for parts that do not fit into memory; made and deleted
   * @param defaultOffsetSeconds of times without an offset; null refuses them
   */
  public SightingIngest(
      BulkLoad load,
      PlaceMap map,
      int threads,
      Path folder,
      @Nullable Integer defaultOffsetSeconds,
      CoordinateSystem system) {
    this.load = load;
    this.map = map;
    this.threads = threads;
    this.folder = folder;
    this.defaultOffsetSeconds = defaultOffsetSeconds;
    this.system = system;
  }

  /**
   * Reads files and adds the stays to the load.
   *
   * @param before stays the store already has of a person, to go on from; see {@link Continuation}
   * @throws UserException if a file cannot be read or lacks a column
   */
  public Report run(List<Path> files, DetectionParameters parameters, Continuation before) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        SightingParts parts = new SightingParts(partsFor(files), folder)) {
      for (Path file : files) {
        read(file, parts, pool);
      }
      report.stays = new PartDetection(parts, parameters, map, load, before).run(pool);
      return report;
    } catch (IOException e) {
      throw new ResourceException(
          "file-unreadable", "The sightings cannot be read or kept: " + e.getMessage(), e);
    }
  }

  private static int partsFor(List<Path> files) {
    long rows = 0;
    try {
      for (Path file : files) {
        int factor = file.toString().endsWith(".gz") ? GZIP_FACTOR : 1;
        rows += factor * Files.size(file) / ROW_BYTES_TYPICAL;
      }
    } catch (IOException e) {
      throw new UserException("file-unreadable", e.getMessage() + ": cannot be read", e);
    }
    return Math.clamp(rows / PART_ROWS + 1, 1, PARTS_MAX);
  }

  private void read(Path file, SightingParts parts, ExecutorService pool) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in =
            file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
      SightingColumns columns = new SightingColumns(file.toString(), header(file, in), system);
      LineBlocks lines = new LineBlocks(in, BLOCK_BYTES);
      List<SightingBlock> blocks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        blocks.add(new SightingBlock(columns, load, new TimeParser(defaultOffsetSeconds)));
      }
      long line = 2;
      List<byte[]> texts = lines.next(threads);
      while (!texts.isEmpty()) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
          byte[] text = texts.get(i);
          SightingBlock block = blocks.get(i);
          running.add(pool.submit(() -> block.parse(text, 0, text.length)));
        }
        List<byte[]> ahead = lines.next(threads);
        for (int i = 0; i < texts.size(); i++) {
          await(running.get(i));
        }
        for (int i = 0; i < texts.size(); i++) {
          take(file, line, blocks.get(i), columns, parts);
          line += newlines(texts.get(i));
        }
        texts = ahead;
      }
    }
  }

  private static long newlines(byte[] text) {
    long count = 0;
    for (byte b : text) {
      count += b == '\n' ? 1 : 0;
    }
    return count;
  }

  private static String header(Path file, InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      bytes.write(b);
    }
    line.append(bytes.toString(StandardCharsets.UTF_8));
    if (line.isEmpty()) {
      throw new DataException(
          "no-header", file + ", line 1: no header; the first line must name the columns");
    }
    return line.toString();
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "Reading was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Numbers the new names of a block and shares its sightings out. */
  private void take(
      Path file, long firstLine, SightingBlock block, SightingColumns columns, SightingParts parts)
      throws IOException {
    int[] persons = new int[block.persons.count()];
    for (int i = 0; i < persons.length; i++) {
      persons[i] =
          load.person(block.persons.text(), block.persons.start(i), block.persons.length(i));
    }
    int[] places = new int[block.places.count()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(block.places, i, columns);
    }
    for (int row = 0; row < block.rows; row++) {
      int person = block.person[row];
      int place = block.place[row];
      parts.add(
          person < 0 ? persons[-1 - person] : person,
          block.time[row],
          place < 0 ? places[-1 - place] : place);
    }
    report.sightings += block.rows;
    report.refused += block.refused;
    for (int i = 0; i < Math.min(block.refused, SightingBlock.PROBLEMS_MAX); i++) {
      if (report.problems.size() < SightingBlock.PROBLEMS_MAX) {
        report.problems.add(
            "%s, line %d, %s"
                .formatted(file, firstLine + block.refusedLine[i], block.refusedWhy[i]));
      }
    }
  }

  private int place(NameBlock names, int index, SightingColumns columns) {
    byte[] text = names.text();
    int start = names.start(index);
    int length = names.length(index);
    if (columns.hasCells()) {
      return load.place(text, start, length, PlaceKind.CELL);
    }
    String name = new String(text, start, length, StandardCharsets.UTF_8);
    Place place = new Place(name, PlaceKind.GRID, columns.middle(name), GRID_RADIUS_METRES, "");
    int number = load.describe(place);
    map.put(number, place);
    return number;
  }
}

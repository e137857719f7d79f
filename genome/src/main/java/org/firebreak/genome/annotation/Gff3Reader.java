package org.firebreak.genome.annotation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.CodingRegion.Segment;

/**
 * Coding regions from GFF3 (Sequence Ontology, version 1.26): rows of type CDS, joined by ID; a
 * {@code gene} row without a CDS counts as one, as Nextclade's older annotations need it. The name
 * is the first of the attributes Name, gene, gene_name, locus_tag, product, ID.
 */
public final class Gff3Reader {

  private static final List<String> NAMES =
      List.of("Name", "gene", "gene_name", "locus_tag", "product", "ID");

  private Gff3Reader() {}

  /**
   * Reads the coding regions of a file.
   *
   * @throws DataException naming file and line if a row is malformed, or if there is no region
   */
  public static List<CodingRegion> read(Path file) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : ReferenceReader.lines(file)) {
      number++;
      if (line.startsWith("##FASTA")) {
        break;
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(parse(file + ", line " + number, line));
      }
    }
    List<CodingRegion> regions = build(rows);
    if (regions.isEmpty()) {
      throw new DataException(
          "annotation-empty", file + ": holds no feature of type CDS or gene; expected GFF3");
    }
    return regions;
  }

  private static List<CodingRegion> build(List<Row> rows) {
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    Set<String> withCoding = new HashSet<>();
    for (Row row : rows) {
      if ("CDS".equals(row.type())) {
        byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
        withCoding.add(row.attributes().getOrDefault("Parent", ""));
        withCoding.add(row.name());
      }
    }
    for (Row row : rows) {
      boolean covered =
          withCoding.contains(row.attributes().getOrDefault("ID", row.name()))
              || withCoding.contains(row.name());
      if ("gene".equals(row.type()) && !covered) {
        byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row);
      }
    }
    List<CodingRegion> regions = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (List<Row> parts : byKey.values()) {
      boolean reverse = parts.getFirst().reverse();
      List<Segment> segments = new ArrayList<>(parts.stream().map(Row::segment).toList());
      if (reverse) {
        segments.sort((a, b) -> Integer.compare(b.start(), a.start()));
      }
      String name = parts.getFirst().name();
      int times = seen.merge(name, 1, Integer::sum);
      regions.add(new CodingRegion(times == 1 ? name : name + "." + times, segments, reverse));
    }
    return regions;
  }

  private static Row parse(String place, String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 9) {
      throw new DataException(
          "gff-columns",
          place + ": " + fields.length + " columns instead of the 9 tab-separated ones of GFF3");
    }
    try {
      int start = Integer.parseInt(fields[3].strip());
      int end = Integer.parseInt(fields[4].strip());
      boolean reverse = "-".equals(fields[6]);
      Segment segment = new Segment(start - 1, end);
      return new Row(fields[2], segment, reverse, attributes(fields[8]));
    } catch (IllegalArgumentException e) {
      throw new DataException(
          "gff-range",
          place + ": start and end must be numbers with 1 <= start <= end: " + e.getMessage(),
          e);
    }
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    for (String pair : text.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1).replace("+", "%2B");
        try {
          attributes.put(
              pair.substring(0, equals).strip(), URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          attributes.put(pair.substring(0, equals).strip(), value);
        }
      }
    }
    return attributes;
  }

  private record Row(
      String type, Segment segment, boolean reverse, Map<String, String> attributes) {

    String name() {
      for (String key : NAMES) {
        String value = attributes.get(key);
        if (value != null && !value.isBlank()) {
          return value.strip();
        }
      }
      return type + "-" + (segment.start() + 1);
    }

    /** Rows of one CDS share an ID; without one, a name. */
    String key() {
      String id = attributes.get("ID");
      return id == null ? "name " + name() : "id " + id + " " + name();
    }
  }
}

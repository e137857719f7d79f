package org.firebreak.genome.annotation;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.CodingRegion.Segment;

/**
 * Reads one GenBank flat file: the sequence of ORIGIN and the CDS features with their locations
 * (ranges, {@code join}, {@code complement}). The name of a region is its gene, or its product or
 * locus tag where that is taken or absent.
 */
final class GenBankReader {

  private static final Pattern RANGE = Pattern.compile("<?(\\d+)(?:\\.\\.>?(\\d+))?");
  private static final int QUALIFIER_COLUMN = 21;

  private final Path file;
  private final List<CodingRegion> regions = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final ByteArrayOutputStream bases = new ByteArrayOutputStream();
  private String accession = "reference";

  private GenBankReader(Path file) {
    this.file = file;
  }

  static Reference read(Path file) {
    GenBankReader reader = new GenBankReader(file);
    reader.parse(ReferenceReader.lines(file));
    if (reader.bases.size() == 0) {
      throw new DataException("genbank-no-sequence", file + ": the ORIGIN block holds no sequence");
    }
    return new Reference(reader.accession, reader.bases.toByteArray(), reader.regions);
  }

  private void parse(List<String> lines) {
    boolean inOrigin = false;
    boolean inFeatures = false;
    StringBuilder feature = new StringBuilder();
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.startsWith("//")) {
        break;
      }
      if (inOrigin) {
        readBases(line, number);
      } else if (line.startsWith("ORIGIN")) {
        finish(feature);
        inOrigin = true;
      } else if (line.startsWith("VERSION") || (line.startsWith("ACCESSION") && !inFeatures)) {
        String[] words = line.split("\\s+", -1);
        accession = words.length > 1 ? words[1] : accession;
      } else if (line.startsWith("FEATURES")) {
        inFeatures = true;
      } else if (inFeatures) {
        if (line.length() > 5 && line.charAt(5) != ' ') {
          finish(feature);
        }
        feature.append(line).append('\n');
      }
    }
  }

  private void readBases(String line, int number) {
    for (int i = 0; i < line.length(); i++) {
      char c = Character.toUpperCase(line.charAt(i));
      if (c >= 'A' && c <= 'Z') {
        if ("ACGTURYSWKMBDHVN".indexOf(c) < 0) {
          throw new DataException(
              "letter-wrong",
              "%s, line %d: '%c' is not a nucleotide letter".formatted(file, number, c));
        }
        bases.write(c == 'U' ? 'T' : c);
      }
    }
  }

  private void finish(StringBuilder feature) {
    String text = feature.toString();
    feature.setLength(0);
    if (!text.startsWith("     CDS ")) {
      return;
    }
    StringBuilder location = new StringBuilder();
    List<String> qualifiers = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String part = line.length() > QUALIFIER_COLUMN ? line.substring(QUALIFIER_COLUMN) : "";
      if (part.startsWith("/")) {
        qualifiers.add(part);
      } else if (qualifiers.isEmpty()) {
        location.append(part.strip());
      }
    }
    addRegion(location.toString(), qualifiers);
  }

  private void addRegion(String location, List<String> qualifiers) {
    boolean reverse = location.startsWith("complement");
    List<Segment> segments = new ArrayList<>();
    Matcher matcher = RANGE.matcher(location.replaceAll("[A-Z_]+[0-9]+(\\.[0-9]+)?:", ""));
    while (matcher.find()) {
      int start = Integer.parseInt(matcher.group(1));
      int end = matcher.group(2) == null ? start : Integer.parseInt(matcher.group(2));
      if (start < 1 || end < start) {
        throw new DataException(
            "genbank-location", file + ": the CDS location '" + location + "' is no range");
      }
      segments.add(new Segment(start - 1, end));
    }
    if (segments.isEmpty()) {
      throw new DataException(
          "genbank-location", file + ": the CDS location '" + location + "' is no range");
    }
    if (reverse) {
      segments.sort((a, b) -> Integer.compare(b.start(), a.start()));
    }
    regions.add(new CodingRegion(chooseName(qualifiers), trim(segments, qualifiers), reverse));
  }

  /** Cuts what {@code /codon_start} leaves out of a forward region. */
  private static List<Segment> trim(List<Segment> segments, List<String> qualifiers) {
    String start = qualifier(qualifiers, "codon_start");
    int skip = start.matches("[23]") ? Integer.parseInt(start) - 1 : 0;
    Segment first = segments.getFirst();
    if (skip > 0 && first.length() > skip) {
      segments.set(0, new Segment(first.start() + skip, first.end()));
    }
    return segments;
  }

  private String chooseName(List<String> qualifiers) {
    for (String key : List.of("gene", "product", "locus_tag", "protein_id")) {
      String value = qualifier(qualifiers, key);
      if (!value.isEmpty() && names.add(value)) {
        return value;
      }
    }
    String name = String.format(Locale.ROOT, "CDS%d", regions.size() + 1);
    names.add(name);
    return name;
  }

  private static String qualifier(List<String> qualifiers, String key) {
    String prefix = "/" + key + "=";
    for (String qualifier : qualifiers) {
      if (qualifier.startsWith(prefix)) {
        return qualifier.substring(prefix.length()).replace("\"", "").strip();
      }
    }
    return "";
  }
}

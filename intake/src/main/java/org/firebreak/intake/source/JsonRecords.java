package org.firebreak.intake.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The records of a JSON file: the elements of the array at its root; or of the first array of
 * objects within the object at its root; or each of several root objects (NDJSON); or the one root
 * object. Rows of an array of arrays take their names from the first. Not thread-safe.
 */
final class JsonRecords implements FlatReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(SourceLimits.DEPTH_MAX)
                  .maxStringLength(SourceLimits.CELL_CHARACTERS_MAX)
                  .maxNumberLength(1000)
                  .maxNameLength(1000)
                  .build())
          .build();

  private final SourceFile file;
  private final SourceFile.Text text;
  private final JsonParser parser;
  private final boolean lines;
  private @Nullable List<String> arrayHeader;
  private long number;
  private boolean started;

  JsonRecords(SourceFile file) throws IOException {
    this.file = file;
    this.lines = hasSeveralRoots(file);
    this.text = file.text();
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), text.reader());
  }

  private static boolean hasSeveralRoots(SourceFile file) throws IOException {
    try (SourceFile.Text text = file.text();
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text.reader())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() != null;
    } catch (JacksonException e) {
      throw malformed(file, e);
    }
  }

  @Override
  public @Nullable FlatRecord next() throws IOException {
    try {
      JsonToken token = started ? parser.nextToken() : firstRecord();
      started = true;
      if (token == null || token == JsonToken.END_ARRAY) {
        return null;
      }
      number = lines ? parser.currentTokenLocation().getLineNr() : number + 1;
      if (token == JsonToken.START_OBJECT) {
        Map<String, String> cells = new LinkedHashMap<>();
        readObject("", cells);
        return new FlatRecord(number, cells);
      }
      if (token == JsonToken.START_ARRAY) {
        return readArrayRow();
      }
      throw new DataException(
          "no-records",
          "%s, element %d: is a plain value; a record must be an object"
              .formatted(file.name(), number));
    } catch (JacksonException e) {
      throw malformed(file, e);
    }
  }

  /** Moves to the start of the first record; null if there is none. */
  private @Nullable JsonToken firstRecord() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      return parser.nextToken();
    }
    if (token != JsonToken.START_OBJECT || lines || !hasInnerArray()) {
      return token;
    }
    for (token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
          return first;
        }
        skipRestOfArray(first);
      }
    }
    return null;
  }

  private void skipRestOfArray(@Nullable JsonToken first) {
    for (JsonToken token = first;
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      parser.skipChildren();
    }
  }

  private boolean hasInnerArray() {
    try (SourceFile.Text again = file.text();
        JsonParser probe = FACTORY.createParser(ObjectReadContext.empty(), again.reader())) {
      JsonToken before = null;
      for (JsonToken token = probe.nextToken(); token != null; token = probe.nextToken()) {
        if (before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT) {
          return true;
        }
        before = token;
      }
      return false;
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void readObject(String prefix, Map<String, String> cells) {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      String name = prefix + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> readObject(name + ".", cells);
        case START_ARRAY -> cells.put(name, readArray());
        case VALUE_NULL -> cells.putIfAbsent(name, "");
        default -> cells.put(name, parser.getString());
      }
    }
  }

  /** Plain elements joined by a semicolon; nested ones are left out of the text. */
  private String readArray() {
    StringBuilder joined = new StringBuilder();
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL
          && joined.length() < SourceLimits.CELL_CHARACTERS_MAX) {
        joined.append(joined.isEmpty() ? "" : "; ").append(parser.getString());
      }
    }
    return joined.toString();
  }

  private @Nullable FlatRecord readArrayRow() throws IOException {
    List<String> cells = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        parser.skipChildren();
        cells.add("");
      } else {
        cells.add(token == JsonToken.VALUE_NULL ? "" : parser.getString());
      }
    }
    List<String> names = arrayHeader;
    if (names == null) {
      arrayHeader = HeaderNames.distinct(file.name(), cells.toArray(String[]::new));
      return next();
    }
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      byName.put(names.get(i), cells.get(i));
    }
    return new FlatRecord(number, byName);
  }

  private static DataException malformed(SourceFile file, JacksonException e) {
    return new DataException(
        "json-malformed",
        "%s, line %d, column %d: not readable as JSON (%s)"
            .formatted(
                file.name(),
                e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                e.getOriginalMessage()),
        e);
  }

  @Override
  public long bytesRead() {
    return text.bytes().raw().bytes();
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.close();
  }
}

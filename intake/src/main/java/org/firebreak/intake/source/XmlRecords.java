package org.firebreak.intake.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The records of an XML file: the elements of the shallowest path that occurs more than once and
 * has attributes or children. Attributes and leaves become cells. Document type definitions and
 * external entities are never read. Not thread-safe.
 */
final class XmlRecords implements FlatReader {

  private static final int PATHS_MAX = 10_000;

  private final SourceFile file;
  private final SourceFile.Text text;
  private final XMLStreamReader xml;
  private final String recordPath;
  private final StringBuilder path = new StringBuilder();
  private long number;

  XmlRecords(SourceFile file) throws IOException {
    this.file = file;
    this.recordPath = findRecordPath(file);
    this.text = file.text();
    this.xml = reader(file, text);
  }

  private static XMLStreamReader reader(SourceFile file, SourceFile.Text text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return factory.createXMLStreamReader(text.reader());
    } catch (XMLStreamException e) {
      throw malformed(file, e);
    }
  }

  /** What is known of a path: how often it occurs, how deep it lies, whether it has content. */
  private static final class Shape {
    private long count;
    private int depth;
    private boolean structured;
  }

  private static String findRecordPath(SourceFile file) throws IOException {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    try (SourceFile.Text text = file.text()) {
      XMLStreamReader xml = reader(file, text);
      Deque<String> open = new ArrayDeque<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          enter(file, xml, open, shapes);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          open.pop();
        }
      }
    } catch (XMLStreamException e) {
      throw malformed(file, e);
    } catch (RuntimeException e) {
      throw wrapped(file, e);
    }
    String best = null;
    Shape bestShape = new Shape();
    for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
      Shape shape = entry.getValue();
      boolean better =
          best == null
              || (shape.count > 1 && bestShape.count == 1)
              || (shape.count > 1
                  && shape.depth == bestShape.depth
                  && shape.count > bestShape.count);
      if (shape.structured && better) {
        best = entry.getKey();
        bestShape = shape;
      }
    }
    if (best == null) {
      throw new DataException("no-records", file.name() + ": holds no records");
    }
    return best;
  }

  private static void enter(
      SourceFile file, XMLStreamReader xml, Deque<String> open, Map<String, Shape> shapes) {
    String parent = open.isEmpty() ? "" : open.peek();
    String path = parent + "/" + xml.getLocalName();
    Shape above = shapes.get(parent);
    if (above != null) {
      above.structured = true;
    }
    open.push(path);
    if (open.size() > SourceLimits.DEPTH_MAX || shapes.size() > PATHS_MAX) {
      throw new DataException(
          "xml-too-deep", file.name() + ": elements are nested too deep or of too many kinds");
    }
    Shape shape = shapes.computeIfAbsent(path, ignored -> new Shape());
    shape.count++;
    shape.depth = open.size();
    shape.structured |= xml.getAttributeCount() > 0;
  }

  @Override
  public @Nullable FlatRecord next() {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          path.append('/').append(xml.getLocalName());
          if (recordPath.contentEquals(path)) {
            number++;
            Map<String, String> cells = new LinkedHashMap<>();
            readElement("", cells);
            path.setLength(path.lastIndexOf("/"));
            return new FlatRecord(number, cells);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          path.setLength(path.lastIndexOf("/"));
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw malformed(file, e);
    } catch (RuntimeException e) {
      throw wrapped(file, e);
    }
  }

  /** Reads attributes, text and children of the current element up to its end. */
  private void readElement(String prefix, Map<String, String> cells) throws XMLStreamException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      put(cells, prefix + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    StringBuilder content = new StringBuilder();
    boolean leaf = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        leaf = false;
        readElement(prefix + xml.getLocalName() + ".", cells);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        break;
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        checkLength(content.length() + xml.getTextLength());
        content.append(xml.getText());
      }
    }
    if (leaf && !prefix.isEmpty()) {
      put(cells, prefix.substring(0, prefix.length() - 1), content.toString().strip());
    }
  }

  private void put(Map<String, String> cells, String name, String text) {
    if (cells.size() > SourceLimits.COLUMNS_MAX) {
      throw new DataException(
          "too-many-columns",
          "%s, record %d: more than %d fields"
              .formatted(file.name(), number, SourceLimits.COLUMNS_MAX));
    }
    cells.merge(name, text, (one, two) -> two.isBlank() ? one : one + "; " + two);
  }

  private void checkLength(int characters) {
    if (characters > SourceLimits.CELL_CHARACTERS_MAX) {
      throw new DataException(
          "cell-too-long", "%s, record %d: a text is too long".formatted(file.name(), number));
    }
  }

  private static DataException malformed(SourceFile file, XMLStreamException e) {
    return new DataException(
        "xml-malformed",
        "%s, line %d: not readable as XML (%s)"
            .formatted(
                file.name(),
                e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e);
  }

  /** The JDK's reader answers some damaged files with unchecked exceptions. */
  private static RuntimeException wrapped(SourceFile file, RuntimeException e) {
    return e instanceof DataException
        ? e
        : new DataException(
            "xml-malformed", file.name() + ": not readable as XML (" + e.getMessage() + ")", e);
  }

  @Override
  public long bytesRead() {
    return text.bytes().raw().bytes();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw malformed(file, e);
    } finally {
      text.close();
    }
  }
}

package org.firebreak.intake.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.DataException;
import org.firebreak.intake.problem.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads one standard from YAML. Everything unexpected is an error that names file and place, so
 * that a slip in a hand-written file shows at once.
 */
final class StandardReader {

  private static final Set<String> STANDARD_KEYS =
      Set.of("key", "version", "shape", "title", "description", "identity", "fields", "rules");
  private static final Set<String> FIELD_KEYS =
      Set.of(
          "name",
          "type",
          "label",
          "description",
          "unit",
          "required",
          "personal",
          "min",
          "max",
          "pattern",
          "codes",
          "aliases",
          "example");
  private static final Set<String> CODE_KEYS = Set.of("code", "en", "zh", "aliases");
  private static final Set<String> RULE_KEYS = Set.of("rule", "fields", "severity", "parameters");

  private final String file;

  private StandardReader(String file) {
    this.file = file;
  }

  /**
   * @param file name of the file, for messages
   * @throws DataException if the text is not a standard
   */
  static Standard read(String file, String yaml) {
    JsonNode root;
    try {
      root = YAMLMapper.shared().readTree(yaml);
    } catch (JacksonException e) {
      throw new DataException(
          "standard-malformed", file + ": not readable as YAML: " + e.getOriginalMessage(), e);
    }
    StandardReader reader = new StandardReader(file);
    try {
      return reader.standard(root);
    } catch (IllegalArgumentException e) {
      throw new DataException("standard-invalid", file + ": " + e.getMessage(), e);
    }
  }

  private Standard standard(JsonNode root) {
    checkKeys(root, STANDARD_KEYS, "the standard");
    List<FieldSpec> fields = new ArrayList<>();
    for (JsonNode node : child(root, "fields", "the standard")) {
      fields.add(field(node));
    }
    List<RuleSpec> rules = new ArrayList<>();
    if (root.has("rules")) {
      for (JsonNode node : root.get("rules")) {
        rules.add(rule(node));
      }
    }
    return new Standard(
        text(root, "key", "the standard"),
        child(root, "version", "the standard").asInt(0),
        localized(root, "title", "the standard"),
        localized(root, "description", "the standard"),
        constant(Shape.class, text(root, "shape", "the standard"), "shape"),
        fields,
        texts(root, "identity"),
        rules);
  }

  private FieldSpec field(JsonNode node) {
    String name = text(node, "name", "a field");
    String where = "field " + name;
    checkKeys(node, FIELD_KEYS, where);
    List<CodeValue> codes = new ArrayList<>();
    if (node.has("codes")) {
      for (JsonNode code : node.get("codes")) {
        checkKeys(code, CODE_KEYS, where + ", code list");
        codes.add(
            new CodeValue(
                text(code, "code", where),
                new LocalizedText(text(code, "en", where), text(code, "zh", where)),
                texts(code, "aliases")));
      }
    }
    return new FieldSpec(
        name,
        localized(node, "label", where),
        localized(node, "description", where),
        constant(FieldType.class, text(node, "type", where), where + ", type"),
        optionalText(node, "unit"),
        node.path("required").asBoolean(false),
        node.path("personal").asBoolean(false),
        optionalNumber(node, "min", where),
        optionalNumber(node, "max", where),
        optionalText(node, "pattern"),
        codes,
        texts(node, "aliases"),
        node.path("example").asString(""));
  }

  private RuleSpec rule(JsonNode node) {
    String code = text(node, "rule", "a rule");
    checkKeys(node, RULE_KEYS, "rule " + code);
    Map<String, Double> parameters = new LinkedHashMap<>();
    if (node.has("parameters")) {
      for (Map.Entry<String, JsonNode> entry : node.get("parameters").properties()) {
        if (!entry.getValue().isNumber()) {
          throw invalid("rule " + code + ": the parameter '" + entry.getKey() + "' is no number");
        }
        parameters.put(entry.getKey(), entry.getValue().asDouble());
      }
    }
    String severity = optionalText(node, "severity");
    return new RuleSpec(
        code,
        severity == null ? null : constant(Severity.class, severity, "rule " + code),
        texts(node, "fields"),
        parameters);
  }

  private void checkKeys(JsonNode node, Set<String> known, String where) {
    if (!node.isObject()) {
      throw invalid(where + " must be a list of 'name: value'");
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw invalid(
            where + " has the unknown entry '" + key + "'; known are " + new TreeSet<>(known));
      }
    }
  }

  private JsonNode child(JsonNode node, String key, String where) {
    JsonNode child = node.get(key);
    if (child == null) {
      throw invalid(where + " lacks '" + key + "'");
    }
    return child;
  }

  private String text(JsonNode node, String key, String where) {
    String text = child(node, key, where).asString("");
    if (text.isBlank()) {
      throw invalid(where + ": '" + key + "' must be a text");
    }
    return text;
  }

  private static @Nullable String optionalText(JsonNode node, String key) {
    return node.has(key) ? node.get(key).asString("") : null;
  }

  private @Nullable Double optionalNumber(JsonNode node, String key, String where) {
    if (!node.has(key)) {
      return null;
    }
    if (!node.get(key).isNumber()) {
      throw invalid(where + ": '" + key + "' must be a number");
    }
    return node.get(key).asDouble();
  }

  private LocalizedText localized(JsonNode node, String key, String where) {
    JsonNode both = child(node, key, where);
    return new LocalizedText(
        text(both, "en", where + ", " + key), text(both, "zh", where + ", " + key));
  }

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    if (node.has(key)) {
      for (JsonNode item : node.get(key)) {
        texts.add(item.asString(""));
      }
    }
    return texts;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String word, String where) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    Set<String> known = new TreeSet<>();
    for (E constant : type.getEnumConstants()) {
      known.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw invalid(where + ": '" + word + "' is none of " + known);
  }

  private DataException invalid(String message) {
    return new DataException("standard-invalid", file + ": " + message);
  }
}

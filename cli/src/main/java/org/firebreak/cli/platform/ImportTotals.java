package org.firebreak.cli.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Sums what the imports of one command counted. */
final class ImportTotals {

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Long> rules = new TreeMap<>();

  ImportTotals() {
    for (String name : new String[] {"rows", "accepted", "quarantined", "unchanged"}) {
      counts.put(name, 0L);
    }
  }

  void add(JsonNode done) {
    counts.replaceAll((name, sum) -> sum + done.path(name).asLong());
    for (JsonNode rule : done.path("rules")) {
      rules.merge(rule.path("code").asString(), rule.path("count").asLong(), Long::sum);
    }
  }

  long quarantined() {
    return counts.getOrDefault("quarantined", 0L);
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>(counts);
    all.put("rules", rules);
    return new ObjectMapper().writeValueAsString(all);
  }

  String table() {
    StringBuilder text = new StringBuilder("count,value");
    counts.forEach((name, value) -> text.append('\n').append(name).append(',').append(value));
    rules.forEach((rule, value) -> text.append("\nrule ").append(rule).append(',').append(value));
    return text.toString();
  }

  static String sentence(Path file, JsonNode done) {
    return "%s: %d rows, %d accepted, %d quarantined, %d unchanged"
        .formatted(
            file.getFileName(),
            done.path("rows").asLong(),
            done.path("accepted").asLong(),
            done.path("quarantined").asLong(),
            done.path("unchanged").asLong());
  }
}

package org.firebreak.platform.genomes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.platform.records.RecordVersion;
import org.firebreak.platform.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Who is known to have met whom: the contacts of cases that became cases themselves, and the
 * sources that cases name; and which cases hang together by a chain of such contacts, sampled or
 * not. By case number.
 */
final class ContactEvidence {

  private static final int PAGE = 5000;

  private final Map<String, Set<String>> met = new HashMap<>();
  private final Map<String, String> leader = new HashMap<>();

  private ContactEvidence() {}

  /** Reads the contacts and cases as they count now. */
  static ContactEvidence read(Records records, ObjectMapper json) {
    ContactEvidence evidence = new ContactEvidence();
    evidence.readAll(records, json, "contact", "contact_id");
    evidence.readAll(records, json, "case", "case_id");
    return evidence;
  }

  /** Both standards name the other case in {@code source_case_id}. */
  private void readAll(Records records, ObjectMapper json, String standard, String numberField) {
    long after = 0;
    List<RecordVersion> page;
    do {
      page = records.listCurrent(standard, null, null, after, PAGE);
      for (RecordVersion version : page) {
        after = version.id();
        if (version.data().contains("source_case_id")) {
          JsonNode fields = json.readTree(version.data());
          String number = fields.path(numberField).asString("");
          String one = number.isEmpty() ? version.externalId() : number;
          add(one, fields.path("source_case_id").asString(""));
        }
      }
    } while (page.size() == PAGE);
  }

  void add(String one, String other) {
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return;
    }
    met.computeIfAbsent(one, key -> new HashSet<>()).add(other);
    met.computeIfAbsent(other, key -> new HashSet<>()).add(one);
    leader.put(leader(one), leader(other));
  }

  private String leader(String number) {
    String at = number;
    while (true) {
      String above = leader.getOrDefault(at, at);
      if (above.equals(at)) {
        return at;
      }
      String next = leader.getOrDefault(above, above);
      leader.put(at, next);
      at = above;
    }
  }

  /** The cases one is known to have met. */
  Set<String> met(String number) {
    return met.getOrDefault(number, Set.of());
  }

  /** Whether a chain of known contacts joins the two. */
  boolean isSameChain(String one, String other) {
    return leader(one).equals(leader(other));
  }
}

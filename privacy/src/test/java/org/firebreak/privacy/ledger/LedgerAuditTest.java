package org.firebreak.privacy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.privacy.ledger.LedgerAudit.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerAuditTest {

  private static final int SIZE = 50;

  private final List<Line> lines = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  @BeforeEach
  void write() {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      entries.add(("entry " + i));
    }
    lines.addAll(sealed(entries));
    TreeBuilder tree = new TreeBuilder((level, index, hash) -> {});
    for (Line line : lines) {
      tree.append(line.leaf());
      if (tree.size() % 20 == 0) {
        checkpoints.add(new Checkpoint("test", tree.size(), tree.root(), List.of()));
      }
    }
  }

  private static List<Line> sealed(List<String> entries) {
    List<Line> sealed = new ArrayList<>();
    Hash chain = LedgerAudit.CHAIN_START;
    for (String entry : entries) {
      Hash leaf = Hash.leaf(entry);
      chain = Hash.link(chain, leaf);
      sealed.add(new Line(sealed.size(), "n" + sealed.size(), entry, leaf, chain));
    }
    return sealed;
  }

  private long audit(List<Line> all) {
    LedgerAudit audit = new LedgerAudit(checkpoints);
    all.forEach(audit::accept);
    return audit.finish();
  }

  private DataException refusal(List<Line> all) {
    return assertThrows(DataException.class, () -> audit(all));
  }

  @Test
  void wholeLedgerIsProvedUpToItsLastCheckpoint() {
    assertEquals(40, audit(lines));
  }

  @Test
  void namesTheChangedEntry() {
    Line old = lines.get(17);
    String forged = "entry 71";
    lines.set(17, new Line(17, old.name(), forged, old.leaf(), old.chain()));
    DataException refusal = refusal(lines);
    assertEquals("ledger-entry-changed", refusal.code());
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("n17 at place 17"), refusal.getMessage());
    // The same with its leaf made to fit.
    lines.set(17, new Line(17, old.name(), forged, Hash.leaf(forged), old.chain()));
    assertEquals("ledger-chain-broken", refusal(lines).code());
  }

  @Test
  void wholeHistoryWrittenAnewDoesNotFitTheCheckpoints() {
    List<String> entries = new ArrayList<>(lines.stream().map(Line::entry).toList());
    entries.set(25, "nothing happened");
    DataException refusal = refusal(sealed(entries));
    assertEquals("ledger-rewritten", refusal.code());
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("places 20 to 39"), refusal.getMessage());
  }

  @Test
  void missingEntriesAreNoticed() {
    List<Line> holed = new ArrayList<>(lines);
    holed.remove(30);
    assertEquals("ledger-entry-missing", refusal(holed).code());
    assertEquals("ledger-cut", refusal(lines.subList(0, 39)).code());
    assertEquals("ledger-cut", refusal(List.of()).code());
  }

  @Test
  void canonicalJsonIsThatOfTheStandard() {
    Map<String, Object> members = new HashMap<>();
    members.put("\u20ac", "Euro Sign");
    members.put("\r", "Carriage Return");
    members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    members.put("1", 1);
    members.put("\ud83d\ude00", "Emoji: Grinning Face");
    members.put("\u0080", "Control");
    members.put("\u00f6", Map.of("b", "a\u000f\n\"\\/", "a", 5L));
    members.put("z", null);
    // Order of RFC 8785, section 3.2.3; escapes of 3.2.2.2.
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":1,\"z\":null,\"\u0080\":\"Control\",\"\u00f6\":{\"a\":5,\"b\":\"a\\u000f\\n\\\"\\\\/\"},\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        CanonicalJson.text(members));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(Map.of("a", 1L << 60)));
  }
}

package org.firebreak.platform.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;

@PlatformTest
class PersonVaultTest {

  private static final String WUHAN = "world/CN/420000/420100/";

  private final PersonVault vault;
  private final TestPlatform platform;

  PersonVaultTest(TestPlatform platform) {
    this.platform = platform;
    this.vault = platform.bean(PersonVault.class);
  }

  private static Caller worker(String region) {
    return new Caller(
        "worker", "Worker", Map.of("people:reveal", RegionScope.of(Set.of(region))), false);
  }

  private PersonToken stored(String name) {
    PersonToken token = PersonToken.create();
    vault.put(
        Map.of(
            token,
            List.of(
                new PersonalField("name", PersonalKind.NAME, name),
                new PersonalField("phone", PersonalKind.PHONE, "13812345678"))));
    return token;
  }

  private List<MaskedField> masked(PersonToken token) {
    return vault.masked(List.of(token)).getOrDefault(token, List.of());
  }

  @Test
  void showsMaskedAndReplaces() {
    String awkward = "Ann\t\\N \"quoted\"\nsecond line";
    PersonToken token = stored(awkward);
    assertEquals(
        List.of("A** \\** \"** s** l**", "138****5678"),
        masked(token).stream().map(MaskedField::masked).toList());
    vault.put(Map.of(token, List.of(new PersonalField("name", PersonalKind.NAME, "Bea"))));
    assertEquals(1, masked(token).size());
    vault.delete(List.of(token));
    assertTrue(vault.masked(List.of(token)).isEmpty());
  }

  @Test
  void opensForAPurposeInTheRegionAndWritesItDown() {
    PersonToken token = stored("Ann");
    List<PersonalField> opened =
        vault.reveal(worker("420000"), token, WUHAN, "case 1", "contact-tracing", Set.of("phone"));
    assertEquals("13812345678", opened.getFirst().value());
    assertEquals(1, opened.size());
    assertEquals(
        1,
        platform
            .sql()
            .sql(
                "SELECT count(*) FROM audit.entry WHERE action = 'person-revealed'"
                    + " AND detail ->> 'person' = ? AND detail ->> 'fields' = 'phone'"
                    + " AND detail ->> 'purpose' = 'contact-tracing' AND subject = 'case 1'")
            .param(token.toString())
            .query(Integer.class)
            .single());
  }

  @Test
  void refusesOtherRegionsAndUnknownPurposes() {
    PersonToken token = stored("Ann");
    assertEquals(
        "forbidden",
        assertThrows(
                UserException.class,
                () ->
                    vault.reveal(worker("430000"), token, WUHAN, "case 1", "care", Set.of("phone")))
            .code());
    assertEquals(
        "purpose-unknown",
        assertThrows(
                UserException.class,
                () ->
                    vault.reveal(
                        worker("420000"), token, WUHAN, "case 1", "curiosity", Set.of("phone")))
            .code());
  }

  @Test
  void fingerprintDependsOnValuesAlone() {
    PersonalField name = new PersonalField("name", PersonalKind.NAME, "Ann");
    PersonalField phone = new PersonalField("phone", PersonalKind.PHONE, "13812345678");
    assertEquals(vault.fingerprint(List.of(name, phone)), vault.fingerprint(List.of(phone, name)));
    assertNotEquals(vault.fingerprint(List.of(name)), vault.fingerprint(List.of(phone)));
  }

  @Test
  void takesABatchAndPrintsNoValues() {
    Map<PersonToken, List<PersonalField>> many = new HashMap<>();
    for (int i = 0; i < PersonVault.MAX_BATCH; i++) {
      many.put(
          PersonToken.create(),
          List.of(new PersonalField("name", PersonalKind.NAME, "Person " + i)));
    }
    vault.put(many);
    assertEquals(many.size(), vault.masked(many.keySet()).size());
    assertEquals(
        "PersonalField[name]", new PersonalField("name", PersonalKind.NAME, "secret").toString());
    vault.delete(many.keySet());
  }
}

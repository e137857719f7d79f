package org.firebreak.platform.people;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.lifecycle.DataFolder;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The vault as a table of its own. */
@Service
class DatabaseVault implements PersonVault {

  private static final String REVEAL = "people:reveal";
  private static final TypeReference<List<PersonalField>> FIELDS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JdbcClient sql;
  private final JsonMapper json;
  private final AuditService audit;
  private final Clock clock;
  private final SecretKeySpec fingerprintKey;

  DatabaseVault(
      JdbcTemplate jdbc,
      JsonMapper json,
      AuditService audit,
      Clock clock,
      DataFolder folder,
      SecureRandom random) {
    this.jdbc = jdbc;
    this.sql = JdbcClient.create(jdbc);
    this.json = json;
    this.audit = audit;
    this.clock = clock;
    this.fingerprintKey =
        new SecretKeySpec(
            HexFormat.of().parseHex(folder.secret("people-fingerprint", random)), "HmacSHA256");
  }

  @Override
  @Transactional
  public void put(Map<PersonToken, List<PersonalField>> persons) {
    requireBatch(persons.size());
    if (persons.isEmpty()) {
      return;
    }
    StringBuilder rows = new StringBuilder(persons.size() * 200);
    String now = clock.instant().toString();
    persons.forEach((token, fields) -> {
      rows.append(token).append('\t');
      appendEscaped(rows, json.writeValueAsString(fields));
      rows.append('\t').append(now).append('\n');
    });
    jdbc.execute((Connection connection) -> copy(connection, rows.toString()));
    jdbc.update(
        "INSERT INTO people.person (token, fields, stored_at)"
            + " SELECT token, fields, stored_at FROM person_in"
            + " ON CONFLICT (token) DO UPDATE SET fields = excluded.fields,"
            + " stored_at = excluded.stored_at");
    jdbc.update("DELETE FROM person_in");
  }

  private static long copy(Connection connection, String rows) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS person_in"
              + " (token uuid, fields jsonb, stored_at timestamptz) ON COMMIT DELETE ROWS");
    }
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY person_in FROM STDIN", new StringReader(rows));
    } catch (IOException e) {
      throw new SQLException("COPY was cut off", e);
    }
  }

  /** Escapes what the text format of COPY gives a meaning. */
  private static void appendEscaped(StringBuilder target, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> target.append("\\\\");
        case '\t' -> target.append("\\t");
        case '\n' -> target.append("\\n");
        case '\r' -> target.append("\\r");
        default -> target.append(c);
      }
    }
  }

  @Override
  public String fingerprint(List<PersonalField> fields) {
    List<PersonalField> sorted =
        fields.stream().sorted(Comparator.comparing(PersonalField::name)).toList();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprintKey);
      byte[] hash = mac.doFinal(json.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new InternalException("fingerprint", "HmacSHA256 is missing", e);
    }
  }

  @Override
  public Map<PersonToken, List<MaskedField>> masked(Collection<PersonToken> tokens) {
    requireBatch(tokens.size());
    Map<PersonToken, List<MaskedField>> found = new HashMap<>();
    sql.sql("SELECT token, fields FROM people.person WHERE token = ANY (?)")
        .param(tokens.stream().map(PersonToken::value).toArray(UUID[]::new))
        .query(row -> {
          found.put(
              new PersonToken(row.getObject(1, UUID.class)),
              json.readValue(row.getString(2), FIELDS).stream().map(DatabaseVault::mask).toList());
        });
    return found;
  }

  private static MaskedField mask(PersonalField field) {
    return new MaskedField(field.name(), field.kind(), Masks.mask(field.kind(), field.value()));
  }

  @Override
  @Transactional
  public void delete(Collection<PersonToken> tokens) {
    sql.sql("DELETE FROM people.person WHERE token = ANY (?)")
        .param(tokens.stream().map(PersonToken::value).toArray(UUID[]::new))
        .update();
  }

  @Override
  @Transactional
  public List<PersonalField> reveal(
      Caller caller,
      PersonToken token,
      String regionPath,
      String subject,
      String purpose,
      Set<String> fields) {
    if (!caller.regions(REVEAL).includes(regionPath)) {
      throw new UserException("forbidden", "Your roles do not allow opening personal data here.");
    }
    if (purposes().stream().noneMatch(known -> known.code().equals(purpose))) {
      throw new UserException("purpose-unknown", "Personal data is opened for a purpose only.");
    }
    List<PersonalField> opened =
        find(token)
            .orElseThrow(() -> new UserException("person-not-found", "There is no such person."))
            .stream()
            .filter(field -> fields.contains(field.name()))
            .toList();
    audit.record(
        caller.username(),
        "person-revealed",
        subject,
        Map.of(
            "person",
            token.toString(),
            "purpose",
            purpose,
            "fields",
            String.join(",", new TreeSet<>(opened.stream().map(PersonalField::name).toList()))));
    return opened;
  }

  @Override
  public Map<PersonToken, List<PersonalField>> openForCorrection(
      Caller caller, Collection<PersonToken> tokens, String subject) {
    if (!caller.may("data:correct")) {
      throw new UserException("forbidden", "Your roles do not allow correcting data.");
    }
    Map<PersonToken, List<PersonalField>> opened = new HashMap<>();
    for (PersonToken token : tokens) {
      find(token).ifPresent(fields -> opened.put(token, fields));
    }
    if (!opened.isEmpty()) {
      audit.record(
          caller.username(),
          "persons-opened-for-correction",
          subject,
          Map.of("persons", Integer.toString(opened.size())));
    }
    return opened;
  }

  private Optional<List<PersonalField>> find(PersonToken token) {
    return sql.sql("SELECT fields FROM people.person WHERE token = ?")
        .param(token.value())
        .query((row, i) -> json.readValue(row.getString(1), FIELDS))
        .optional();
  }

  @Override
  public List<Purpose> purposes() {
    return sql.sql("SELECT code, title_en, title_zh FROM people.purpose ORDER BY position")
        .query((row, i) ->
            new Purpose(row.getString(1), new LocalizedText(row.getString(2), row.getString(3))))
        .list();
  }

  private static void requireBatch(int size) {
    if (size > MAX_BATCH) {
      throw new IllegalArgumentException("At most " + MAX_BATCH + " persons, were " + size);
    }
  }
}

package org.firebreak.platform.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.privacy.ledger.Checkpoint;
import org.firebreak.privacy.ledger.EntryProof;
import org.firebreak.privacy.ledger.LedgerAudit;
import org.firebreak.privacy.ledger.LedgerKey;
import org.firebreak.privacy.ledger.MerkleTree;
import org.firebreak.privacy.ledger.SignedNote;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger of a data folder, read by a command beside the platform or without it, so that its
 * proof does not rest on the platform's word. One thread.
 */
public final class LedgerFolder implements AutoCloseable {

  private static final String SECRET = "audit-signing-key";

  private final Connection connection;
  private final SingleConnectionDataSource source;
  private final LedgerStore store;
  private final LedgerKey.Verifier verifier;

  private LedgerFolder(Connection connection, LedgerKey.Verifier verifier) {
    this.connection = connection;
    this.source = new SingleConnectionDataSource(connection, true);
    this.store = new LedgerStore(new JdbcTemplate(source), JsonMapper.shared());
    this.verifier = verifier;
  }

  /**
   * Opens the ledger of an open database.
   *
   * @param key of the verifier, as its owner published it; the data folder's own when null
   * @throws UserException {@code ledger-empty} when the folder has never signed a checkpoint
   */
  public static LedgerFolder open(MaintenanceDatabase database, @Nullable String key) {
    if (key == null && !Files.exists(secretFile(database.folder()))) {
      throw new UserException(
          "ledger-empty", "the data folder has no ledger yet: no platform ran on it");
    }
    LedgerKey.Verifier verifier =
        key == null
            ? signer(database.folder(), new SecureRandom()).verifier()
            : LedgerKey.verifier(key);
    try {
      Connection connection = database.database().owner().connect();
      connection.setAutoCommit(false);
      return new LedgerFolder(connection, verifier);
    } catch (SQLException e) {
      throw new ResourceException("database-unreachable", String.valueOf(e.getMessage()), e);
    }
  }

  static LedgerKey.Signer signer(DataFolder folder, SecureRandom random) {
    if (!Files.exists(secretFile(folder))) {
      folder.writeSecret(SECRET, LedgerKey.generate(Ledger.ORIGIN, random).secret());
    }
    return LedgerKey.fromSecret(Ledger.ORIGIN, folder.secret(SECRET, random));
  }

  private static Path secretFile(DataFolder folder) {
    return folder.secrets().resolve(SECRET);
  }

  /** What an audit found. */
  public record Result(long entries, long proved, int checkpoints, String root) {}

  /**
   * Reads the whole ledger and proves it.
   *
   * @param kept signed checkpoints that were kept outside
   * @throws DataException as {@link LedgerAudit}, naming the first broken entry, and {@code
   *     ledger-entry-passed-over} when an entry was kept from being sealed
   */
  public Result verify(List<String> kept) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    store.listNotes().forEach(note -> checkpoints.add(SignedNote.open(note.note(), verifier)));
    kept.forEach(note -> checkpoints.add(SignedNote.open(note, verifier)));
    checkpoints.sort(Comparator.comparingLong(Checkpoint::size));
    LedgerAudit audit = new LedgerAudit(checkpoints);
    store.walk(audit::accept);
    long proved = audit.finish();
    store
        .findPassedOver()
        .ifPresent(entry -> {
          throw new DataException(
              "ledger-entry-passed-over",
              "The ledger is broken: entry " + entry + " was kept from being sealed");
        });
    return new Result(audit.size(), proved, checkpoints.size(), audit.root().toString());
  }

  /** The newest signed checkpoint. */
  public String checkpoint() {
    return store
        .findLatestNote()
        .orElseThrow(() -> new UserException("ledger-empty", "no checkpoint was signed yet"))
        .note();
  }

  /** What checks the checkpoints and proofs of this ledger. */
  public String verifierKey() {
    return verifier.text();
  }

  /**
   * The proof that an entry stands under the newest checkpoint.
   *
   * @throws UserException {@code entry-not-found}, {@code entry-unsealed}
   */
  public EntryProof prove(long entry) {
    LedgerStore.Content content =
        store
            .find(entry)
            .orElseThrow(
                () -> new UserException("entry-not-found", "there is no audit entry " + entry));
    String note = checkpoint();
    long size = SignedNote.open(note, verifier).size();
    long index =
        store
            .findIndex(entry)
            .filter(place -> place < size)
            .orElseThrow(() ->
                new UserException(
                    "entry-unsealed",
                    "entry " + entry + " is under no checkpoint yet; one is signed every minute"));
    return new EntryProof(
        content.text(), index, new MerkleTree(store).inclusionProof(index, size), note);
  }

  @Override
  public void close() {
    source.destroy();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new ResourceException("database-unreachable", String.valueOf(e.getMessage()), e);
    }
  }
}

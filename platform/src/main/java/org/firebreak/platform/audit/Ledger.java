package org.firebreak.platform.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.privacy.ledger.Checkpoint;
import org.firebreak.privacy.ledger.EntryProof;
import org.firebreak.privacy.ledger.Hash;
import org.firebreak.privacy.ledger.LedgerKey;
import org.firebreak.privacy.ledger.MerkleTree;
import org.firebreak.privacy.ledger.SignedNote;
import org.firebreak.privacy.ledger.TreeBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals the audit book: about every second the new entries become leaves of a Merkle tree and links
 * of a chain, and at least every minute, while it grows, a checkpoint is signed. Who keeps a
 * checkpoint can have it proved later that nothing before it was rewritten, whoever holds the
 * database. What is not sealed yet, at most some seconds, is guarded by the database's rights
 * alone. Thread-safe.
 */
@Service
class Ledger {

  /** Name of the ledger in its checkpoints. */
  static final String ORIGIN = "firebreak-audit";

  private static final int SEAL_BATCH = 20_000;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(1);

  private final LedgerStore store;
  private final MerkleTree tree;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final LedgerKey.Signer signer;

  Ledger(
      JdbcTemplate jdbc,
      JsonMapper json,
      TransactionTemplate transaction,
      Clock clock,
      DataFolder folder,
      SecureRandom random) {
    this.store = new LedgerStore(jdbc, json);
    this.tree = new MerkleTree(store);
    this.transaction = transaction;
    this.clock = clock;
    this.signer = LedgerFolder.signer(folder, random);
  }

  /** The key that checks this ledger's checkpoints. */
  String verifierKey() {
    return signer.verifier().text();
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
  void sealDue() {
    while (seal() == SEAL_BATCH) {
      // A long queue is sealed in steps, each its own transaction.
    }
    Instant due = clock.instant().minus(CHECKPOINT_INTERVAL);
    LedgerStore.@Nullable Note last = store.findLatestNote().orElse(null);
    if (last == null || last.at().isBefore(due)) {
      checkpoint();
    }
  }

  /** Seals what waits, at most one batch; returns how many entries. */
  int seal() {
    Integer sealed =
        transaction.execute(status -> {
          store.lock();
          return append(store.listPending(SEAL_BATCH));
        });
    return sealed == null ? 0 : sealed;
  }

  private int append(List<LedgerStore.Content> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    long size = store.size();
    Hash chain = store.chain(size);
    List<LedgerStore.Leaf> leaves = new ArrayList<>(entries.size());
    List<LedgerStore.Node> nodes = new ArrayList<>();
    TreeBuilder builder =
        TreeBuilder.resume(
            size,
            store,
            (level, index, hash) -> nodes.add(new LedgerStore.Node(level, index, hash)));
    for (LedgerStore.Content entry : entries) {
      Hash leaf = Hash.leaf(entry.text());
      chain = Hash.link(chain, leaf);
      leaves.add(new LedgerStore.Leaf(builder.size(), entry.id(), leaf, chain));
      builder.append(leaf);
    }
    store.append(leaves, nodes);
    return entries.size();
  }

  /** Signs what is sealed, or returns the note there is when nothing was added since. */
  String checkpoint() {
    String note =
        transaction.execute(status -> {
          store.lock();
          long size = store.size();
          LedgerStore.@Nullable Note last = store.findLatestNote().orElse(null);
          return last != null && last.size() == size ? last.note() : sign(size);
        });
    return Objects.requireNonNull(note);
  }

  private String sign(long size) {
    Instant now = clock.instant();
    Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.root(size), List.of(now.toString()));
    String note = SignedNote.sign(checkpoint, signer);
    store.add(new LedgerStore.Note(size, now, note));
    return note;
  }

  /** The note signed last; signs one if there is none. Asking costs no signature. */
  String newestCheckpoint() {
    return store.findLatestNote().map(LedgerStore.Note::note).orElseGet(this::checkpoint);
  }

  /**
   * The proof that an entry stands in the ledger.
   *
   * @throws UserException {@code entry-not-found}
   */
  EntryProof prove(long entry) {
    LedgerStore.Content content =
        store
            .find(entry)
            .orElseThrow(
                () -> new UserException("entry-not-found", "There is no audit entry " + entry));
    while (store.findIndex(entry).isEmpty() && seal() > 0) {
      // Asked for right after it was written.
    }
    long index =
        store
            .findIndex(entry)
            .orElseThrow(() ->
                new UserException(
                    "entry-unsealed", "Entry " + entry + " is not sealed yet; ask again"));
    String note = checkpoint();
    long size = SignedNote.open(note, signer.verifier()).size();
    return new EntryProof(content.text(), index, tree.inclusionProof(index, size), note);
  }

  /**
   * The proof that an earlier ledger is the beginning of a later one.
   *
   * @throws UserException {@code size-invalid}
   */
  List<Hash> consistency(long first, long second) {
    if (first < 0 || first > second || second > store.size()) {
      throw new UserException(
          "size-invalid",
          "Sizes must be 0 <= first <= second <= %d, were %d and %d"
              .formatted(store.size(), first, second));
    }
    return tree.consistencyProof(first, second);
  }
}

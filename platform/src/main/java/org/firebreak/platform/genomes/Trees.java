package org.firebreak.platform.genomes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.tree.TreeBuilder;
import org.firebreak.platform.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.ObjectMapper;

/**
 * The trees: new and changed genomes are placed one by one into the tree that is stored; a lot
 * larger than what is there builds it anew. Dates and places follow each change. Thread-safe.
 */
@Service
class Trees {

  private static final int ROUNDS = 20;

  private final TreeTable table;
  private final GenomeTable genomes;
  private final Regions regions;
  private final ObjectMapper json;
  private final Clock clock;
  private final Map<Long, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<Long, TreeBook> books = new ConcurrentHashMap<>();

  Trees(TreeTable table, GenomeTable genomes, Regions regions, ObjectMapper json, Clock clock) {
    this.table = table;
    this.genomes = genomes;
    this.regions = regions;
    this.json = json;
    this.clock = clock;
  }

  /** Runs work that changes the genomes of a reference while nobody else does. */
  void alone(GenomeReference reference, Runnable work) {
    ReentrantLock lock = locks.computeIfAbsent(reference.id(), id -> new ReentrantLock());
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /** The genomes and the tree as they are stored. */
  TreeBook get(GenomeReference reference) {
    int version = table.version(reference.id());
    TreeBook known = books.get(reference.id());
    if (known != null && known.version() == version) {
      return known;
    }
    TreeBook read = read(reference);
    books.put(reference.id(), read);
    return read;
  }

  private TreeBook read(GenomeReference reference) {
    TreeTable.@Nullable Stored stored = table.find(reference.id()).orElse(null);
    if (stored == null) {
      return TreeBook.of(reference, 0, reference.createdAt(), null, List.of());
    }
    PlacedTree tree = TreeCodec.read(stored.content(), json);
    List<GenomeRow> rows = genomes.list(reference.id());
    return TreeBook.of(reference, stored.version(), stored.builtAt(), tree, rows);
  }

  /**
   * Brings the tree up to the genomes that are stored, in the caller's transaction and {@link
   * #alone}.
   *
   * @param anew whether to build it from nothing
   * @param replaced names of genomes whose sequence is another one now
   */
  TreeBook update(GenomeReference reference, boolean anew, Set<String> replaced) {
    List<GenomeRow> rows = genomes.list(reference.id());
    Map<String, GenomeRow> byName = new HashMap<>();
    rows.forEach(row -> byName.put(row.name(), row));
    TreeTable.@Nullable Stored stored = table.find(reference.id()).orElse(null);
    boolean extend = !anew && stored != null && 2 * stored.genomes() >= rows.size();
    MutationTree built =
        extend && stored != null
            ? extend(reference, TreeCodec.read(stored.content(), json), byName, replaced)
            : TreeBuilder.build(reference.genome().bases(), samples(reference, rows), ROUNDS);
    PlacedTree tree = TreeDating.run(built, byName, regions.tree());
    int version = stored == null ? 1 : stored.version() + 1;
    Instant now = clock.instant();
    table.put(
        reference.id(),
        version,
        now,
        rows.size(),
        tree.summary().parsimony(),
        TreeCodec.write(tree, json));
    return TreeBook.of(reference, version, now, tree, rows);
  }

  private static List<Sample> samples(GenomeReference reference, List<GenomeRow> rows) {
    return rows.stream().map(row -> row.sample(reference)).toList();
  }

  private MutationTree extend(
      GenomeReference reference,
      PlacedTree stored,
      Map<String, GenomeRow> byName,
      Set<String> replaced) {
    AnnotatedTree bare = AnnotatedTree.of(stored.phylogeny());
    MutationTree tree =
        new AnnotatedTree(
                bare.phylogeny(),
                stored.mutations(),
                reference.genome().bases(),
                bare.dates(),
                bare.dateIntervals(),
                Map.of())
            .toMutationTree(reference.genome().bases());
    Map<String, GenomeRow> waiting = new HashMap<>(byName);
    List<Integer> changed = new ArrayList<>();
    for (int node : tree.preorder()) {
      Sample named = tree.sample(node);
      GenomeRow row = named == null ? null : byName.get(named.name());
      if (row != null && replaced.contains(row.name())) {
        changed.add(node);
      } else if (row != null) {
        tree.setSample(node, row.sample(reference));
        waiting.remove(row.name());
      }
    }
    changed.forEach(tree::remove);
    Placer placer = new Placer(tree);
    waiting.values().stream()
        .sorted(java.util.Comparator.comparingLong(GenomeRow::id))
        .forEach(row -> placer.add(row.sample(reference)));
    return tree;
  }
}

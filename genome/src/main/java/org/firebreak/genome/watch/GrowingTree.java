package org.firebreak.genome.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.MatFile;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Placement;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Rearrangement;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.variant.Nucleotides;

/**
 * A mutation-annotated tree in memory to which genomes are added one by one as they come in.
 * Placing one takes well under a millisecond up to a million tips. Safe for many threads; one call
 * at a time works on the tree.
 *
 * <p>Memory: some 200 bytes a genome and 16 bytes a letter of the reference.
 */
public final class GrowingTree {

  private final Reference reference;
  private final Mask mask;
  private final MutationTree tree;
  private final Map<String, Integer> leaves = new HashMap<>();
  private Placer placer;

  /**
   * Letters at the ends of the genome that are not used, for sequencing is poor there.
   *
   * @param start number of letters at the start
   * @param end number of letters at the end
   */
  public record Mask(int start, int end) {

    /** What is customary for SARS-CoV-2. */
    public static final Mask SARS_COV_2 = new Mask(55, 106);

    /** Nothing masked. */
    public static final Mask NONE = new Mask(0, 0);

    public Mask {
      if (start < 0 || end < 0) {
        throw new IllegalArgumentException("A mask is not negative: " + start + ", " + end);
      }
    }
  }

  /**
   * Where a genome stands.
   *
   * @param mutations that it has and its place in the tree has not, {@code C241T}
   * @param equallyGoodPlaces number of places with as few new mutations; more than one means that
   *     the place is uncertain
   * @param nearest the samples with the fewest mutations between, nearest first
   */
  public record Place(
      String name, List<String> mutations, int equallyGoodPlaces, List<Neighbour> nearest) {

    public Place {
      mutations = List.copyOf(mutations);
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * A sample near another.
   *
   * @param mutations on the path between the two
   */
  public record Neighbour(String name, int mutations) {}

  private GrowingTree(Reference reference, Mask mask, MutationTree tree) {
    this.reference = reference;
    this.mask = mask;
    this.tree = tree;
    this.placer = new Placer(tree);
    tree.forEach(node -> {
      Sample sample = tree.sample(node);
      if (sample != null) {
        leaves.put(sample.name(), node);
      }
    });
  }

  /** A tree without genomes. */
  public static GrowingTree empty(Reference reference, Mask mask) {
    return new GrowingTree(reference, mask, new MutationTree(reference.bases()));
  }

  /**
   * Loads a tree that was saved, or one of UShER. Letters that were unknown in a genome are those
   * of its place in the tree from then on.
   *
   * @throws UserException if the file cannot be read
   * @throws DataException if it is no such file, or of another reference
   */
  public static GrowingTree load(Reference reference, Mask mask, Path file) {
    AnnotatedTree loaded = MatFile.read(file);
    loaded.checkFits(file.toString(), reference.name(), reference.length());
    MutationTree tree = loaded.toMutationTree(reference.bases());
    tree.completeSamples();
    return new GrowingTree(reference, mask, tree);
  }

  /**
   * Saves the tree as UShER's protobuf, whole or not at all; the format is {@link MatFile}'s.
   *
   * @param file ends in {@code .pb} or {@code .pb.gz}
   */
  public synchronized void save(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String ending = file.toString().endsWith(".gz") ? ".pb.gz" : ".pb";
    try {
      Path draft = Files.createTempFile(folder, "tree", ending);
      try {
        MatFile.write(snapshot(), reference.name(), draft);
        Files.move(
            draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  /** Finds the place of a genome; the tree stays as it is. */
  public synchronized Place find(String name, Nucleotides called, int mostNeighbours) {
    Sample sample = sample(name, called);
    Placement place = placer.find(sample);
    int[] mutations = placer.newMutations(sample, place);
    int node = place.node();
    List<Step> starts = new ArrayList<>();
    if (place.onBranch()) {
      int shared = placer.sharedMutations(sample, place);
      int rest = tree.mutations(node).length - shared;
      starts.add(new Step(tree.parent(node), node, mutations.length + shared));
      starts.add(new Step(node, tree.parent(node), mutations.length + rest));
    } else {
      starts.add(new Step(node, MutationTree.NONE, mutations.length));
    }
    return place(name, mutations, place, neighbours(starts, mostNeighbours, name));
  }

  /**
   * Adds a genome at its best place.
   *
   * @param mostNeighbours so many of the nearest samples are named
   * @throws DataException if the tree has one of that name
   */
  public synchronized Place add(String name, Nucleotides called, int mostNeighbours) {
    if (leaves.containsKey(name)) {
      throw new DataException("genome-twice", "The tree has a genome named " + name + " already");
    }
    Sample sample = sample(name, called);
    Placement place = placer.find(sample);
    int leaf = placer.add(sample);
    leaves.put(name, leaf);
    List<Neighbour> near = neighbours(name, mostNeighbours);
    return place(name, tree.mutations(leaf), place, near);
  }

  /** Takes a genome out again; false if there is none of that name. */
  public synchronized boolean remove(String name) {
    Integer leaf = leaves.remove(name);
    if (leaf == null) {
      return false;
    }
    tree.remove(leaf);
    return true;
  }

  /**
   * Rearranges the whole tree as long as that lowers the number of mutations; to be called now and
   * then, as genomes added one by one find only the best place of their time.
   *
   * @return the number of mutations reached
   */
  public synchronized int improve(int mostRounds) {
    int score = new Rearrangement(tree).run(mostRounds);
    placer = new Placer(tree);
    return score;
  }

  public synchronized boolean contains(String name) {
    return leaves.containsKey(name);
  }

  /** Number of genomes. */
  public synchronized int size() {
    return leaves.size();
  }

  /** Number of mutations on all branches. */
  public synchronized int score() {
    return tree.score();
  }

  /**
   * The samples nearest to one, nearest first.
   *
   * @throws DataException if the tree has none of that name
   */
  public synchronized List<Neighbour> neighbours(String name, int most) {
    int leaf = leaf(name);
    return neighbours(List.of(new Step(leaf, MutationTree.NONE, 0)), most, name);
  }

  /** Mutations on the path between two samples. */
  public synchronized int distance(String first, String second) {
    int a = leaf(first);
    int b = leaf(second);
    Map<Integer, Integer> depths = new HashMap<>();
    int depth = 0;
    for (int at = a; at != MutationTree.NONE; at = tree.parent(at)) {
      depths.put(at, depth);
      depth += tree.mutations(at).length;
    }
    depth = 0;
    int at = b;
    while (!depths.containsKey(at)) {
      depth += tree.mutations(at).length;
      at = tree.parent(at);
    }
    return depth + depths.getOrDefault(at, 0);
  }

  /** The tree as it is now, for the writers of {@link org.firebreak.genome.format}. */
  public synchronized AnnotatedTree snapshot() {
    return AnnotatedTree.of(tree, reference.bases());
  }

  private Sample sample(String name, Nucleotides called) {
    return Sample.of(name, called, reference.length(), mask.start(), mask.end());
  }

  private int leaf(String name) {
    Integer leaf = leaves.get(name);
    if (leaf == null) {
      throw new DataException("genome-unknown", "The tree has no genome named " + name);
    }
    return leaf;
  }

  private static Place place(
      String name, int[] mutations, Placement place, List<Neighbour> nearest) {
    List<String> texts = new ArrayList<>();
    for (int mutation : mutations) {
      texts.add(Mutation.text(mutation));
    }
    return new Place(name, texts, place.choices(), nearest);
  }

  private record Step(int node, int from, int distance) {}

  /** Walks outwards by distance (Dijkstra on few distinct numbers). */
  private List<Neighbour> neighbours(List<Step> starts, int most, String except) {
    List<Neighbour> found = new ArrayList<>();
    List<Deque<Step>> byDistance = new ArrayList<>();
    starts.forEach(step -> put(byDistance, step));
    for (int d = 0; d < byDistance.size() && found.size() < most; d++) {
      Deque<Step> steps = byDistance.get(d);
      while (!steps.isEmpty() && found.size() < most) {
        Step step = steps.poll();
        Sample sample = tree.sample(step.node());
        if (sample != null && !sample.name().equals(except)) {
          found.add(new Neighbour(sample.name(), d));
        }
        int above = tree.parent(step.node());
        if (above != MutationTree.NONE && above != step.from()) {
          put(byDistance, new Step(above, step.node(), d + tree.mutations(step.node()).length));
        }
        for (int child = tree.firstChild(step.node()); child >= 0; child = tree.next(child)) {
          if (child != step.from()) {
            put(byDistance, new Step(child, step.node(), d + tree.mutations(child).length));
          }
        }
      }
    }
    found.sort(Comparator.comparingInt(Neighbour::mutations).thenComparing(Neighbour::name));
    return found;
  }

  private static void put(List<Deque<Step>> byDistance, Step step) {
    while (byDistance.size() <= step.distance()) {
      byDistance.add(new ArrayDeque<>());
    }
    byDistance.get(step.distance()).add(step);
  }
}

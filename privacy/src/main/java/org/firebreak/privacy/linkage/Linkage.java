package org.firebreak.privacy.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An index of persons that finds whom a record may be. Made for a whole register at once ({@link
 * #link(List, LinkageRule, long)}) and for one new record at a time ({@link #candidates}). A record
 * costs the records that share a key with it, at most some thousands. Not thread-safe; results are
 * the same for the same records, rule and seed.
 */
public final class Linkage {

  private final LinkageRule rule;
  private final LinkageModel model;
  private final List<Normalized> population;
  private final Blocks blocks = new Blocks();
  private int[] seenAt = new int[16];
  private int question;

  private Linkage(LinkageRule rule, LinkageModel model, List<Normalized> population) {
    this.rule = rule;
    this.model = model;
    this.population = population;
  }

  /** An index over a register; its records fix how much an agreement says. */
  public static Linkage over(List<PersonRecord> register, LinkageRule rule, long seed) {
    List<Normalized> population = new ArrayList<>(register.size());
    register.forEach(record -> population.add(new Normalized(record)));
    Linkage linkage = new Linkage(rule, LinkageModel.of(population, seed), population);
    for (int i = 0; i < population.size(); i++) {
      linkage.blocks.add(i, population.get(i));
    }
    return linkage;
  }

  /** All links within a register, each pair once, the earlier record first. */
  public static List<Link> link(List<PersonRecord> register, LinkageRule rule, long seed) {
    Linkage linkage = over(register, rule, seed);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < linkage.population.size(); i++) {
      linkage.collect(linkage.population.get(i), i, links);
    }
    return links;
  }

  /** The persons of the index whom a new record may be, likeliest first. */
  public List<Link> candidates(PersonRecord record) {
    List<Link> links = new ArrayList<>();
    collect(new Normalized(record), population.size(), links);
    links.sort(java.util.Comparator.comparingDouble(Link::probability).reversed());
    return links;
  }

  /** Takes a record into the index. */
  public void add(PersonRecord record) {
    Normalized normalized = new Normalized(record);
    blocks.add(population.size(), normalized);
    population.add(normalized);
  }

  private void collect(Normalized record, int before, List<Link> links) {
    question++;
    if (seenAt.length < population.size()) {
      seenAt = Arrays.copyOf(seenAt, Math.max(population.size(), 2 * seenAt.length));
    }
    blocks.candidates(
        record,
        other -> {
          if (other < before && seenAt[other] != question) {
            seenAt[other] = question;
            judge(population.get(other), record).ifPresent(links::add);
          }
        });
  }

  private Optional<Link> judge(Normalized a, Normalized b) {
    LinkageModel.Score score = model.score(a, b);
    double bits = score.bits() + LinkageModel.priorBits(population.size(), rule.duplicateShare());
    double probability = 1 / (1 + Math.exp(-bits * Math.log(2)));
    if (probability < rule.review()) {
      return Optional.empty();
    }
    // Two whole and different ID numbers are two persons until somebody says otherwise.
    boolean sure = probability >= rule.merge() && !score.contradicts(Feature.ID_NUMBER);
    return Optional.of(
        new Link(
            a.record().key(),
            b.record().key(),
            probability,
            sure ? Link.Decision.MERGE : Link.Decision.REVIEW,
            score.reasons()));
  }
}

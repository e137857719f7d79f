package org.firebreak.genome.clade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.base.error.DataException;

/**
 * A table of clades and the letters that define them, in the format of augur: tab-separated columns
 * clade, gene, site, alt; a row whose gene is {@code clade} names the parent, whose letters the
 * child inherits.
 *
 * <p>A genome belongs to the deepest clade none of whose letters it contradicts and at least one of
 * whose own letters (or all, if it has a parent whose letters do not suffice) it shows; unknown
 * sites do not contradict. Immutable.
 */
public final class CladeTable {

  private static final String NUCLEOTIDE = "nuc";
  private static final int MOST_PARENTS = 100;

  private final List<Clade> clades;

  private CladeTable(List<Clade> clades) {
    this.clades = clades;
  }

  /**
   * Parses a table.
   *
   * @param file its name in messages
   * @throws DataException naming file and line of what is wrong
   */
  public static CladeTable parse(String file, List<String> lines) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    int number = 0;
    for (String line : lines) {
      number++;
      if (!line.isBlank() && !line.startsWith("#") && number > 1) {
        addRow(file + ", line " + number, line, drafts);
      }
    }
    if (drafts.isEmpty()) {
      throw new DataException(
          "clades-empty", file + ": no clade; expected the columns clade, gene, site, alt");
    }
    List<Clade> clades = new ArrayList<>();
    for (Map.Entry<String, Draft> entry : drafts.entrySet()) {
      clades.add(inherit(file, entry.getKey(), entry.getValue(), drafts));
    }
    return new CladeTable(List.copyOf(clades));
  }

  private static void addRow(String place, String line, Map<String, Draft> drafts) {
    String[] fields = line.split("\t", -1);
    if (fields.length >= 3 && "clade".equals(fields[1])) {
      drafts.computeIfAbsent(fields[0], name -> new Draft()).parent = fields[2].strip();
      return;
    }
    if (fields.length < 4
        || fields[3].strip().length() != 1
        || !fields[2].matches("\\s*\\d+\\s*")) {
      throw new DataException(
          "clade-row", place + ": expected clade, gene, site (a number), alt (one letter)");
    }
    Trait trait =
        new Trait(
            fields[1].strip(),
            Integer.parseInt(fields[2].strip()) - 1,
            Character.toUpperCase(fields[3].strip().charAt(0)));
    drafts.computeIfAbsent(fields[0], name -> new Draft()).traits.add(trait);
  }

  private static Clade inherit(String file, String name, Draft draft, Map<String, Draft> drafts) {
    Map<String, Trait> traits = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> ancestors = new ArrayList<>();
    Draft at = draft;
    String atName = name;
    while (true) {
      if (!seen.add(atName) || seen.size() > MOST_PARENTS) {
        throw new DataException(
            "clade-circle", file + ": the clade " + name + " is its own parent");
      }
      for (Trait trait : at.traits) {
        traits.putIfAbsent(trait.region() + ":" + trait.site(), trait);
      }
      if (at.parent.isEmpty()) {
        return new Clade(name, ancestors, List.copyOf(traits.values()), List.copyOf(draft.traits));
      }
      ancestors.add(at.parent);
      Draft parent = drafts.get(at.parent);
      if (parent == null) {
        throw new DataException(
            "clade-parent", file + ": the clade " + atName + " has an unknown parent " + at.parent);
      }
      atName = at.parent;
      at = parent;
    }
  }

  /** The clade of a genome; empty if it fits none. */
  public Optional<Clade> assign(Letters letters) {
    Clade best = null;
    int bestShown = -1;
    for (Clade clade : clades) {
      int shown = shown(clade, letters);
      if (shown > 0 && (best == null || isBetter(clade, shown, best, bestShown))) {
        best = clade;
        bestShown = shown;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Clade clade, int shown, Clade best, int bestShown) {
    boolean below = clade.ancestors().contains(best.name());
    boolean above = best.ancestors().contains(clade.name());
    return below || (!above && shown > bestShown);
  }

  /** How many traits the genome shows; 0 if it contradicts one or shows none of the clade's own. */
  private static int shown(Clade clade, Letters letters) {
    int shown = 0;
    for (Trait trait : clade.traits()) {
      char letter = letters.at(trait.region(), trait.site());
      if (letter == trait.letter()) {
        shown++;
      } else if (contradicts(trait, letter)) {
        return 0;
      }
    }
    for (Trait trait : clade.own()) {
      if (letters.at(trait.region(), trait.site()) == trait.letter()) {
        return shown;
      }
    }
    return 0;
  }

  /** Unknown and ambiguous letters contradict nothing. */
  private static boolean contradicts(Trait trait, char letter) {
    return trait.isNucleotide() ? "ACGT-".indexOf(letter) >= 0 : letter != 'X';
  }

  public List<Clade> clades() {
    return clades;
  }

  /** Regions named by the table, to be checked against the annotation. */
  public Set<String> regions() {
    Set<String> regions = new HashSet<>();
    clades.forEach(clade -> clade.traits().forEach(trait -> regions.add(trait.region())));
    regions.remove(NUCLEOTIDE);
    return regions;
  }

  /** Looks up a genome's letters. */
  public interface Letters {

    /**
     * The letter at a site.
     *
     * @param region {@code nuc} for nucleotides, else a coding region
     * @param site 0-based position or codon
     * @return N or X where unknown
     */
    char at(String region, int site);
  }

  /**
   * One defining letter.
   *
   * @param region {@code nuc} or a coding region
   * @param site 0-based position or codon
   */
  public record Trait(String region, int site, char letter) {

    public boolean isNucleotide() {
      return NUCLEOTIDE.equals(region);
    }
  }

  /**
   * A clade.
   *
   * @param ancestors parent first
   * @param traits own and inherited
   * @param own its own rows of the table
   */
  public record Clade(String name, List<String> ancestors, List<Trait> traits, List<Trait> own) {

    /** A clade of which only the name is known. */
    public static Clade named(String name) {
      return new Clade(name, List.of(), List.of(), List.of());
    }

    public Clade {
      ancestors = List.copyOf(ancestors);
    }
  }

  private static final class Draft {
    private String parent = "";
    private final List<Trait> traits = new ArrayList<>();
  }
}

package org.firebreak.intake.region;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the region that a row means by codes and names from country to district.
 *
 * <p>A code of the region itself decides. Else the levels are walked downwards, each looked for
 * within the one above; a level that is not found is kept under the one above as {@code
 * parent/name}. A code of China whose level was never loaded is trusted for its structure.
 */
public final class RegionFinder {

  private static final int LEVELS = 4;
  private static final int NAME_LENGTH_MAX = 100;

  private final RegionDirectory directory;

  public RegionFinder(RegionDirectory directory) {
    this.directory = directory;
  }

  /**
   * What was found.
   *
   * @param code code of the region, or {@code parent/name} where a name is not known
   * @param region the region, if it is in the directory
   * @param unknownName the name or code that is not known, null if all are
   * @param differingName a name that is not the code's, null if it fits or there is no code
   */
  public record Result(
      String code,
      Optional<Region> region,
      @Nullable String unknownName,
      @Nullable String differingName) {}

  /**
   * Finds the region of a row.
   *
   * @param ownCode code of the region itself, empty if the row has none
   * @param levels from index 1 on: code and name of country, first, second and third level; empty
   *     where there is none
   * @param ownName name or code of the region itself at any level, empty if there is none
   */
  public Result find(String ownCode, String[] levels, String ownName) {
    Walk walk = new Walk();
    if (!ownCode.isEmpty() && walk.own(ownCode, levels, ownName)) {
      return walk.result();
    }
    for (int level = 0; level < LEVELS; level++) {
      walk.step(levels[1 + 2 * level], levels[2 + 2 * level], level);
    }
    if (!ownName.isEmpty()) {
      walk.last(ownName);
    }
    if (!ownCode.isEmpty()) {
      walk.keepUnlessFound(ownCode);
    }
    return walk.result();
  }

  /** One walk down the levels. */
  private final class Walk {

    private @Nullable Region at;
    private String code = "";
    private @Nullable String unknown;
    private @Nullable String differing;

    Result result() {
      return new Result(
          code, unknown == null ? Optional.ofNullable(at) : Optional.empty(), unknown, differing);
    }

    /**
     * The code of the region itself, if it is known or can be trusted for its structure; only a
     * name of its own level can contradict it.
     */
    boolean own(String givenCode, String[] levels, String ownName) {
      Optional<Region> byCode = directory.findByCode(bareNumber(givenCode));
      if (byCode.isPresent()) {
        int level = byCode.get().level();
        String name = level < LEVELS ? levels[2 + 2 * level] : "";
        step(givenCode, ownName.isEmpty() ? name : ownName, level);
        return true;
      }
      if (isTrusted(bareNumber(givenCode))) {
        code = bareNumber(givenCode);
        return true;
      }
      return false;
    }

    /** A code that is not known says more than the country above it, less than a name found. */
    void keepUnlessFound(String givenCode) {
      Region found = at;
      if (unknown == null && (found == null || found.level() == 0)) {
        keep(givenCode);
      }
    }

    void step(String givenCode, String name, int level) {
      if (!givenCode.isEmpty()) {
        Optional<Region> byCode = directory.findByCode(bareNumber(givenCode));
        if (byCode.isPresent()) {
          enter(byCode.get());
          differing = name.isEmpty() || isNameOf(name, byCode.get()) ? differing : name;
          return;
        }
        if (name.isEmpty() || findName(name, level).isEmpty()) {
          trustOrKeep(bareNumber(givenCode), name);
          return;
        }
      }
      if (!name.isEmpty()) {
        Optional<Region> byName = findName(name, level);
        if (byName.isPresent()) {
          enter(byName.get());
        } else {
          keep(name);
        }
      }
    }

    /** Spreadsheets turn codes into numbers such as 420000.0. */
    private String bareNumber(String text) {
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void enter(Region region) {
      at = region;
      code = region.code();
      unknown = null;
    }

    private Optional<Region> findName(String name, int level) {
      Region above = at;
      if (unknown != null) {
        return Optional.empty();
      }
      if (above == null) {
        return directory.findByName(name, null).or(() -> directory.findByCode(name));
      }
      Optional<Region> within = directory.findByName(name, above.code());
      if (within.isPresent()) {
        return within;
      }
      if (isSameAs(name, above)) {
        return Optional.of(above);
      }
      // Territories are listed under a state by some sources and as countries by ISO 3166.
      Optional<Region> anywhere = level == 1 ? directory.findByName(name, null) : Optional.empty();
      return anywhere.filter(region -> region.level() == 0);
    }

    /**
     * Whether a level repeats the one above, as municipalities do; the city of Jilin in the
     * province of Jilin does not.
     */
    private boolean isSameAs(String name, Region above) {
      String full = RegionNames.full(name);
      boolean municipality = above.nameZh().endsWith("市");
      return full.equals(RegionNames.full(above.nameEn()))
          || full.equals(RegionNames.full(above.nameZh()))
          || (municipality && isNameOf(name, above));
    }

    private boolean isNameOf(String name, Region region) {
      String full = RegionNames.full(name);
      String stem = RegionNames.stem(name);
      if (fits(region.nameEn(), full, stem) || fits(region.nameZh(), full, stem)) {
        return true;
      }
      return region.aliases().stream().anyMatch(alias -> fits(alias, full, stem));
    }

    private boolean fits(String name, String full, String stem) {
      return !name.isBlank()
          && (RegionNames.full(name).equals(full) || RegionNames.stem(name).equals(stem));
    }

    private void trustOrKeep(String givenCode, String name) {
      if (isTrusted(givenCode)) {
        code = givenCode;
        at = null;
      } else {
        keep(name.isEmpty() ? givenCode : name);
      }
    }

    private boolean isTrusted(String givenCode) {
      return ChinaCodes.isChinese(givenCode)
          && directory.findByCode(givenCode.substring(0, 2) + "0000").isPresent()
          && isLevelUnloaded(givenCode);
    }

    private boolean isLevelUnloaded(String givenCode) {
      int level = ChinaCodes.level(givenCode);
      return directory.listChildren(givenCode.substring(0, 2) + "0000").stream()
          .noneMatch(child -> child.level() == level);
    }

    private void keep(String name) {
      String shortName =
          name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
      String clean = shortName.replace('/', '-').strip();
      unknown = unknown == null ? name : unknown + ", " + name;
      code = code.isEmpty() ? "?/" + clean : code + "/" + clean;
    }

    /** A name of any level; {@code Wuhan, Hubei, China} is read from the right. */
    void last(String name) {
      Optional<Region> whole = unknown != null ? Optional.empty() : findAnywhere(name);
      if (whole.isPresent()) {
        enter(whole.get());
        return;
      }
      String[] parts = name.split("[,，]", -1);
      if (parts.length == 1 || at != null) {
        keep(name);
        return;
      }
      for (int i = parts.length - 1; i >= 0; i--) {
        String part = parts[i].strip();
        if (!part.isEmpty()) {
          step("", part, parts.length - 1 - i);
        }
      }
    }

    private Optional<Region> findAnywhere(String name) {
      Region above = at;
      if (above == null) {
        return directory.findByCode(name).or(() -> directory.findByName(name, null));
      }
      return findName(name, 1);
    }
  }
}

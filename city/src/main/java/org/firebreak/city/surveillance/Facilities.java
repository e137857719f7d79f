package org.firebreak.city.surveillance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.city.output.CsvFile;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Geography;
import org.firebreak.city.region.Region;
import org.firebreak.city.region.RegionTree;
import org.locationtech.jts.geom.Coordinate;

/**
 * Hospitals, fever clinics and health centres of a province: every district has one hospital, one
 * fever clinic and health centres by population; the first hospital of a city is designated.
 * Immutable.
 */
public final class Facilities {

  private static final long PURPOSE = Keys.purpose("surveillance.facilities");
  private static final int PEOPLE_PER_CENTRE = 60_000;
  private static final double BEDS_PER_PERSON = 0.0045;
  private static final String[] HOURS = {
    "24小时",
    "全天24小时开诊",
    "周一至周五 8:00-17:00",
    "8:00-12:00，14:00-17:30",
    "工作日8：00—20：00，周末8：00—12：00",
    "Mon-Fri 08:00-17:00; Sat 08:00-12:00",
    "夏季8:00-12:00 14:30-18:00；冬季8:00-12:00 14:00-17:30",
    "(开诊时间:24小时)",
    "上午8时至下午5时",
    ""
  };

  private final List<Facility> all = new ArrayList<>();
  private final Map<String, List<Facility>> hospitalsByCity = new LinkedHashMap<>();

  public Facilities(RegionTree tree, Geography geography, long seed) {
    Map<String, Integer> ordinal = new LinkedHashMap<>();
    for (Region leaf : tree.leaves()) {
      Region city = tree.cityOf(leaf);
      long key = Keys.of(PURPOSE, seed, tree.leafIndex(leaf));
      Draws draws = new Draws(key);
      int number = ordinal.merge(city.code(), 1, Integer::sum);
      boolean first = number == 1;
      int beds =
          (int) Math.max(20, leaf.population() * BEDS_PER_PERSON * (0.7 + 0.6 * draws.unit()));
      String hospital = city.nameZh() + "第" + number + "人民医院";
      Facility added =
          add("hospital", hospital, first ? "三级甲等" : "二级甲等", first, leaf, beds, geography, draws);
      hospitalsByCity.computeIfAbsent(city.code(), k -> new ArrayList<>()).add(added);
      add("fever_clinic", hospital + "发热门诊", "", first, leaf, 10, geography, draws);
      long centres = Math.min(12, leaf.population() / PEOPLE_PER_CENTRE);
      for (int c = 1; c <= centres; c++) {
        String name = leaf.nameZh() + "第" + c + "社区卫生服务中心";
        boolean fever = draws.chance(0.3);
        add(fever ? "fever_clinic" : "health_centre", name, "", false, leaf, 0, geography, draws);
      }
    }
  }

  private Facility add(
      String kind,
      String name,
      String level,
      boolean designated,
      Region leaf,
      int beds,
      Geography geography,
      Draws draws) {
    Coordinate at = geography.pointIn(leaf, Keys.of(PURPOSE, all.size(), draws.below(1 << 30)));
    String hours = kind.equals("hospital") ? "24小时" : HOURS[draws.below(HOURS.length)];
    Facility facility =
        new Facility(
            "F-%04d".formatted(all.size() + 1),
            name,
            kind,
            level,
            designated,
            leaf,
            at.x,
            at.y,
            hours,
            beds,
            "0610-%08d".formatted(20_000_000 + draws.below(60_000_000)));
    all.add(facility);
    return facility;
  }

  public List<Facility> all() {
    return List.copyOf(all);
  }

  /** A hospital of a city, by chance. */
  Facility hospitalOf(Region city, Draws draws) {
    List<Facility> hospitals = hospitalsByCity.getOrDefault(city.code(), List.of());
    return draws.chance(0.5) ? hospitals.getFirst() : hospitals.get(draws.below(hospitals.size()));
  }

  /** Columns of the standard {@code facility}. */
  public static List<String> header() {
    return List.of(
        "facility_id",
        "name",
        "kind",
        "level",
        "designated",
        "region_code",
        "longitude",
        "latitude",
        "opening_hours",
        "beds",
        "phone");
  }

  /** Writes all facilities under {@link #header()}. */
  public void write(CsvFile file) {
    for (Facility f : all) {
      file.row(
          f.id(),
          f.name(),
          f.kind(),
          f.level(),
          f.designated() ? "yes" : "no",
          f.region().code(),
          String.format(Locale.ROOT, "%.6f", f.longitude()),
          String.format(Locale.ROOT, "%.6f", f.latitude()),
          f.openingHours(),
          f.beds() == 0 ? "" : f.beds(),
          f.phone());
    }
  }
}

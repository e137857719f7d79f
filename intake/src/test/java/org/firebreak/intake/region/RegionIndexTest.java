package org.firebreak.intake.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionIndexTest {

  private static final RegionIndex REGIONS =
      WorldRegions.shipped()
          .with(
              List.of(
                  region("420100", 2, "420000", "Wuhan", "武汉市"),
                  region("220200", 2, "220000", "Jilin", "吉林市"),
                  region("422800", 2, "420000", "", "恩施土家族苗族自治州"),
                  region("110105", 3, "110100", "Chaoyang", "朝阳区"),
                  region("211300", 2, "210000", "Chaoyang", "朝阳市")));

  private static Region region(
      String code, int level, @Nullable String parent, String en, String zh) {
    return new Region(code, level, parent, en, zh, List.of(), null, null, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Korea, South|KR",
        "Taiwan*|TW",
        "US|US",
        "Congo (Brazzaville)|CG",
        "Congo (Kinshasa)|CD",
        "Cote d'Ivoire|CI",
        "Burma|MM",
        "Holy See|VA",
        "West Bank and Gaza|PS",
        "Czechia|CZ",
        "Mainland China|CN",
        "Iran (Islamic Republic of)|IR",
        "The Bahamas|BS",
        "Turkey|TR",
        "美国|US",
        "中国|CN",
        "Hubei|420000",
        "湖北|420000",
        "湖北省|420000",
        "Hubei Province|420000",
        "内蒙古|150000",
        "广西壮族自治区|450000",
        "广西|450000",
        "武汉|420100",
        "武汉市|420100",
        "wuhan|420100",
        "恩施州|422800",
        "恩施|422800",
        "Bosnia and Herzegovina|BA",
        "Kosovo|XK"
      })
  void findsByName(String name, String code) {
    assertEquals(code, REGIONS.findByName(name, null).orElseThrow().code());
  }

  @Test
  void looksWithinARegion() {
    assertEquals("211300", REGIONS.findByName("朝阳", "210000").orElseThrow().code());
    assertEquals("110105", REGIONS.findByName("朝阳", "110000").orElseThrow().code());
    assertTrue(REGIONS.findByName("朝阳", "420000").isEmpty());
  }

  @Test
  void findsByAnyIsoCode() {
    for (String code : List.of("CN", "cn", "CHN", "156")) {
      assertEquals("CN", REGIONS.findByCode(code).orElseThrow().code());
    }
    assertEquals("420000", REGIONS.findByCode("CN-HB").orElseThrow().code());
  }

  @Test
  void everyIsoCountryIsThereWithBothNames() {
    for (String code : java.util.Locale.getISOCountries()) {
      Region region = REGIONS.findByCode(code).orElseThrow();
      assertEquals(0, region.level());
      assertTrue(!region.nameEn().isBlank() && !region.nameZh().isBlank());
    }
    assertEquals(34, WorldRegions.shipped().listChildren("CN").size());
  }

  private static RegionFinder.Result find(String... levels) {
    String[] all = new String[10];
    java.util.Arrays.fill(all, "");
    System.arraycopy(levels, 0, all, 1, levels.length);
    return new RegionFinder(REGIONS).find("", all, "");
  }

  @Test
  void keepsUnknownNamesUnderTheirParent() {
    RegionFinder.Result result = find("", "China", "", "湖北省", "", "待明确地区");
    assertEquals("420000/待明确地区", result.code());
    assertEquals("待明确地区", result.unknownName());
  }

  @Test
  void cityOfTheProvincesNameIsNotTheProvince() {
    assertEquals("220200", find("", "CN", "", "吉林省", "", "吉林市").code());
    RegionFinder shippedOnly = new RegionFinder(WorldRegions.shipped());
    String[] levels = {"", "", "CN", "220000", "吉林省", "220200", "吉林市", "", "", ""};
    assertEquals("220200", shippedOnly.find("", levels, "").code());
  }

  @Test
  void territoriesOfAStateAreThemselves() {
    assertEquals("GL", find("", "Denmark", "", "Greenland").code());
    assertEquals("810000", find("", "China", "", "Hong Kong").code());
  }

  @Test
  void nameThatContradictsItsCodeIsTold() {
    RegionFinder.Result result = find("", "CN", "420000", "Hunan");
    assertEquals("420000", result.code());
    assertEquals("Hunan", result.differingName());
  }
}

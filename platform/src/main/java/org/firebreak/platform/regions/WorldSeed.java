package org.firebreak.platform.regions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.intake.region.WorldRegions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the countries of the world with their outlines, and the provinces of China, into an empty
 * tree at the first start.
 *
 * <p>Outlines: Natural Earth, public domain, from the npm package world-atlas, packed with the
 * console.
 */
@Component
class WorldSeed implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(WorldSeed.class);
  private static final String OUTLINES = "/geo/countries-50m.json";
  private static final String SCHEME = "iso3166";

  private final Regions regions;

  WorldSeed(Regions regions) {
    this.regions = regions;
  }

  private static void addBelow(
      @Nullable String parent, List<org.firebreak.intake.region.Region> all) {
    for (org.firebreak.intake.region.Region region : WorldRegions.shipped().listChildren(parent)) {
      all.add(region);
      addBelow(region.code(), all);
    }
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    if (regions.findRegion("CN").isPresent()) {
      return;
    }
    List<org.firebreak.intake.region.Region> shipped = new ArrayList<>();
    addBelow(null, shipped);
    regions.mergeRegions(shipped, SCHEME);
    try (InputStream outlines = WorldSeed.class.getResourceAsStream(OUTLINES)) {
      if (outlines == null) {
        log.warn("the outlines of countries are not there; maps of the world stay empty");
        return;
      }
      String json = new String(outlines.readAllBytes(), StandardCharsets.UTF_8);
      Regions.LoadedGeometry loaded = regions.loadGeometry(json, null);
      log.info(
          "countries: {} outlines, {} areas without a country",
          loaded.loaded(),
          loaded.unmatched().size());
    }
  }
}

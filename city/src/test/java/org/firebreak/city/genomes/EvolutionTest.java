package org.firebreak.city.genomes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.epidemic.Infection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EvolutionTest {

  private static final long SEED = 11;
  private static final Virus VIRUS = Virus.of(SEED);

  private static City city;
  private static Evolution evolution;

  @BeforeAll
  static void generate() {
    city =
        City.generate(
            CityParameters.fictitious(SEED, 80_000, 70, CityParameters.DEFAULT_END), day -> {});
    evolution = new Evolution(VIRUS, city.epidemic().infections(), 70, SEED);
  }

  private static int apart(List<Evolution.Change> a, List<Evolution.Change> b) {
    Set<String> one = new HashSet<>();
    a.forEach(change -> one.add(change.position() + "" + change.to()));
    Set<String> other = new HashSet<>();
    b.forEach(change -> other.add(change.position() + "" + change.to()));
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return one.size() + other.size() - 2 * both.size();
  }

  @Test
  void genesAreReadFromStartToStopWithoutAStopBetween() {
    assertEquals(7, VIRUS.genes().size());
    for (Virus.Gene gene : VIRUS.genes()) {
      assertEquals(0, (gene.end() - gene.start()) % 3, gene.name());
      for (int at = gene.start(); at < gene.end(); at += 3) {
        String codon = "" + VIRUS.base(at) + VIRUS.base(at + 1) + VIRUS.base(at + 2);
        assertEquals(at == gene.end() - 3, Codons.acid(codon) == '*', gene.name() + " " + at);
        assertTrue(at > gene.start() || "ATG".equals(codon), gene.name());
      }
    }
    assertArrayEquals(VIRUS.copy(), Virus.of(SEED).copy(), "the same seed, the same virus");
  }

  @Test
  void whoeverIsInfectedCarriesTheGenomeOfThatMinute() {
    List<Infection> infections = city.epidemic().infections();
    int pairs = 0;
    for (Infection infection : infections) {
      if (!infection.imported()) {
        double then = Evolution.moment(infection);
        Infection infector = infections.get(infection.infector());
        assertEquals(
            evolution.differences(infector, then),
            evolution.differences(infection, then),
            "infection " + infection.index());
        pairs++;
      }
    }
    assertTrue(pairs > 100, "pairs: " + pairs);
  }

  @Test
  void substitutionsComeAtTheStatedRate() {
    double perDay = Evolution.RATE_PER_YEAR * VIRUS.length() / 365.25;
    double days = 0;
    int changes = 0;
    for (Infection infection : city.epidemic().infections()) {
      double then = Evolution.moment(infection);
      changes +=
          apart(
              evolution.differences(infection, then), evolution.differences(infection, then + 20));
      days += 20;
    }
    double seen = changes / days / perDay;
    assertEquals(1, seen, 0.08 + 4 / Math.sqrt(perDay * days), "share of the stated rate");
  }

  @Test
  void noGenomeHasANewStop() {
    for (Infection infection : city.epidemic().infections()) {
      byte[] letters = VIRUS.copy();
      evolution
          .differences(infection, Evolution.moment(infection) + 10)
          .forEach(change -> letters[change.position()] = (byte) change.to());
      for (Virus.Gene gene : VIRUS.genes()) {
        for (int at = gene.start(); at < gene.end() - 3; at += 3) {
          assertFalse(
              Virus.isStop(
                  "" + (char) letters[at] + (char) letters[at + 1] + (char) letters[at + 2]),
              gene.name() + " " + at);
        }
      }
    }
  }

  @Test
  void lineagesAreNestedAsTheirNamesSay() {
    List<List<Evolution.Change>> genomes =
        city.epidemic().infections().stream()
            .map(i -> evolution.differences(i, Evolution.moment(i) + 5))
            .toList();
    List<Lineages.Lineage> lineages = new Lineages(genomes).list();
    assertTrue(lineages.size() >= 2, "lineages: " + lineages);
    for (Lineages.Lineage lineage : lineages) {
      assertTrue(
          lineage.parent().isEmpty() || lineage.name().startsWith(lineage.parent() + "."),
          lineage.toString());
    }
  }
}

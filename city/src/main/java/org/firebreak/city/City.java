package org.firebreak.city;

import java.util.function.IntConsumer;
import org.firebreak.city.epidemic.Epidemic;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.people.People;
import org.firebreak.city.region.Geography;
import org.firebreak.city.surveillance.Facilities;
import org.firebreak.city.surveillance.Surveillance;

/**
 * A synthetic province, its people, an epidemic among them with known truth, and what the authority
 * sees of it. Everything follows from the parameters. Safe for reading by several threads.
 */
public final class City {

  private final CityParameters parameters;
  private final Geography geography;
  private final People people;
  private final Timeline timeline;
  private final Life life;
  private final Epidemic epidemic;
  private final Surveillance surveillance;
  private final Facilities facilities;

  private City(CityParameters parameters, IntConsumer progress) {
    long seed = parameters.seed();
    this.parameters = parameters;
    this.geography = new Geography(parameters.regions(), seed);
    this.people = new People(parameters.regions(), seed);
    this.timeline = new Timeline(parameters.start(), parameters.days());
    this.life = new Life(people, timeline, seed);
    this.epidemic = Epidemic.run(life, parameters.epidemic(), seed, progress);
    this.surveillance = new Surveillance(epidemic, people, parameters.days(), seed);
    this.facilities = new Facilities(parameters.regions(), geography, seed);
  }

  /**
   * Builds the province and lives through the epidemic.
   *
   * @param progress told each day when it is over
   */
  public static City generate(CityParameters parameters, IntConsumer progress) {
    return new City(parameters, progress);
  }

  public CityParameters parameters() {
    return parameters;
  }

  public Geography geography() {
    return geography;
  }

  public People people() {
    return people;
  }

  public Timeline timeline() {
    return timeline;
  }

  public Life life() {
    return life;
  }

  public Epidemic epidemic() {
    return epidemic;
  }

  public Surveillance surveillance() {
    return surveillance;
  }

  public Facilities facilities() {
    return facilities;
  }
}

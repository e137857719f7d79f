package org.firebreak.cli.genome;

import java.util.Locale;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.fold.format.Json;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
import org.firebreak.genome.fold.partition.BasePairs;
import org.firebreak.genome.fold.partition.MaximumExpectedAccuracy;

/**
 * What is printed of an ensemble: its free energy, the propensity of each base, the centroid, the
 * structure of maximum expected accuracy.
 *
 * @param gamma weight of pairs in the structure of maximum expected accuracy, 0 = not wanted
 * @param leastProbability pairs below are not listed
 */
record EnsembleText(EnergyModel model, double gamma, double leastProbability) {

  private static final double LIKELY = 2 / 3.0;

  /** Lines after those of the record, in the manner of the field's programs. */
  String lines(RnaSequence sequence, Fold fold, BasePairs pairs) {
    StringBuilder lines = new StringBuilder();
    lines.append(
        String.format(Locale.ROOT, "%s [%6.2f]%n", propensity(pairs), pairs.ensembleKcal()));
    Structure centroid = pairs.centroid();
    lines.append(
        String.format(
            Locale.ROOT,
            "%s {%s d=%.2f}%n",
            centroid.dotBracket(),
            energy(sequence, centroid),
            pairs.distance(centroid)));
    if (gamma > 0) {
      MaximumExpectedAccuracy.Result mea = MaximumExpectedAccuracy.of(pairs, gamma);
      lines.append(
          String.format(
              Locale.ROOT,
              "%s {%s MEA=%.2f}%n",
              mea.structure().dotBracket(),
              energy(sequence, mea.structure()),
              mea.accuracy()));
    }
    lines.append(
        String.format(
            Locale.ROOT,
            " frequency of the minimum in the ensemble %.6g; ensemble diversity %.2f%n",
            pairs.frequency(fold.energy()),
            pairs.diversity()));
    return lines.toString();
  }

  /** Members of a JSON object. */
  String json(RnaSequence sequence, Fold fold, BasePairs pairs) {
    StringBuilder json = new StringBuilder();
    Structure centroid = pairs.centroid();
    json.append(
        String.format(
            Locale.ROOT,
            "\"ensemble_kcal\":%.5f,\"mfe_frequency\":%.6g,\"diversity\":%.4f",
            pairs.ensembleKcal(),
            pairs.frequency(fold.energy()),
            pairs.diversity()));
    json.append(
        String.format(
            Locale.ROOT,
            ",\"centroid\":{\"structure\":%s,\"energy_kcal\":%s,\"distance\":%.4f}",
            Json.quote(centroid.dotBracket()),
            energy(sequence, centroid),
            pairs.distance(centroid)));
    if (gamma > 0) {
      MaximumExpectedAccuracy.Result mea = MaximumExpectedAccuracy.of(pairs, gamma);
      json.append(
          String.format(
              Locale.ROOT,
              ",\"mea\":{\"structure\":%s,\"energy_kcal\":%s,\"accuracy\":%.4f}",
              Json.quote(mea.structure().dotBracket()),
              energy(sequence, mea.structure()),
              mea.accuracy()));
    }
    json.append(",\"pairs\":[");
    String separator = "";
    for (int a = 0; a < pairs.size(); a++) {
      if (pairs.probability()[a] >= leastProbability) {
        json.append(
            String.format(
                Locale.ROOT,
                "%s[%d,%d,%.6f]",
                separator,
                pairs.left()[a] + 1,
                pairs.right()[a] + 1,
                pairs.probability()[a]));
        separator = ",";
      }
    }
    return json.append(']').toString();
  }

  /** Rows of the table of pairs. */
  String rows(String id, BasePairs pairs) {
    StringBuilder rows = new StringBuilder();
    for (int a = 0; a < pairs.size(); a++) {
      if (pairs.probability()[a] >= leastProbability) {
        rows.append(id).append('\t').append(pairs.left()[a] + 1).append('\t');
        rows.append(pairs.right()[a] + 1).append('\t');
        rows.append(String.format(Locale.ROOT, "%.6f%n", pairs.probability()[a]));
      }
    }
    return rows.toString();
  }

  /** Such a structure need not be possible for the model: a long loop has no energy. */
  private String energy(RnaSequence sequence, Structure structure) {
    try {
      int energy = StructureEnergy.of(model, sequence, structure).energy();
      return String.format(Locale.ROOT, "%.2f", energy / 100.0);
    } catch (DataException e) {
      return "null";
    }
  }

  /**
   * One character a base: brackets where a partner on that side has more than 2/3, braces above
   * 1/3, '|' where both sides together have, '.' where unpaired has more than 2/3, ',' else.
   */
  private static String propensity(BasePairs pairs) {
    double[] later = new double[pairs.length()];
    double[] earlier = new double[pairs.length()];
    for (int a = 0; a < pairs.size(); a++) {
      later[pairs.left()[a]] += pairs.probability()[a];
      earlier[pairs.right()[a]] += pairs.probability()[a];
    }
    StringBuilder text = new StringBuilder(pairs.length());
    for (int i = 0; i < pairs.length(); i++) {
      text.append(propensity(later[i], earlier[i]));
    }
    return text.toString();
  }

  private static char propensity(double open, double close) {
    if (1 - open - close > LIKELY) {
      return '.';
    }
    if (open > LIKELY) {
      return '(';
    }
    if (close > LIKELY) {
      return ')';
    }
    if (open + close <= LIKELY) {
      return ',';
    }
    return open > 2 * close ? '{' : close > 2 * open ? '}' : '|';
  }
}

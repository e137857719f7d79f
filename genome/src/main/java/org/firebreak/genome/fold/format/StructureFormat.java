package org.firebreak.genome.fold.format;

import java.util.Locale;
import org.firebreak.genome.fold.model.Structure;

/** Structures as text, in the formats of the field. Positions in files count from 1. */
public enum StructureFormat {
  /** Header, sequence, dots and brackets with the energy in kcal/mol, as RNAfold prints it. */
  DBN {
    @Override
    public String write(FoldedRecord record) {
      return ">%s\n%s\n%s %s\n"
          .formatted(
              record.id(),
              record.sequence().letters(),
              record.fold().structure().dotBracket(),
              energy(record.fold().energy()));
    }
  },
  /** Connectivity table: index, base, previous, next, partner (0 = none), index. */
  CT {
    @Override
    public String write(FoldedRecord record) {
      Structure structure = record.fold().structure();
      int n = structure.length();
      StringBuilder text = new StringBuilder(24 * n + 64);
      text.append(
          String.format(
              Locale.ROOT, "%d\tENERGY = %.2f\t%s%n", n, record.fold().kcal(), record.id()));
      for (int i = 1; i <= n; i++) {
        text.append(i).append('\t').append(record.sequence().letters().charAt(i - 1));
        text.append('\t').append(i - 1).append('\t').append(i < n ? i + 1 : 0);
        text.append('\t').append(structure.partner(i - 1) + 1).append('\t').append(i).append('\n');
      }
      return text.toString();
    }
  },
  /** Index, base, partner (0 = none), after comment lines with name and energy. */
  BPSEQ {
    @Override
    public String write(FoldedRecord record) {
      Structure structure = record.fold().structure();
      StringBuilder text = new StringBuilder(16 * structure.length() + 64);
      text.append("# ").append(record.id()).append('\n');
      text.append(String.format(Locale.ROOT, "# energy %.2f kcal/mol%n", record.fold().kcal()));
      for (int i = 1; i <= structure.length(); i++) {
        text.append(i).append(' ').append(record.sequence().letters().charAt(i - 1));
        text.append(' ').append(structure.partner(i - 1) + 1).append('\n');
      }
      return text.toString();
    }
  },
  /** One JSON object on a line. */
  JSON {
    @Override
    public String write(FoldedRecord record) {
      return String.format(
          Locale.ROOT,
          "{\"id\":%s,\"length\":%d,\"sequence\":\"%s\",\"structure\":\"%s\",\"energy_kcal\":%.2f}%n",
          Json.quote(record.id()),
          record.sequence().length(),
          record.sequence().letters(),
          record.fold().structure().dotBracket(),
          record.fold().kcal());
    }
  };

  /** The record as text, ending with a line end. */
  public abstract String write(FoldedRecord record);

  /** An energy in parentheses, in kcal/mol, at least six characters wide. */
  public static String energy(int energy) {
    return String.format(Locale.ROOT, "(%6.2f)", energy / 100.0);
  }
}

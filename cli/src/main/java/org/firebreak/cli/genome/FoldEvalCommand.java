package org.firebreak.cli.genome;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.format.Json;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Loop;
import org.firebreak.genome.fold.model.Pair;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
import picocli.CommandLine;

/** {@code firebreak fold-eval}: the energy of given structures, loop by loop. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description = {
      "Evaluates structures: the file holds, for each record, an optional '>name' line, a sequence"
          + " line and a structure line (what follows the structure is ignored, so the output of"
          + " fold can be read back). Prints every loop with its energy in 0.01 kcal/mol, then"
          + " sequence, structure and total in kcal/mol."
    },
    footer = {
      "",
      "Exit status: 0 all records evaluated, 3 some refused (told on standard error), 2 none."
    })
public final class FoldEvalCommand implements Callable<Integer> {

  private static final int EXIT_SOME_REFUSED = 3;

  @CommandLine.Option(
      names = "--dangles",
      defaultValue = "2",
      description = "unpaired neighbours of branches: 0 or 2 (${DEFAULT-VALUE})")
  private int dangles;

  @CommandLine.Option(names = "--total", description = "print the totals only")
  private boolean totalOnly;

  @CommandLine.Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @CommandLine.Parameters(paramLabel = "FILE", description = "name, sequence, structure lines")
  private Path file = Path.of("");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private long line;
  private int evaluated;
  private int refused;

  @Override
  public Integer call() {
    EnergyModel model = EnergyModel.turner2004(Dangles.of(dangles));
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      String name = "";
      for (String text = next(reader); text != null; text = next(reader)) {
        if (text.startsWith(">")) {
          name = text.substring(1).strip();
          continue;
        }
        String structure = next(reader);
        evaluate(model, name, text, structure == null ? "" : structure.split("\\s", 2)[0]);
        name = "";
      }
    } catch (NoSuchFileException e) {
      throw new UserException("file-unreadable", file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException("file-unreadable", file + ": cannot be read: " + e.getMessage(), e);
    }
    spec.commandLine().getOut().flush();
    if (evaluated == 0) {
      throw new DataException("no-structure", file + ": holds no structure that can be evaluated");
    }
    return refused == 0 ? 0 : EXIT_SOME_REFUSED;
  }

  private @org.jspecify.annotations.Nullable String next(BufferedReader reader) throws IOException {
    String text;
    do {
      text = reader.readLine();
      line++;
    } while (text != null && text.isBlank());
    return text == null ? null : text.strip();
  }

  private void evaluate(EnergyModel model, String name, String letters, String brackets) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      RnaSequence sequence = RnaSequence.of(letters);
      Structure structure = Structure.parse(brackets);
      StructureEnergy energy = StructureEnergy.of(model, sequence, structure);
      out.print(
          json
              ? asJson(name, sequence, structure, energy)
              : asText(name, sequence, structure, energy));
      evaluated++;
    } catch (DataException e) {
      refused++;
      spec.commandLine()
          .getErr()
          .printf(
              "firebreak: %s, line %d, record %d%s: %s%n",
              file,
              line,
              evaluated + refused,
              name.isEmpty() ? "" : " (" + name + ")",
              e.getMessage());
    }
  }

  private String asText(
      String name, RnaSequence sequence, Structure structure, StructureEnergy energy) {
    StringBuilder text = new StringBuilder();
    if (!name.isEmpty()) {
      text.append('>').append(name).append('\n');
    }
    if (!totalOnly) {
      energy.loops().forEach(loop -> text.append(describe(sequence, loop)).append('\n'));
    }
    text.append(sequence.letters()).append('\n');
    text.append(structure.dotBracket()).append(' ');
    return text.append(StructureFormat.energy(energy.energy())).append('\n').toString();
  }

  private static String describe(RnaSequence s, Loop loop) {
    String closing =
        loop.i() < 0
            ? ""
            : "(%3d,%3d) %s".formatted(loop.i() + 1, loop.j() + 1, pair(s, loop.i(), loop.j()));
    return switch (loop.kind()) {
      case EXTERNAL -> "External loop                           : %5d".formatted(loop.energy());
      case HAIRPIN -> "Hairpin  loop %s              : %5d".formatted(closing, loop.energy());
      case MULTI -> "Multi    loop %s              : %5d".formatted(closing, loop.energy());
      case INTERIOR ->
          "Interior loop %s; (%3d,%3d) %s: %5d"
              .formatted(
                  closing, loop.p() + 1, loop.q() + 1, pair(s, loop.p(), loop.q()), loop.energy());
    };
  }

  private static String pair(RnaSequence s, int i, int j) {
    return Pair.name(Pair.kind(s.code(i), s.code(j)));
  }

  private static String asJson(
      String name, RnaSequence sequence, Structure structure, StructureEnergy energy) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "{\"id\":%s,\"sequence\":\"%s\",\"structure\":\"%s\",\"energy_kcal\":%.2f,\"loops\":[",
            Json.quote(name),
            sequence.letters(),
            structure.dotBracket(),
            energy.energy() / 100.0));
    String separator = "";
    for (Loop loop : energy.loops()) {
      text.append(separator)
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"kind\":\"%s\",\"i\":%d,\"j\":%d,\"p\":%d,\"q\":%d,\"energy_kcal\":%.2f}",
                  loop.kind().name().toLowerCase(Locale.ROOT),
                  loop.i() + 1,
                  loop.j() + 1,
                  loop.p() + 1,
                  loop.q() + 1,
                  loop.energy() / 100.0));
      separator = ",";
    }
    return text.append("]}\n").toString();
  }
}

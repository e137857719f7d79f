package org.firebreak.epidemic.forecast;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The confirmed cases of Johns Hopkins, one line per country, from a wide CSV file. */
public final class JhuPanel {

  private JhuPanel() {}

  public static Panel load() {
    Path path = ForecastGold.shared("gold/epidemic/data/jhu_country_confirmed_wide.csv");
    List<String> rows = ForecastGold.lines(path);
    long first = LocalDate.parse(rows.getFirst().split(",", -1)[1]).toEpochDay();
    List<Panel.Line> lines = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      int end = row.startsWith("\"") ? row.indexOf('"', 1) + 1 : row.indexOf(',');
      double[] values =
          Arrays.stream(row.substring(end + 1).split(",", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      lines.add(new Panel.Line(row.substring(0, end).replace("\"", ""), first, values));
    }
    return new Panel(lines, 7, Measure.CUMULATIVE);
  }

  public static int index(Panel panel, String group) {
    return panel.series().stream().map(Panel.Line::group).toList().indexOf(group);
  }
}

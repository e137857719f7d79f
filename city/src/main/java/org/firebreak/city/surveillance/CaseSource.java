package org.firebreak.city.surveillance;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.firebreak.city.output.CsvFile;

/** The three registers that hand in line lists, each in its own manner. */
enum CaseSource {
  /** Column names of the standard, ISO dates, UTF-8. */
  CDC("case-cdc.csv", CsvFile.Style.PLAIN),
  /** Chinese headers and values, GB18030, dates as 2026/3/4. */
  HOSPITALS("case-hospitals-zh.csv", CsvFile.Style.CHINESE),
  /** English headers, semicolons, dates with midnight, as a spreadsheet saves them. */
  REGISTERS("case-registers.csv", CsvFile.Style.SPREADSHEET);

  private final String file;
  private final CsvFile.Style style;

  CaseSource(String file, CsvFile.Style style) {
    this.file = file;
    this.style = style;
  }

  String file() {
    return file;
  }

  CsvFile.Style style() {
    return style;
  }

  List<String> header() {
    return Arrays.stream(CaseField.values()).map(this::header).toList();
  }

  String header(CaseField field) {
    return switch (this) {
      case CDC -> field.key();
      case HOSPITALS -> field.chinese();
      case REGISTERS -> field.english();
    };
  }

  String date(LocalDate date) {
    return switch (this) {
      case CDC -> date.toString();
      case HOSPITALS -> date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
      case REGISTERS -> date + " 00:00:00";
    };
  }

  /** One of three spellings: of the standard, Chinese, English. */
  String word(String standard, String chinese, String english) {
    return switch (this) {
      case CDC -> standard;
      case HOSPITALS -> chinese;
      case REGISTERS -> english;
    };
  }
}

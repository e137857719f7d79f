package org.firebreak.platform.operation;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format version of the layout of the file
 * @param createdAt ISO date and time
 * @param migration last migration of the database it was taken from
 * @param tables in an order in which each comes after the tables it refers to
 * @param sequences name to the last value it gave
 * @param secrets names of the secrets of the data folder that the data needs
 */
record BackupManifest(
    int format,
    String createdAt,
    String migration,
    List<Table> tables,
    Map<String, Long> sequences,
    List<String> secrets) {

  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /**
   * One table.
   *
   * @param name schema and name, quoted as SQL needs it
   * @param columns quoted names of the columns written
   * @param sha256 of the rows as they stand in the entry {@code tables/N.copy}
   */
  record Table(String name, List<String> columns, long rows, String sha256) {}

  static String tableEntry(int index) {
    return "tables/" + index + ".copy";
  }
}

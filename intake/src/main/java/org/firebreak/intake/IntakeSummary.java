package org.firebreak.intake;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run counted.
 *
 * @param rows rows of the file, blank ones not counted; {@code accepted + quarantined}
 * @param accepted rows of which nothing was refused
 * @param quarantined rows of which at least one record was refused
 * @param records records delivered as accepted; more than rows where a row makes several
 * @param candidates records that were looked at: accepted, refused and repeated
 * @param repeated records that repeat an earlier one of the file exactly, not delivered again
 * @param flagged records accepted with at least one warning
 * @param rules how often each rule was broken, by code, errors and warnings
 * @param fields how often each field of the standard was filled, among accepted and refused records
 */
public record IntakeSummary(
    long rows,
    long accepted,
    long quarantined,
    long records,
    long candidates,
    long repeated,
    long flagged,
    SortedMap<String, Long> rules,
    Map<String, Long> fields) {

  public IntakeSummary {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    fields = Map.copyOf(fields);
  }
}

package org.firebreak.intake.source;

import java.util.Map;

/**
 * One record of a nested file, flattened: {@code a.b} is the field b of the object a.
 *
 * @param number its place in the file, counted from 1
 * @param cells text by name, in the file's order
 */
record FlatRecord(long number, Map<String, String> cells) {}

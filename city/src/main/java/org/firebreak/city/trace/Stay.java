package org.firebreak.city.trace;

/**
 * Somebody was at a place.
 *
 * @param place the place
 * @param fromMinute first minute of the day
 * @param toMinute first minute after, at most 1440
 */
public record Stay(long place, int fromMinute, int toMinute) {}

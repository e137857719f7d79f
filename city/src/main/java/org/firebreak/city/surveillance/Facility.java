package org.firebreak.city.surveillance;

import org.firebreak.city.region.Region;

/**
 * A health facility.
 *
 * @param id its number
 * @param name Chinese name
 * @param kind code of the standard: hospital, fever_clinic, health_centre
 * @param level Chinese grade, or empty
 * @param designated whether it is designated for this disease
 * @param region the district it stands in
 * @param longitude degrees east
 * @param latitude degrees north
 * @param openingHours free text as facilities write it
 * @param beds number of beds
 * @param phone with an area code that is not given out
 */
public record Facility(
    String id,
    String name,
    String kind,
    String level,
    boolean designated,
    Region region,
    double longitude,
    double latitude,
    String openingHours,
    int beds,
    String phone) {}

package org.firebreak.trace.contact;

/**
 * All encounters of two people in a window, added up.
 *
 * @param person the one asked about
 * @param other whom they met
 * @param seconds together; time seen in two ways counts once
 * @param encounters separate times together
 * @param first begin of the first, seconds since 1970
 * @param last end of the last
 * @param bestPlace where the longest stretch together was; of equals the earlier
 */
public record Contact(
    int person, int other, long seconds, int encounters, long first, long last, int bestPlace) {}

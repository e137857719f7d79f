package org.firebreak.platform.situation;

/**
 * An import changed series of a source; published as an application event in the transaction that
 * stores them.
 */
public record SeriesChanged(String source) {}

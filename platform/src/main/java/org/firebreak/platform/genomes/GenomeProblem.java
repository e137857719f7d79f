package org.firebreak.platform.genomes;

/**
 * A record that was refused (error), or taken in with a doubt (warning).
 *
 * @param file its file as it was sent
 * @param record position in the file, 1 = first
 * @param line line of the fault, 1 = first
 * @param rule stable code of what is wrong
 * @param message what is wrong and what to do
 */
record GenomeProblem(
    String file, long record, long line, String name, String rule, boolean error, String message) {}

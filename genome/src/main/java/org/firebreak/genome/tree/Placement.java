package org.firebreak.genome.tree;

/**
 * Where a genome joins a tree with the fewest new mutations.
 *
 * @param node the node below which, or on whose branch, it is placed
 * @param onBranch whether the branch above the node is split
 * @param score new mutations
 * @param choices number of places with the same score; more than one means it is uncertain
 */
public record Placement(int node, boolean onBranch, int score, int choices) {}

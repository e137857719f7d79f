package org.firebreak.privacy.disclosure;

import java.util.Set;

/**
 * A number somebody asks for: how many persons are in some atoms. An atom is the smallest part that
 * any table over the same persons tells apart, for example a district on a day, by its name; each
 * person counts in one atom alone.
 *
 * @param name for whoever reads the release
 * @param atoms not empty
 */
public record Cell(String name, Set<String> atoms) {

  public Cell {
    atoms = Set.copyOf(atoms);
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("The cell " + name + " has no atoms");
    }
  }
}

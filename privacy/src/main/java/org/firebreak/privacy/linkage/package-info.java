/**
 * The same person arriving twice: found by blocking, scored by how much more likely each agreement
 * is for one person than for two, explained field by field (Fellegi and Sunter 1969).
 */
@NullMarked
package org.firebreak.privacy.linkage;

import org.jspecify.annotations.NullMarked;

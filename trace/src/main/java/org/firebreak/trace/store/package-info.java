/**
 * The stay store: a day is a file. Immutable day segments in two orders, dictionaries of persons
 * and places, a write-ahead log for the open day, one manifest that says which files count.
 */
@NullMarked
package org.firebreak.trace.store;

import org.jspecify.annotations.NullMarked;

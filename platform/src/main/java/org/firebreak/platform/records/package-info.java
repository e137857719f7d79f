/** Records of any standard: a thing, its versions and where each came from. */
@NullMarked
package org.firebreak.platform.records;

import org.jspecify.annotations.NullMarked;

/** The demonstration incident: generated here, then taken in through the same door as all data. */
@NullMarked
package org.firebreak.platform.demo;

import org.jspecify.annotations.NullMarked;

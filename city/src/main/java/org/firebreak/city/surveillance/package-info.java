/** What an authority sees of it: reports, counts, contacts, and the usual dirt. */
@NullMarked
package org.firebreak.city.surveillance;

import org.jspecify.annotations.NullMarked;

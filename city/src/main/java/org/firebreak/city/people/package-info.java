/** Synthetic people: age, sex, household, role and a fictitious identity. */
@NullMarked
package org.firebreak.city.people;

import org.jspecify.annotations.NullMarked;

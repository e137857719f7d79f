/** Who may do what, where: accounts, sessions, keys, roles as data, permissions of routes. */
@NullMarked
package org.firebreak.platform.access;

import org.jspecify.annotations.NullMarked;

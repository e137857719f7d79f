/** What every HTTP route shares: problems, pages, limits, headers, request ids. */
@NullMarked
package org.firebreak.platform.web;

import org.jspecify.annotations.NullMarked;

/** Data standards as files: fields, code lists, rules; their documentation and templates. */
@NullMarked
package org.firebreak.intake.standard;

import org.jspecify.annotations.NullMarked;

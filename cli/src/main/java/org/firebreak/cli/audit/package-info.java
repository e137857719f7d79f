/** Commands that prove the audit ledger. */
@NullMarked
package org.firebreak.cli.audit;

import org.jspecify.annotations.NullMarked;

/**
 * A ledger that nobody can rewrite unnoticed: a Merkle tree over the entries, as Certificate
 * Transparency has it (RFC 6962, RFC 9162), with signed checkpoints and proofs in the text formats
 * of the transparency-log community (C2SP).
 */
@NullMarked
package org.firebreak.privacy.ledger;

import org.jspecify.annotations.NullMarked;

package org.firebreak.platform.audit;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.PublicRoute;
import org.firebreak.privacy.ledger.Hash;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of the audit book over HTTP. Checkpoints and their key are for everybody. */
@RestController
@RequestMapping("/api/v1/audit")
class LedgerRoutes {

  private final Ledger ledger;

  LedgerRoutes(Ledger ledger) {
    this.ledger = ledger;
  }

  @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  @PublicRoute("a checkpoint proves something only when many keep it; it holds hashes alone")
  @Operation(summary = "The newest signed checkpoint of the audit ledger, to be kept by anybody")
  String checkpoint() {
    return ledger.newestCheckpoint();
  }

  @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
  @PublicRoute("a checkpoint proves something only when many keep it; it holds hashes alone")
  @Operation(summary = "The key that checks the audit ledger's checkpoints")
  String key() {
    return ledger.verifierKey() + "\n";
  }

  @GetMapping(path = "/proofs/{entry}", produces = MediaType.TEXT_PLAIN_VALUE)
  @Permission("audit:read")
  @Operation(summary = "Proof that an entry stands in the ledger, checked without the platform")
  String proof(@PathVariable long entry) {
    return ledger.prove(entry).text();
  }

  @GetMapping("/consistency")
  @PublicRoute("a checkpoint proves something only when many keep it; it holds hashes alone")
  @Operation(summary = "Proof that an earlier checkpoint is the beginning of a later one")
  Consistency consistency(@RequestParam long first, @RequestParam long second) {
    return new Consistency(
        first, second, ledger.consistency(first, second).stream().map(Hash::base64).toList());
  }

  /** Hashes in Base64, in the order of RFC 9162. */
  record Consistency(long first, long second, List<String> proof) {}
}

package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records sent by other systems. They pass the same door as files, so the same call twice changes
 * nothing the second time (idempotent by source and external id).
 */
@RestController
@RequestMapping("/api/v1/records/{standard}")
class RecordController {

  private static final int WAIT_SECONDS = 120;

  private final Imports imports;
  private final StandardLibrary standards;

  RecordController(Imports imports, StandardLibrary standards) {
    this.imports = imports;
    this.standards = standards;
  }

  @PutMapping("/{source}/{externalId}")
  @Permission("data:import")
  @Operation(summary = "Stores one record; its fields are named as in the standard")
  ImportView put(
      @PathVariable String standard,
      @PathVariable String source,
      @PathVariable String externalId,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestBody @Schema(types = "object", implementation = Object.class) ObjectNode fields,
      Caller caller) {
    fields.put(identityField(standard), externalId);
    byte[] body = fields.toString().getBytes(StandardCharsets.UTF_8);
    return take(standard, source, asOf, new ByteArrayInputStream(body), caller);
  }

  private String identityField(String standard) {
    var identity = standards.get(standard).identity();
    if (identity.isEmpty()) {
      throw new UserException(
          "standard-without-identity",
          "Records of '" + standard + "' have no id of their own; send them in bulk");
    }
    return identity.getFirst();
  }

  @PostMapping("/bulk")
  @Permission("data:import")
  @Operation(summary = "Stores many records, as a JSON array or one object a line (NDJSON)")
  ImportView bulk(
      @PathVariable String standard,
      @RequestParam String source,
      @RequestParam(required = false) @Nullable String asOf,
      InputStream body,
      Caller caller)
      throws IOException {
    return take(standard, source, asOf, body, caller);
  }

  private ImportView take(
      String standard, String source, @Nullable String asOf, InputStream body, Caller caller) {
    ImportRequest request =
        new ImportRequest(
            standard, source, "records.json", ImportController.instant(asOf), false, null, false);
    return imports.await(imports.begin(request, body, caller).id(), WAIT_SECONDS);
  }
}

package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.intake.Corrections.Correction;
import org.firebreak.platform.intake.QuarantineExport.RowView;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Refused rows over HTTP: shown, put right, given up, exported. */
@RestController
@RequestMapping("/api/v1/imports/{importId}")
class QuarantineController {

  private final QuarantineExport rows;
  private final Corrections corrections;

  QuarantineController(QuarantineExport rows, Corrections corrections) {
    this.rows = rows;
    this.corrections = corrections;
  }

  @GetMapping("/quarantine")
  @Permission("data:read")
  @Operation(summary = "Refused rows in the order of the file; personal cells are masked")
  Page<RowView> list(
      @PathVariable long importId,
      @RequestParam(required = false) @Nullable String state,
      PageRequest page) {
    return rows.list(importId, state, page);
  }

  @GetMapping("/quarantine.csv")
  @Permission("data:correct")
  @Operation(
      summary =
          "Refused rows as CSV with what is wrong and what to do, to be put right and "
              + "sent again. Personal cells are in it only for those who may correct data; the "
              + "audit keeps that")
  ResponseEntity<StreamingResponseBody> csv(@PathVariable long importId, Caller caller) {
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"quarantine-" + importId + ".csv\"")
        .body(rows.csv(importId, caller));
  }

  @PutMapping("/quarantine/{row}")
  @Permission("data:correct")
  @Operation(summary = "Checks a row with some cells changed and stores it if it is in order now")
  Correction correct(
      @PathVariable long importId,
      @PathVariable long row,
      @RequestBody Map<String, String> values,
      Caller caller) {
    return corrections.correct(importId, row, values, caller);
  }

  @DeleteMapping("/quarantine/{row}")
  @Permission("data:correct")
  @Operation(summary = "Gives a row up")
  void discard(@PathVariable long importId, @PathVariable long row, Caller caller) {
    corrections.discard(importId, row, caller);
  }
}

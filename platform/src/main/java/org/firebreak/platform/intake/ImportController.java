package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.intake.ImportTable.Source;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/v1")
class ImportController {

  private final Imports imports;
  private final Previews previews;
  private final ImportTable table;

  ImportController(Imports imports, Previews previews, ImportTable table) {
    this.imports = imports;
    this.previews = previews;
    this.table = table;
  }

  @PostMapping(path = "/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission("data:import")
  @Operation(summary = "Stores a file and proposes how to read it; nothing is imported yet")
  Previews.Preview preview(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String standard,
      @RequestParam(required = false) @Nullable String source)
      throws IOException {
    return previews.open(fileName(file), file.getInputStream(), standard, source);
  }

  @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission("data:import")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Begins an import of a file, or of one stored by a preview; 202 when it is "
              + "acknowledged")
  ImportView begin(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String previewToken,
      @RequestParam String standard,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(defaultValue = "false") boolean remember,
      Caller caller)
      throws IOException {
    String name = file != null ? fileName(file) : previews.fileName(requireToken(previewToken));
    Mapping read = mapping == null || mapping.isBlank() ? null : MappingJson.read(mapping);
    ImportRequest request =
        new ImportRequest(
            standard,
            source == null || source.isBlank() ? name : source,
            name,
            instant(asOf),
            dryRun,
            read,
            remember);
    return file != null
        ? imports.begin(request, file.getInputStream(), caller)
        : imports.begin(request, previews.use(requireToken(previewToken), dryRun), caller);
  }

  private static String requireToken(@Nullable String token) {
    if (token == null) {
      throw new UserException("file-missing", "Send a file, or the token of a preview");
    }
    return token;
  }

  private static String fileName(MultipartFile file) {
    String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
    String last = name.substring(name.lastIndexOf('/') + 1).strip();
    return last.isEmpty() ? "file" : last;
  }

  /** A day means its end in UTC; a moment is taken as it is. */
  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .minusMillis(1)
          : Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new UserException(
          "as-of-invalid", "as-of must be a day such as 2020-06-03, was '" + text + "'", e);
    }
  }

  @GetMapping("/imports")
  @Permission("data:read")
  @Operation(summary = "Imports, newest first")
  Page<ImportView> list(
      @RequestParam(required = false) @Nullable String standard,
      @RequestParam(required = false) @Nullable String source,
      PageRequest page) {
    return imports.list(standard, source, page);
  }

  @GetMapping("/imports/{id}")
  @Permission("data:read")
  @Operation(summary = "One import with the rules that were broken")
  ImportView get(@PathVariable long id) {
    return imports.view(id);
  }

  @DeleteMapping("/imports/{id}")
  @Permission("data:import")
  @Operation(summary = "Cancels a running import; nothing of it is stored")
  ImportView cancel(@PathVariable long id) {
    return imports.cancel(id);
  }

  @GetMapping("/sources")
  @Permission("data:read")
  @Operation(summary = "Sources that have sent something, with their standards")
  List<Source> sources() {
    return table.listSources();
  }
}

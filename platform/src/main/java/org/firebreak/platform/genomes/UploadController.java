package org.firebreak.platform.genomes;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.genomes.GenomeUploads.Incoming;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of genomes over HTTP. Their lists name samples of all regions, so they ask to write. */
@RestController
@RequestMapping("/api/v1/genomes")
class UploadController {

  private static final String WRITE = "genomes:write";

  private final GenomeUploads uploads;

  UploadController(GenomeUploads uploads) {
    this.uploads = uploads;
  }

  /** An upload as it stands; see {@link GenomeUpload}. */
  record UploadView(
      long id,
      long reference,
      String fileName,
      @Nullable String metadataName,
      String state,
      @Nullable UUID job,
      String startedBy,
      Instant createdAt,
      @Nullable Instant endedAt,
      long records,
      long accepted,
      long changed,
      long unchanged,
      long refused,
      @Nullable String errorCode,
      @Nullable String errorMessage) {

    static UploadView of(GenomeUpload upload) {
      GenomeUpload.Counts counts = upload.counts();
      return new UploadView(
          upload.id(),
          upload.reference(),
          upload.fileName(),
          upload.metadataName(),
          upload.state(),
          upload.job(),
          upload.startedBy(),
          upload.createdAt(),
          upload.endedAt(),
          counts.records(),
          counts.accepted(),
          counts.changed(),
          counts.unchanged(),
          counts.refused(),
          upload.errorCode(),
          upload.errorMessage());
    }
  }

  /** A problem with a record, with its rule in words. */
  record GenomeProblemView(
      int number,
      String file,
      long record,
      long line,
      String name,
      String rule,
      LocalizedText title,
      String severity,
      String message) {}

  @PostMapping(
      path = "/references/{reference}/uploads",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission(WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Takes in genomes (FASTA, gzip allowed), the table of their samples, or both; 202 when"
              + " they are on disk")
  UploadView begin(
      @PathVariable long reference,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile metadata,
      Caller caller)
      throws IOException {
    try (InputStream genomes = open(file);
        InputStream samples = open(metadata)) {
      return UploadView.of(
          uploads.begin(
              reference,
              file == null ? null : new Incoming(name(file), genomes),
              metadata == null ? null : new Incoming(name(metadata), samples),
              caller));
    }
  }

  private static InputStream open(@Nullable MultipartFile file) throws IOException {
    return file == null ? InputStream.nullInputStream() : file.getInputStream();
  }

  private static String name(MultipartFile file) {
    String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
    String last = name.substring(name.lastIndexOf('/') + 1).strip();
    return last.isEmpty() ? "file" : last;
  }

  @GetMapping("/references/{reference}/uploads")
  @Permission(WRITE)
  @Operation(summary = "Uploads of a reference, newest first")
  Page<UploadView> list(@PathVariable long reference, PageRequest page) {
    long before = page.isFirst() ? Long.MAX_VALUE : Long.parseLong(page.keys(1).getFirst());
    List<UploadView> rows =
        uploads.list(reference, before, page.limit() + 1).stream().map(UploadView::of).toList();
    return Page.of(rows, page, row -> List.of(Long.toString(row.id())), null);
  }

  @GetMapping("/uploads/{id}")
  @Permission(WRITE)
  @Operation(summary = "One upload with what became of its records")
  UploadView get(@PathVariable long id) {
    return UploadView.of(uploads.get(id));
  }

  @GetMapping("/uploads/{id}/problems")
  @Permission(WRITE)
  @Operation(summary = "Records that were refused or doubtful, with line and rule")
  Page<GenomeProblemView> problems(@PathVariable long id, PageRequest page) {
    int after = page.isFirst() ? 0 : Integer.parseInt(page.keys(1).getFirst());
    return Page.of(
        views(uploads.listProblems(id, after, page.limit() + 1), after),
        page,
        row -> List.of(Integer.toString(row.number())),
        null);
  }

  private static List<GenomeProblemView> views(List<GenomeProblem> problems, int after) {
    List<GenomeProblemView> views = new java.util.ArrayList<>();
    for (GenomeProblem problem : problems) {
      views.add(
          new GenomeProblemView(
              after + views.size() + 1,
              problem.file(),
              problem.record(),
              problem.line(),
              problem.name(),
              problem.rule(),
              RuleTitles.of(problem.rule()),
              problem.error() ? "error" : "warning",
              problem.message()));
    }
    return views;
  }

  @GetMapping("/uploads/{id}/problems.csv")
  @Permission(WRITE)
  @Operation(summary = "The problems as CSV")
  ResponseEntity<String> problemsCsv(@PathVariable long id) {
    StringBuilder csv = new StringBuilder("file,record,line,name,rule,severity,message\n");
    for (GenomeProblem problem : uploads.listProblems(id, 0, UploadRunner.PROBLEMS_MAX)) {
      csv.append(
          String.join(
              ",",
              quoted(problem.file()),
              Long.toString(problem.record()),
              Long.toString(problem.line()),
              quoted(problem.name()),
              problem.rule(),
              problem.error() ? "error" : "warning",
              quoted(problem.message())));
      csv.append('\n');
    }
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"problems.csv\"")
        .body(csv.toString());
  }

  private static String quoted(String text) {
    return '"' + SafeCsv.cell(text).replace("\"", "\"\"") + '"';
  }
}

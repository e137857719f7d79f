package org.firebreak.platform.genomes;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.genomes.References.ReferenceFiles;
import org.firebreak.platform.genomes.References.Usage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reference genomes over HTTP. */
@RestController
@RequestMapping("/api/v1/genomes/references")
class ReferenceController {

  private final References references;
  private final Genomes genomes;

  ReferenceController(References references, Genomes genomes) {
    this.references = references;
    this.genomes = genomes;
  }

  /**
   * A coding region.
   *
   * @param segments first and last letter, 1-based, in the order of translation
   */
  record ReferenceGene(String name, List<int[]> segments, boolean reverse, int codons) {}

  /**
   * A reference and how much is known of it.
   *
   * @param genomes of those the caller may see
   * @param firstDate day of the first sample
   * @param version of the tree, 0 without one
   */
  record ReferenceView(
      long id,
      String name,
      String title,
      boolean simulated,
      int length,
      List<ReferenceGene> genes,
      int genomes,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      List<String> clades,
      int version) {}

  @GetMapping
  @Permission(Genomes.READ)
  @Operation(summary = "Reference genomes with the number of genomes compared with each")
  List<ReferenceView> list(Caller caller) {
    return references.list().stream().map(reference -> view(reference, caller)).toList();
  }

  @GetMapping("/{reference}")
  @Permission(Genomes.READ)
  @Operation(summary = "One reference genome with its genes")
  ReferenceView get(@PathVariable long reference, Caller caller) {
    return view(references.get(reference), caller);
  }

  private ReferenceView view(GenomeReference reference, Caller caller) {
    TreeBook book = genomes.book(reference.id());
    List<GenomeRow> rows = genomes.visibility(caller).rows(book);
    List<LocalDate> range = new Frequencies(reference.genome(), rows).range();
    return new ReferenceView(
        reference.id(),
        reference.name(),
        reference.title(),
        reference.simulated(),
        reference.genome().length(),
        reference.regions().stream()
            .map(region ->
                new ReferenceGene(
                    region.name(),
                    region.segments().stream()
                        .map(part -> new int[] {part.start() + 1, part.end()})
                        .toList(),
                    region.reverse(),
                    region.codons()))
            .toList(),
        rows.size(),
        range.isEmpty() ? null : range.getFirst(),
        range.isEmpty() ? null : range.getLast(),
        rows.stream()
            .map(GenomeRow::clade)
            .filter(java.util.Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        book.version());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission("genomes:write")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary =
          "Loads a reference: FASTA or GenBank, annotation as GFF3 or GenBank, a table of clades")
  ReferenceView load(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile annotation,
      @RequestParam(required = false) @Nullable MultipartFile clades,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(defaultValue = "55") int maskStart,
      @RequestParam(defaultValue = "106") int maskEnd,
      Caller caller)
      throws IOException {
    try (InputStream sequence = file.getInputStream();
        InputStream genes = open(annotation);
        InputStream table = open(clades)) {
      GenomeReference loaded =
          references.load(
              new ReferenceFiles(
                  sequence, annotation == null ? null : genes, clades == null ? null : table),
              new Usage(title, false, maskStart, maskEnd),
              caller);
      return view(loaded, caller);
    }
  }

  private static InputStream open(@Nullable MultipartFile file) throws IOException {
    return file == null ? InputStream.nullInputStream() : file.getInputStream();
  }
}

package org.firebreak.platform.genomes;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import org.firebreak.genome.fold.format.StructureDrawing;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.genomes.GenomeDetail.GenomeSummary;
import org.firebreak.platform.genomes.Genomes.GenomeFilter;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Genomes over HTTP, each only where the caller's role reaches to. */
@RestController
@RequestMapping("/api/v1/genomes")
class GenomeController {

  private final Genomes genomes;
  private final GenomeExport export;
  private final GenomeStructures structures;

  GenomeController(Genomes genomes, GenomeExport export, GenomeStructures structures) {
    this.genomes = genomes;
    this.structures = structures;
    this.export = export;
  }

  @GetMapping("/references/{reference}/genomes")
  @Permission(Genomes.READ)
  @Operation(summary = "Genomes, latest sample first, page by page")
  Page<GenomeSummary> list(
      @PathVariable long reference, GenomeFilter filter, Caller caller, PageRequest page) {
    return genomes.list(reference, filter, caller, page);
  }

  @GetMapping("/{id}")
  @Permission(Genomes.READ)
  @Operation(
      summary =
          "One genome: what differs, quality, neighbours in the tree, what it says of contacts,"
              + " and its case if one may see it")
  GenomeDetail get(@PathVariable long id, Caller caller) {
    return genomes.get(id, caller);
  }

  @GetMapping("/{id}/structure")
  @Permission(Genomes.READ)
  @Operation(
      summary =
          "Predicted secondary structure of a window of the genome's RNA (Turner 2004, beam 100)")
  GenomeStructures.GenomeStructure structure(
      @PathVariable long id, @RequestParam int from, @RequestParam int to, Caller caller) {
    return structures.fold(id, from, to, caller);
  }

  @GetMapping(path = "/{id}/structure.svg", produces = "image/svg+xml")
  @Permission(Genomes.READ)
  @Operation(summary = "The picture of such a structure: arc, plane or mountain")
  ResponseEntity<String> structurePicture(
      @PathVariable long id,
      @RequestParam int from,
      @RequestParam int to,
      @RequestParam(defaultValue = "plane") String picture,
      Caller caller) {
    StructureDrawing drawing =
        Arrays.stream(StructureDrawing.values())
            .filter(one -> one.word().equals(picture))
            .findFirst()
            .orElse(StructureDrawing.PLANE);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .body(structures.draw(id, from, to, drawing, caller));
  }

  @GetMapping("/of-case")
  @Permission(Genomes.READ)
  @Operation(summary = "Genomes of a case number")
  List<GenomeSummary> ofCase(@RequestParam String number, Caller caller) {
    return genomes.listOfCase(number, caller);
  }

  @GetMapping("/references/{reference}/tree.nwk")
  @Permission(Genomes.READ)
  @Operation(summary = "The tree as Newick; branch lengths are numbers of mutations")
  ResponseEntity<StreamingResponseBody> newick(@PathVariable long reference, Caller caller) {
    return file(reference, GenomeExport.Format.NEWICK, caller);
  }

  @GetMapping("/references/{reference}/tree.json")
  @Permission(Genomes.READ)
  @Operation(summary = "The tree as Auspice JSON, version 2")
  ResponseEntity<StreamingResponseBody> auspice(@PathVariable long reference, Caller caller) {
    return file(reference, GenomeExport.Format.AUSPICE, caller);
  }

  @GetMapping("/references/{reference}/variants.tsv")
  @Permission(Genomes.READ)
  @Operation(summary = "Variants and quality of all genomes, with the columns of Nextclade")
  ResponseEntity<StreamingResponseBody> variants(@PathVariable long reference, Caller caller) {
    return file(reference, GenomeExport.Format.TSV, caller);
  }

  @GetMapping("/references/{reference}/genomes.vcf")
  @Permission(Genomes.READ)
  @Operation(summary = "Variants of all genomes as VCF 4.2")
  ResponseEntity<StreamingResponseBody> vcf(@PathVariable long reference, Caller caller) {
    return file(reference, GenomeExport.Format.VCF, caller);
  }

  private ResponseEntity<StreamingResponseBody> file(
      long reference, GenomeExport.Format format, Caller caller) {
    export.note(reference, format, caller);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.type() + ";charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.file() + "\"")
        .body(out -> export.write(reference, format, caller, out));
  }
}

package org.firebreak.platform.genomes;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.genomes.Frequencies.MutationCourse;
import org.firebreak.platform.genomes.GenomeDetail.GenomeFinding;
import org.firebreak.platform.genomes.SiteWatch.SiteSighting;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What genomes say of contacts, of mutations that grow and of sites under watch, over HTTP. */
@RestController
@RequestMapping("/api/v1/genomes/references/{reference}")
class WatchController {

  private static final String WRITE = "genomes:write";

  private final Genomes genomes;
  private final Sites sites;

  WatchController(Genomes genomes, Sites sites) {
    this.genomes = genomes;
    this.sites = sites;
  }

  @GetMapping("/findings")
  @Permission(Genomes.READ)
  @Operation(
      summary =
          "What genomes say of contacts (agree, doubtful, contradict) and missing links, the most"
              + " pressing first")
  Page<GenomeFinding> findings(
      @PathVariable long reference,
      @RequestParam(required = false) @Nullable String verdict,
      Caller caller,
      PageRequest page) {
    return genomes.listFindings(reference, verdict, caller, page);
  }

  @GetMapping("/findings/counts")
  @Permission(Genomes.READ)
  @Operation(summary = "Number of findings of each verdict")
  Map<String, Long> counts(@PathVariable long reference, Caller caller) {
    return genomes.countFindings(reference, caller);
  }

  @GetMapping("/growth")
  @Permission(Genomes.READ)
  @Operation(
      summary =
          "Mutations ranked by the lower end of the 95 % interval of their growth, with their"
              + " weekly course; kind = amino-acid or nucleotide")
  List<MutationCourse> growth(
      @PathVariable long reference,
      @RequestParam(defaultValue = "amino-acid") String kind,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "25") int most,
      Caller caller) {
    return frequencies(reference, region, caller)
        .ranking(Frequencies.Kind.of(kind), Math.clamp(most, 1, Frequencies.RANKED_MAX));
  }

  @GetMapping("/frequencies")
  @Permission(Genomes.READ)
  @Operation(summary = "The weekly course of chosen mutations with 95 % intervals")
  List<MutationCourse> frequencies(
      @PathVariable long reference,
      @RequestParam List<String> mutations,
      @RequestParam(required = false) @Nullable String region,
      Caller caller) {
    return frequencies(reference, region, caller)
        .courses(mutations.stream().limit(Frequencies.RANKED_MAX).toList());
  }

  private Frequencies frequencies(long reference, @Nullable String region, Caller caller) {
    TreeBook book = genomes.book(reference);
    return new Frequencies(book.reference().genome(), genomes.rows(book, region, caller));
  }

  @GetMapping("/sites")
  @Permission(Genomes.READ)
  @Operation(summary = "Mutations that are watched for, with their limits")
  List<SiteTable.WatchedSite> sites(@PathVariable long reference) {
    return sites.list(reference);
  }

  @PutMapping("/sites")
  @Permission(WRITE)
  @Operation(summary = "Watches for a mutation, or changes the limits of one")
  List<SiteTable.WatchedSite> put(
      @PathVariable long reference, @RequestBody Sites.SiteRequest request, Caller caller) {
    return sites.put(genomes.book(reference), request, caller);
  }

  @DeleteMapping("/sites/{id}")
  @Permission(WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Watches no longer for a mutation")
  void delete(@PathVariable long reference, @PathVariable long id, Caller caller) {
    sites.delete(reference, id, caller);
  }

  @GetMapping("/sightings")
  @Permission(Genomes.READ)
  @Operation(summary = "Where the mutations under watch are seen now")
  List<SiteSighting> sightings(@PathVariable long reference, Caller caller) {
    TreeBook book = genomes.book(reference);
    return sites.sightings(book, genomes.rows(book, null, caller));
  }
}

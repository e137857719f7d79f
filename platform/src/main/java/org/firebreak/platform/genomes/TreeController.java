package org.firebreak.platform.genomes;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trees over HTTP. */
@RestController
@RequestMapping("/api/v1/genomes/references/{reference}/tree")
class TreeController {

  private final Genomes genomes;
  private final Trees trees;
  private final ClusterWatch clusters;
  private final Sites sites;
  private final Regions regions;
  private final JobService jobs;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TreeController(
      Genomes genomes,
      Trees trees,
      ClusterWatch clusters,
      Sites sites,
      Regions regions,
      JobService jobs,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.genomes = genomes;
    this.trees = trees;
    this.clusters = clusters;
    this.sites = sites;
    this.regions = regions;
    this.jobs = jobs;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  @GetMapping
  @Permission(Genomes.READ)
  @Operation(
      summary =
          "The tree of the genomes the caller may see, as columns: topology, mutations, dates,"
              + " places, tips; null while there is none")
  ResponseEntity<@Nullable TreeView> get(@PathVariable long reference, Caller caller) {
    TreeBook book = genomes.book(reference);
    PlacedTree tree = genomes.visibility(caller).tree(book);
    return ResponseEntity.ok(tree == null ? null : TreeView.of(book, tree, regions.tree()));
  }

  @PostMapping("/rebuild")
  @Permission("genomes:write")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Builds the tree anew from all genomes, dates it, and compares all with the contacts")
  Job rebuild(@PathVariable long reference, Caller caller) {
    GenomeReference wanted = genomes.book(reference).reference();
    JobSpec spec =
        new JobSpec(
            "genome-tree", "genomes", null, new LocalizedText("Building the tree anew", "正在重建进化树"));
    return jobs.start(
        spec,
        caller,
        control -> {
          trees.alone(wanted, () -> transactions.executeWithoutResult(status -> rebuild(wanted)));
          events.publishEvent(LiveEvent.data("genomes"));
        });
  }

  private void rebuild(GenomeReference reference) {
    TreeBook book = trees.update(reference, true, Set.of());
    List<String> names = book.rows().stream().map(GenomeRow::name).toList();
    clusters.check(reference, book, names, clock.instant());
    sites.raise(book);
  }
}

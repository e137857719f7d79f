package org.firebreak.platform.catalog;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.catalog.Catalog.Description;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

  private final Catalog catalog;

  DatasetController(Catalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping
  @Permission("data:read")
  @Operation(summary = "All data sets with their latest score, the one updated last first")
  List<DatasetView> list() {
    return catalog.listDatasets().stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  @Permission("data:read")
  @Operation(summary = "One data set")
  DatasetView get(@PathVariable long id) {
    return view(catalog.getDataset(id));
  }

  private DatasetView view(Dataset dataset) {
    List<Score> scores = catalog.listScores(dataset.id());
    return new DatasetView(dataset, scores);
  }

  @PutMapping("/{id}")
  @Permission("data:configure")
  @Operation(summary = "Changes what people say of a data set")
  DatasetView describe(@PathVariable long id, @RequestBody Description description) {
    catalog.getDataset(id);
    catalog.describe(id, description);
    return get(id);
  }

  /**
   * A data set with its scores.
   *
   * @param scores one per import, oldest first
   */
  record DatasetView(Dataset dataset, List<Score> scores) {}
}

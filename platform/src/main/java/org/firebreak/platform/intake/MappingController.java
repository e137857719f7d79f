package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How files of a source are read, over HTTP. */
@RestController
@RequestMapping("/api/v1/sources/{source}/mappings/{standard}")
class MappingController {

  private final Mappings mappings;

  MappingController(Mappings mappings) {
    this.mappings = mappings;
  }

  @GetMapping
  @Permission("data:read")
  @Operation(summary = "The mapping remembered for a source")
  Mapping get(@PathVariable String source, @PathVariable String standard) {
    return mappings
        .find(source, standard)
        .orElseThrow(() ->
            new UserException(
                "mapping-not-found",
                "No mapping is remembered for %s in %s".formatted(source, standard)));
  }

  @PutMapping
  @Permission("data:configure")
  @Operation(summary = "Remembers a mapping")
  void put(
      @PathVariable String source,
      @PathVariable String standard,
      @RequestBody Mapping mapping,
      Caller caller) {
    if (!mapping.standard().equals(standard)) {
      throw new UserException(
          "mapping-conflict",
          "The mapping is for '%s', not for '%s'".formatted(mapping.standard(), standard));
    }
    mappings.save(source, mapping, caller.username());
  }

  @DeleteMapping
  @Permission("data:configure")
  @Operation(summary = "Forgets it; the next file gets a proposal")
  void delete(@PathVariable String source, @PathVariable String standard) {
    mappings.delete(source, standard);
  }
}

package org.firebreak.platform.people;

import io.swagger.v3.oas.annotations.Operation;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may be opened for. Opening itself is a route of the record's capability. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleRoutes {

  private final PersonVault vault;

  PeopleRoutes(PersonVault vault) {
    this.vault = vault;
  }

  @GetMapping("/purposes")
  @Permission("people:reveal")
  @Operation(summary = "Purposes for which personal data may be opened")
  Page<Purpose> purposes() {
    return Page.all(vault.purposes());
  }
}

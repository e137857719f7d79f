package org.firebreak.platform.settings;

import io.swagger.v3.oas.annotations.Operation;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settings over HTTP. */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsRoutes {

  private final SettingsService settings;

  SettingsRoutes(SettingsService settings) {
    this.settings = settings;
  }

  @GetMapping
  @SignedIn
  @Operation(summary = "Settings of the platform")
  PlatformSettings get() {
    return settings.get();
  }

  @PutMapping
  @Permission("settings:write")
  @Operation(summary = "Replace the settings of the platform")
  PlatformSettings put(@RequestBody PlatformSettings replacement, Caller caller) {
    return settings.put(replacement, caller.username());
  }
}

package org.firebreak.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.firebreak.platform.access.PublicRoute;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's page under the bare address. */
@Controller
@Hidden
class ConsoleRoute {

  @GetMapping("/")
  @PublicRoute("the page with which people sign in")
  String page() {
    return "forward:/index.html";
  }
}

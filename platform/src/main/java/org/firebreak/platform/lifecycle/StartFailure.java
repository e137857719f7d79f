package org.firebreak.platform.lifecycle;

import java.util.stream.Collectors;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why the application did not start, where its operator can mend it. */
final class StartFailure {

  private StartFailure() {}

  /** The error to throw instead of {@code failure}; the same one if it is a defect. */
  static RuntimeException explain(RuntimeException failure) {
    BindException binding = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case FirebreakException known -> {
          return known;
        }
        case UnboundConfigurationPropertiesException unknown -> {
          return new UserException(
              "configuration-unknown",
              "there is no setting "
                  + unknown.getUnboundProperties().stream()
                      .map(property -> property.getName().toString())
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + "; see firebreak.properties in the data folder");
        }
        case PortInUseException busy -> {
          return new ResourceException(
              "port-busy", "port " + busy.getPort() + " is in use; choose another with --port");
        }
        case BindException bad -> binding = bad;
        default -> {}
      }
    }
    return binding == null
        ? failure
        : new UserException(
            "configuration-invalid",
            "the setting " + binding.getName() + " is wrong: " + deepest(binding));
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }
}

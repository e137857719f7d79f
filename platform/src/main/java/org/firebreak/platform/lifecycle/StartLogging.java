package org.firebreak.platform.lifecycle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps libraries from talking before the application sets up its log. */
final class StartLogging {

  private StartLogging() {}

  static void quiet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
      // The next sentence of the start says it better.
      context.getLogger("org.flywaydb").setLevel(Level.OFF);
    }
  }
}

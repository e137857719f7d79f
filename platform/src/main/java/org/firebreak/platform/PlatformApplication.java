package org.firebreak.platform;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The capabilities joined into one application; found by their packages. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PlatformApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }
}

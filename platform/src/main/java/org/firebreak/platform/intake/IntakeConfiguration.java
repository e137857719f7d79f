package org.firebreak.platform.intake;

import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.PlatformConfig;
import org.firebreak.platform.lifecycle.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Standards that ship with the project and those of the data folder's {@code standards} folder. */
@Configuration
@EnableScheduling
class IntakeConfiguration {

  @Bean
  PullAddresses pullAddresses(PlatformConfig config) {
    return new PullAddresses(config.pullPrivateAddresses());
  }

  @Bean
  StandardLibrary standardLibrary(DataFolder data) {
    return StandardLibrary.withFolder(data.root().resolve("standards"));
  }
}

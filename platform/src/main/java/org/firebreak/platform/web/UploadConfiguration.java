package org.firebreak.platform.web;

import jakarta.servlet.MultipartConfigElement;
import org.firebreak.platform.PlatformConfig;
import org.firebreak.platform.lifecycle.DataFolder;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Uploads go to the data folder's disk as they come, never into memory whole. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  private static final DataSize IN_MEMORY = DataSize.ofKilobytes(64);

  @Bean
  MultipartConfigElement uploads(PlatformConfig config, DataFolder folder) {
    MultipartConfigFactory factory = new MultipartConfigFactory();
    factory.setLocation(folder.uploads().toString());
    factory.setMaxFileSize(config.uploadMax());
    factory.setMaxRequestSize(
        DataSize.ofBytes(config.uploadMax().toBytes() + config.bodyMax().toBytes()));
    factory.setFileSizeThreshold(IN_MEMORY);
    return factory.createMultipartConfig();
  }
}

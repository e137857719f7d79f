package org.firebreak.platform.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the console from the class path. Its assets carry a hash in their names and may be kept
 * for ever; every other path that is no file shows the one page, which finds its way by the path.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleHosting implements WebMvcConfigurer {

  static final String LOCATION = "classpath:/console/";

  private static final Duration ASSET_AGE = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(LOCATION + "assets/")
        .setCacheControl(CacheControl.maxAge(ASSET_AGE).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(LOCATION)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageResolver());
  }

  private static final class PageResolver extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null) {
        return file;
      }
      boolean page =
          !path.startsWith("api/")
              && !path.startsWith("actuator")
              && !path.substring(path.lastIndexOf('/') + 1).contains(".");
      return page ? super.getResource("index.html", location) : null;
    }
  }
}

package org.firebreak.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * What may be kept by whom. Every JSON answer to a GET carries an ETag, so that asking again for
 * the same costs no bytes. Answers about single persons are never written to a disk ({@code
 * no-store}); figures, regions and standards may be kept by the browser but are asked for again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CachingRules extends ShallowEtagHeaderFilter {

  private static final String API = "/api/v1/";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, isFigures(path(request)) ? "private, no-cache" : "no-store");
    super.doFilterInternal(request, response, chain);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = path(request);
    // Streams and exports must not be held in memory to be hashed.
    return !path.startsWith(API) || path.endsWith("/events") || path.endsWith(".csv");
  }

  private static boolean isFigures(String path) {
    return path.startsWith(API + "situation/")
        || path.startsWith(API + "regions")
        || path.startsWith(API + "standards")
        || path.equals(API + "openapi.json");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  @Override
  protected boolean isEligibleForEtag(
      HttpServletRequest request,
      HttpServletResponse response,
      int responseStatusCode,
      java.io.InputStream inputStream) {
    return responseStatusCode == HttpServletResponse.SC_OK && "GET".equals(request.getMethod());
  }
}

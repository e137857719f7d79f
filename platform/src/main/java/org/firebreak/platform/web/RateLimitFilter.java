package org.firebreak.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.firebreak.base.error.UserException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses who asks too often, once it is known who asks. Bodies that say they are larger than any
 * route takes are refused here too, before a byte of them is read.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

  private final RateLimits limits;
  private final Problems problems;
  private final long bodyMaxBytes;
  private final long uploadMaxBytes;

  /**
   * @param bodyMaxBytes largest body that is not an upload
   * @param uploadMaxBytes largest upload
   */
  public RateLimitFilter(
      RateLimits limits, Problems problems, long bodyMaxBytes, long uploadMaxBytes) {
    this.limits = limits;
    this.problems = problems;
    this.bodyMaxBytes = bodyMaxBytes;
    this.uploadMaxBytes = uploadMaxBytes;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    boolean allowed =
        caller == null
            ? limits.allows(RateLimits.Limit.ANONYMOUS, request.getRemoteAddr())
            : limits.allows(RateLimits.Limit.CALLER, caller.getName());
    if (!allowed) {
      response.setHeader("Retry-After", "1");
      problems.write(
          request,
          response,
          new UserException("requests-too-many", "Too many requests; try again in a second."));
      return;
    }
    if (caller == null && isUpload(request)) {
      // Before anything reads the body: a stranger must not fill the disk.
      problems.write(request, response, new UserException("not-signed-in", "Sign in first."));
      return;
    }
    if (isOfUnknownLength(request)) {
      problems.write(
          request,
          response,
          new UserException("length-missing", "Say the length of the body (Content-Length)."));
      return;
    }
    if (isTooLarge(request)) {
      problems.write(
          request,
          response,
          new UserException("body-too-large", "The body of the request is larger than is taken."));
      return;
    }
    chain.doFilter(request, response);
  }

  /** Uploads are read as they come and counted; other bodies are read whole, so say how long. */
  private static boolean isOfUnknownLength(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null && !isUpload(request);
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.startsWith("multipart/") || type.startsWith("application/x-ndjson"));
  }

  private boolean isTooLarge(HttpServletRequest request) {
    return request.getContentLengthLong() > (isUpload(request) ? uploadMaxBytes : bodyMaxBytes);
  }
}

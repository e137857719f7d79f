package org.firebreak.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by key if the request carries one ({@code Authorization: Bearer}), else by
 * the session cookie. A request with a key never counts as one of a session, so that a page cannot
 * borrow the cookie's power by adding a header.
 */
final class CallerFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(CallerFilter.class);

  static final String COOKIE = "firebreak_session";

  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Keys keys;
  private final Problems problems;

  CallerFilter(Accounts accounts, Sessions sessions, Keys keys, Problems problems) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.keys = keys;
    this.problems = problems;
  }

  static boolean carriesKey(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  static Optional<String> sessionToken(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (COOKIE.equals(cookie.getName())) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<CallerAuthentication> found;
    try {
      found = carriesKey(request) ? byKey(request) : bySession(request);
    } catch (DataAccessException e) {
      log.error("nobody can be recognised: {}", e.getMessage());
      problems.write(request, response, Problems.databaseAway());
      return;
    }
    if (found.isEmpty() && carriesKey(request)) {
      problems.write(
          request,
          response,
          new UserException("not-signed-in", "The key is unknown, expired or revoked."));
      return;
    }
    found.ifPresent(authentication -> {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(authentication);
      SecurityContextHolder.setContext(context);
    });
    chain.doFilter(request, response);
  }

  private Optional<CallerAuthentication> byKey(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return keys.use(header.substring(BEARER.length()).strip(), request.getRemoteAddr())
        .map(caller -> new CallerAuthentication(caller, null));
  }

  private Optional<CallerAuthentication> bySession(HttpServletRequest request) {
    return sessionToken(request)
        .flatMap(sessions::use)
        .flatMap(session ->
            accounts
                .findCaller(session.username())
                .map(caller -> new CallerAuthentication(caller, session.id())));
  }
}

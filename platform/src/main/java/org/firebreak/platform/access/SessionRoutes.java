package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionRoutes {

  private final SignIn signIn;
  private final Accounts accounts;

  SessionRoutes(SignIn signIn, Accounts accounts) {
    this.signIn = signIn;
    this.accounts = accounts;
  }

  /** Who is signed in; null if nobody is. */
  record SessionView(@Nullable UserView user) {}

  /** The signed-in user. */
  record UserView(
      String username,
      String displayName,
      List<Accounts.Grant> roles,
      @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
          Set<String> permissions,
      boolean mustChangePassword) {}

  /** Name and password. */
  record Credentials(String username, String password) {
    Credentials {
      Objects.requireNonNull(username, "username");
      Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  /** The password as it is and as it shall be. */
  record PasswordChange(String current, String replacement) {
    PasswordChange {
      Objects.requireNonNull(current, "current");
      Objects.requireNonNull(replacement, "replacement");
    }

    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  @GetMapping
  @PublicRoute("tells a browser whether it is signed in, and gives it its CSRF token")
  @Operation(summary = "Who is signed in")
  SessionView get(@Nullable Caller caller, HttpServletRequest request) {
    // Reading the token makes the answer carry its cookie.
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    return view(caller);
  }

  private SessionView view(@Nullable Caller caller) {
    return new SessionView(
        caller == null
            ? null
            : new UserView(
                caller.username(),
                caller.displayName(),
                accounts.grants(caller.username()),
                new TreeSet<>(caller.permissions()),
                caller.mustChangePassword()));
  }

  @PostMapping
  @PublicRoute("the way to sign in")
  @Operation(summary = "Sign in with name and password")
  SessionView signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIn.Started started =
        signIn.signIn(
            credentials.username(),
            credentials.password(),
            request.getRemoteAddr(),
            Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    CallerFilter.sessionToken(request).ifPresent(signIn::endByToken);
    setCookie(request, response, started.token());
    return view(started.caller());
  }

  @DeleteMapping
  @SignedIn
  @Operation(summary = "Sign out")
  SessionView signOut(HttpServletRequest request, HttpServletResponse response) {
    CallerFilter.sessionToken(request).ifPresent(signIn::endByToken);
    setCookie(request, response, "");
    return view(null);
  }

  @PutMapping("/password")
  @SignedIn
  @Operation(summary = "Replace the own password; ends every other session of the account")
  SessionView changePassword(
      @RequestBody PasswordChange change,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIn.Started started =
        signIn.changePassword(
            caller,
            change.current(),
            change.replacement(),
            request.getRemoteAddr(),
            Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
    setCookie(request, response, started.token());
    return view(started.caller());
  }

  private static void setCookie(
      HttpServletRequest request, HttpServletResponse response, String token) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(CallerFilter.COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/");
    if (token.isEmpty()) {
      cookie.maxAge(0);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }
}

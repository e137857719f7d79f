package org.firebreak.platform.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to its handler only if the handler says whom it is for and the caller is
 * one of them. A handler that says nothing is refused to everybody.
 */
@Component
public class RouteGuard implements HandlerInterceptor {

  /** Handlers of libraries, which cannot carry our annotations: the description of the API. */
  static final Set<String> PUBLIC_LIBRARY_HANDLERS =
      Set.of("org.springdoc.webmvc.api.OpenApiWebMvcResource");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean later =
        request.getDispatcherType() == DispatcherType.ERROR
            || request.getDispatcherType() == DispatcherType.ASYNC;
    if (later || handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    if (!(handler instanceof HandlerMethod method)) {
      throw forbidden();
    }
    check(method, current());
    return true;
  }

  static @Nullable Caller current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication authentication
        ? authentication.getPrincipal()
        : null;
  }

  private static void check(HandlerMethod method, @Nullable Caller caller) {
    if (isPublic(method)) {
      return;
    }
    if (caller == null) {
      throw new UserException("not-signed-in", "Sign in first.");
    }
    if (method.hasMethodAnnotation(SignedIn.class)) {
      return;
    }
    if (caller.mustChangePassword()) {
      throw new UserException(
          "password-change-required", "Replace the one-time password first, then go on.");
    }
    Permission permission = method.getMethodAnnotation(Permission.class);
    if (permission == null || !caller.may(permission.value())) {
      throw forbidden();
    }
  }

  static boolean isPublic(HandlerMethod method) {
    return method.hasMethodAnnotation(PublicRoute.class)
        || PUBLIC_LIBRARY_HANDLERS.contains(method.getBeanType().getName());
  }

  private static UserException forbidden() {
    return new UserException("forbidden", "Your roles do not allow this.");
  }
}

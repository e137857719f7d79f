package org.firebreak.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of the running application. */
@PlatformTest
class RouteWallTest {

  private static final String NOBODYS_ID = "00000000-0000-0000-0000-000000000000";

  private record Route(String method, String path, boolean form, HandlerMethod handler) {

    boolean isPublic() {
      return RouteGuard.isPublic(handler);
    }

    String url() {
      return path.replaceAll("\\{[^}]*}", NOBODYS_ID);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static List<Route> routes(TestPlatform platform) {
    Map<RequestMappingInfo, HandlerMethod> mappings =
        platform
            .running()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods();
    List<Route> routes = new ArrayList<>();
    mappings.forEach((info, handler) -> {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      String method = methods.isEmpty() ? "GET" : methods.iterator().next().name();
      boolean form = info.getConsumesCondition().toString().contains("multipart");
      for (String path : info.getPatternValues()) {
        routes.add(new Route(method, path, form, handler));
      }
    });
    return routes;
  }

  @Test
  void everyRouteSaysWhomItIsFor(TestPlatform platform) {
    Set<String> known =
        Set.copyOf(
            platform.sql().sql("SELECT name FROM access.permission").query(String.class).list());
    List<Route> routes = routes(platform);
    assertTrue(routes.size() > 15, "too few routes to be all: " + routes);
    for (Route route : routes) {
      long marks =
          Stream.of(Permission.class, SignedIn.class, PublicRoute.class)
              .filter(route.handler()::hasMethodAnnotation)
              .count();
      boolean library =
          RouteGuard.PUBLIC_LIBRARY_HANDLERS.contains(route.handler().getBeanType().getName());
      assertEquals(library ? 0 : 1, marks, route + " must say once whom it is for");
      Permission permission = route.handler().getMethodAnnotation(Permission.class);
      if (permission != null) {
        assertTrue(known.contains(permission.value()), route + " asks " + permission.value());
      }
    }
  }

  @Test
  void everyRouteRefusesStrangersAndThoseWithoutTheRole(TestPlatform platform) {
    ApiClient stranger = platform.anonymous();
    ApiClient powerless = platform.signIn();
    for (Route route : routes(platform)) {
      if (route.isPublic()) {
        continue;
      }
      assertEquals(401, call(stranger, route).status(), "anonymous: " + route);
      if (route.handler().hasMethodAnnotation(Permission.class)) {
        ApiResponse answer = call(powerless, route);
        assertEquals(403, answer.status(), "without a role: " + route);
        assertEquals("forbidden", answer.code(), "without a role: " + route);
      }
    }
  }

  private static ApiResponse call(ApiClient client, Route route) {
    if (route.form()) {
      return client.upload(route.url(), "file.csv", new byte[0], Map.of());
    }
    return switch (route.method()) {
      case "GET" -> client.get(route.url());
      case "POST" -> client.post(route.url(), Map.of());
      case "PUT" -> client.put(route.url(), Map.of());
      case "DELETE" -> client.delete(route.url());
      default -> throw new AssertionError("no such method: " + route);
    };
  }
}

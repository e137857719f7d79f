package org.firebreak.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.PublicRoute;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API described by itself: {@code /api/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class);
  }

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Firebreak")
                .version("v1")
                .description(
                    "Errors are application/problem+json (RFC 9457) with a stable code. Lists are"
                        + " {items, nextCursor, total?} with the query parameters limit and cursor.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
        .servers(List.of(new Server().url("/")))
        .schemaRequirement(
            "session",
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("firebreak_session"))
        .schemaRequirement(
            "key", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
  }

  /** Says of each route whom it is for, and adds the parameters of lists. */
  @Bean
  OperationCustomizer whomRoutesAreFor() {
    return (operation, method) -> {
      Permission permission = method.getMethodAnnotation(Permission.class);
      String who =
          permission != null
              ? "Needs " + permission.value() + "."
              : method.hasMethodAnnotation(PublicRoute.class)
                  ? "Public."
                  : "Needs a signed-in user.";
      String said = operation.getDescription();
      operation.setDescription(said == null ? who : said + " " + who);
      for (Class<?> type : method.getMethod().getParameterTypes()) {
        if (type == PageRequest.class) {
          operation.addParametersItem(query("limit", "1 to 500, default 50"));
          operation.addParametersItem(query("cursor", "nextCursor of the page before"));
        }
      }
      return operation;
    };
  }

  private static io.swagger.v3.oas.models.parameters.Parameter query(String name, String says) {
    return new io.swagger.v3.oas.models.parameters.QueryParameter()
        .name(name)
        .description(says)
        .required(false)
        .schema(
            "limit".equals(name)
                ? new io.swagger.v3.oas.models.media.IntegerSchema()
                : new io.swagger.v3.oas.models.media.StringSchema());
  }
}

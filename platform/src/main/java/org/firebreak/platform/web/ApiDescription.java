package org.firebreak.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.PublicRoute;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/**
 * The API described by itself: {@code /api/v1/openapi.json}. The console's types are generated from
 * it, so names are made from what the code calls things, and come in the same order every time.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  /** What routes ask for, as they were met. */
  private final Set<String> permissions = new ConcurrentSkipListSet<>();

  static {
    ModelResolver.enumsAsRef = true;
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, PageRequest.class)
        .replaceWithSchema(JsonNode.class, new Schema<>())
        .replaceWithSchema(StreamingResponseBody.class, new StringSchema())
        .replaceWithSchema(SseEmitter.class, new StringSchema());
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

  /** Names routes, says whom each is for, and adds the parameters of lists. */
  @Bean
  OperationCustomizer whomRoutesAreFor() {
    return (operation, method) -> {
      name(operation, method);
      Permission permission = method.getMethodAnnotation(Permission.class);
      if (permission != null) {
        permissions.add(permission.value());
      }
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
          operation.addParametersItem(
              query("limit", "1 to 500, default 50").schema(new IntegerSchema()));
          operation.addParametersItem(
              query("cursor", "nextCursor of the page before").schema(new StringSchema()));
        }
      }
      return operation;
    };
  }

  /** Tagged by capability, called by controller and method. */
  private static void name(Operation operation, HandlerMethod method) {
    String location = method.getBeanType().getPackageName();
    operation.setTags(List.of(location.substring(location.lastIndexOf('.') + 1)));
    String controller = method.getBeanType().getSimpleName().replaceAll("(Controller|Routes)$", "");
    operation.setOperationId(controller + "." + method.getMethod().getName());
  }

  private static Parameter query(String name, String says) {
    return new QueryParameter().name(name).description(says).required(false);
  }

  /** Adds what every route may answer, and lets requests leave out what may be null. */
  @Bean
  OpenApiCustomizer everyRoute(SchemaNullness names) {
    return api -> {
      names.requireOwnNames();
      ModelConverters.getInstance(true)
          .readAll(Problem.class)
          .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      StringSchema permission = new StringSchema();
      permission.setEnum(List.copyOf(permissions));
      api.getComponents().addSchemas("Permission", permission);
      List<Operation> operations =
          api.getPaths().values().stream().flatMap(path -> path.readOperations().stream()).toList();
      operations.forEach(
          operation -> operation.getResponses().addApiResponse("default", problemAnswer()));
      SchemaUse.letRequestsOmitNulls(operations, api.getComponents().getSchemas());
    };
  }

  private static ApiResponse problemAnswer() {
    Schema<?> problem = new Schema<>().$ref(SchemaUse.REFERENCE + Problem.class.getSimpleName());
    return new ApiResponse()
        .description("What went wrong")
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(problem)));
  }
}

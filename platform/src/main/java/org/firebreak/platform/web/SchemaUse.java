package org.firebreak.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the schemas of the API are used: answers write every property, requests need not. */
final class SchemaUse {

  static final String REFERENCE = "#/components/schemas/";

  private SchemaUse() {}

  /** Takes what may be null from the required properties of schemas that are only ever sent. */
  static void letRequestsOmitNulls(
      List<Operation> operations, @SuppressWarnings("rawtypes") Map<String, Schema> schemas) {
    Set<String> answered = new HashSet<>();
    Set<String> sent = new HashSet<>();
    for (Operation operation : operations) {
      operation
          .getResponses()
          .values()
          .forEach(answer -> add(answer.getContent(), schemas, answered));
      if (operation.getRequestBody() != null) {
        add(operation.getRequestBody().getContent(), schemas, sent);
      }
    }
    sent.removeAll(answered);
    for (String name : sent) {
      Schema<?> schema = schemas.get(name);
      if (schema != null && schema.getRequired() != null) {
        schema.setRequired(
            schema.getRequired().stream()
                .filter(property -> !isNullable(schema.getProperties().get(property)))
                .toList());
      }
    }
  }

  private static void add(
      @Nullable Content content,
      @SuppressWarnings("rawtypes") Map<String, Schema> schemas,
      Set<String> names) {
    if (content != null) {
      content.values().forEach(type -> add(type.getSchema(), schemas, names));
    }
  }

  private static void add(
      @Nullable Schema<?> schema,
      @SuppressWarnings("rawtypes") Map<String, Schema> schemas,
      Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(REFERENCE.length());
      if (names.add(name)) {
        add(schemas.get(name), schemas, names);
      }
    }
    parts(schema).forEach(part -> add(part, schemas, names));
  }

  private static Stream<Schema<?>> parts(Schema<?> schema) {
    List<Schema<?>> parts = new ArrayList<>();
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(parts::add);
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(parts::add);
    }
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> value) {
      parts.add(value);
    }
    return parts.stream();
  }

  private static boolean isNullable(@Nullable Schema<?> property) {
    if (property == null || saysNull(property)) {
      return property != null;
    }
    return property.getAnyOf() != null
        && property.getAnyOf().stream().anyMatch(SchemaUse::saysNull);
  }

  private static boolean saysNull(Schema<?> schema) {
    return schema.getTypes() != null && schema.getTypes().contains("null");
  }
}

package org.firebreak.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Writes what records say of null into the description of the API: what is {@link Nullable} may be
 * null, also inside lists and maps, and every component is always written, except where {@link
 * JsonInclude} leaves null out. Thread-safe.
 */
@Component
class SchemaNullness implements ModelConverter {

  private static final String NULL = "null";

  /** Whose schema a name is. */
  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  private final Set<String> conflicts = new ConcurrentSkipListSet<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    Class<?> javaClass = Json.mapper().constructType(type.getType()).getRawClass();
    if (resolved == null || !javaClass.isRecord()) {
      return resolved;
    }
    Schema<?> model = resolved;
    if (resolved.get$ref() != null) {
      String name = resolved.get$ref().substring(SchemaUse.REFERENCE.length());
      ownName(name, javaClass);
      model = context.getDefinedModels().get(name);
    }
    if (model != null && model.getProperties() != null) {
      describe(model, javaClass);
    }
    return resolved;
  }

  private void ownName(String name, Class<?> javaClass) {
    Class<?> other = named.putIfAbsent(name, javaClass);
    if (other != null && other != javaClass) {
      conflicts.add(
          "%s and %s are both called '%s'".formatted(other.getName(), javaClass.getName(), name));
    }
  }

  /**
   * Refuses a description in which two records have one name, so that one would pass for the other.
   * A converter cannot: what it throws is swallowed.
   */
  void requireOwnNames() {
    if (!conflicts.isEmpty()) {
      throw new IllegalStateException(
          "Name records of the API apart by @Schema(name = ...): " + conflicts);
    }
  }

  private static void describe(Schema<?> model, Class<?> javaClass) {
    boolean omitsNull = omitsNull(javaClass.getAnnotation(JsonInclude.class));
    List<String> required = new ArrayList<>();
    for (RecordComponent component : javaClass.getRecordComponents()) {
      String name = component.getName();
      Schema<?> property = model.getProperties().get(name);
      if (property == null) {
        continue;
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean omitted =
          omitsNull || omitsNull(component.getAccessor().getAnnotation(JsonInclude.class));
      within(property, component.getAnnotatedType());
      if (nullable && !omitted) {
        model.getProperties().put(name, orNull(property));
      }
      if (!nullable || !omitted) {
        required.add(name);
      }
    }
    model.setRequired(required);
  }

  private static boolean omitsNull(@Nullable JsonInclude rule) {
    return rule != null && rule.value() == JsonInclude.Include.NON_NULL;
  }

  /** Marks the elements of lists and the values of maps that may be null. */
  private static void within(Schema<?> schema, java.lang.reflect.AnnotatedType type) {
    if (!(type instanceof AnnotatedParameterizedType parameterized)) {
      return;
    }
    java.lang.reflect.AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
    java.lang.reflect.AnnotatedType element = arguments[arguments.length - 1];
    boolean nullable = element.isAnnotationPresent(Nullable.class);
    Class<?> container = ResolvableType.forType(type.getType()).toClass();
    if (Collection.class.isAssignableFrom(container) && schema.getItems() != null) {
      within(schema.getItems(), element);
      schema.setItems(nullable ? orNull(schema.getItems()) : schema.getItems());
    } else if (Map.class.isAssignableFrom(container)
        && schema.getAdditionalProperties() instanceof Schema<?> value) {
      within(value, element);
      schema.setAdditionalProperties(nullable ? orNull(value) : value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of(NULL))));
    }
    if (schema.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(schema.getTypes());
      types.add(NULL);
      schema.setTypes(types);
    }
    List<Object> constants = (List<Object>) schema.getEnum();
    if (constants != null && !constants.contains(null)) {
      List<Object> withNull = new ArrayList<>(constants);
      withNull.add(null);
      ((Schema<Object>) schema).setEnum(withNull);
    }
    return schema;
  }
}

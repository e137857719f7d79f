package org.firebreak.intake.standard;

import java.util.List;
import java.util.Map;
import org.firebreak.intake.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a standard asks for.
 *
 * @param code the rule's code, one of the rule catalogue
 * @param severity severity in this standard, or null for that of the catalogue
 * @param fields the fields it looks at, in the order that the rule gives meaning to
 * @param parameters further parameters by name; numbers
 */
public record RuleSpec(
    String code, @Nullable Severity severity, List<String> fields, Map<String, Double> parameters) {

  public RuleSpec {
    fields = List.copyOf(fields);
    parameters = Map.copyOf(parameters);
  }

  /** A numeric parameter, or {@code otherwise} if the standard does not give it. */
  public double parameter(String name, double otherwise) {
    Double value = parameters.get(name);
    return value == null ? otherwise : value;
  }
}

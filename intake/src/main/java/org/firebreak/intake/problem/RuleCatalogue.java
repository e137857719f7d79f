package org.firebreak.intake.problem;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.InternalException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules the intake knows, with their sentences in English and Chinese, from {@code
 * rules/rules.yaml}.
 *
 * <p>Immutable; thread-safe.
 */
public final class RuleCatalogue {

  private static final String RESOURCE = "/rules/rules.yaml";
  private static final RuleCatalogue SHIPPED = read();

  private final Map<String, RuleText> rules;

  private RuleCatalogue(Map<String, RuleText> rules) {
    this.rules = rules;
  }

  /** The catalogue that ships with the project. */
  public static RuleCatalogue shipped() {
    return SHIPPED;
  }

  /** All rules, in the catalogue's order. */
  public Collection<RuleText> list() {
    return Collections.unmodifiableCollection(rules.values());
  }

  /**
   * The rule of a code.
   *
   * @throws InternalException if there is none: codes are written by us
   */
  public RuleText get(String code) {
    RuleText rule = rules.get(code);
    if (rule == null) {
      throw new InternalException("rule-unknown", "No rule '" + code + "' in " + RESOURCE);
    }
    return rule;
  }

  private static RuleCatalogue read() {
    try (InputStream in =
        Objects.requireNonNull(RuleCatalogue.class.getResourceAsStream(RESOURCE))) {
      Map<String, RuleText> rules = new LinkedHashMap<>();
      for (JsonNode node : YAMLMapper.shared().readTree(in).get("rules")) {
        RuleText rule =
            new RuleText(
                node.get("code").asString(),
                "error".equals(node.get("severity").asString()) ? Severity.ERROR : Severity.WARNING,
                Dimension.valueOf(node.get("dimension").asString().toUpperCase(Locale.ROOT)),
                new LocalizedText(node.get("en").asString(), node.get("zh").asString()),
                new LocalizedText(node.get("do_en").asString(), node.get("do_zh").asString()));
        rules.put(rule.code(), rule);
      }
      return new RuleCatalogue(rules);
    } catch (IOException e) {
      throw new InternalException("rules-unreadable", RESOURCE + " cannot be read", e);
    }
  }
}

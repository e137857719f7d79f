package org.firebreak.platform.access;

import java.util.Map;
import java.util.Set;

/**
 * Who makes a request, and what they may do where. A controller method takes it as an argument.
 *
 * @param username stable name of the account, also of a service
 * @param displayName name for people
 * @param scopes for each permission held, where it holds
 * @param mustChangePassword true until a one-time password was replaced; then nothing else is
 *     allowed
 */
public record Caller(
    String username,
    String displayName,
    Map<String, RegionScope> scopes,
    boolean mustChangePassword) {

  /** The platform itself, for work that nobody asked for (watched folder, schedules). */
  public static final Caller SYSTEM = new Caller("system", "Firebreak", Map.of(), false);

  public Caller {
    scopes = Map.copyOf(scopes);
  }

  public Set<String> permissions() {
    return scopes.keySet();
  }

  public boolean may(String permission) {
    return scopes.containsKey(permission);
  }

  /** Where a permission holds; nowhere if it is not held. */
  public RegionScope regions(String permission) {
    return scopes.getOrDefault(permission, RegionScope.NONE);
  }
}

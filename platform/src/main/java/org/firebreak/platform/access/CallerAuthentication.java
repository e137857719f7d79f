package org.firebreak.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller as Spring Security holds it; the authorities are the permissions. */
final class CallerAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;
  private final @Nullable UUID session;

  /**
   * @param session the session, or null for a key
   */
  CallerAuthentication(Caller caller, @Nullable UUID session) {
    super(AuthorityUtils.createAuthorityList(caller.permissions()));
    this.caller = caller;
    this.session = session;
    setAuthenticated(true);
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.username();
  }

  @Nullable UUID session() {
    return session;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that
        && that.caller.equals(caller)
        && java.util.Objects.equals(that.session, session);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}

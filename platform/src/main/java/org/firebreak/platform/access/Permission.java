package org.firebreak.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a route asks of its caller, for example {@code cases:read}. A route without this,
 * {@link SignedIn} or {@link PublicRoute} is refused to everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {

  /** One of the permissions seeded in the table {@code access.permission}. */
  String value();
}

package org.firebreak.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on the one platform of this test process, with its real PostgreSQL, on a random port. The
 * constructor and test methods may take a {@link TestPlatform}. Tests share the database: make data
 * of your own, and expect that of others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestPlatform.Extension.class)
public @interface PlatformTest {}

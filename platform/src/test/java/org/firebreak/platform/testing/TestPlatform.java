package org.firebreak.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.firebreak.platform.access.TestAccounts;
import org.firebreak.platform.lifecycle.DatabaseLogin;
import org.firebreak.platform.lifecycle.RunningPlatform;
import org.firebreak.platform.lifecycle.StartOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The platform under test. Started once per test process, stopped at its end. */
public final class TestPlatform {

  private static @Nullable TestPlatform shared;
  private static @Nullable String failure;

  private final RunningPlatform platform;
  private final AtomicInteger names = new AtomicInteger();

  private TestPlatform(RunningPlatform platform) {
    this.platform = platform;
  }

  /** The platform of this process; the first call starts it. */
  public static synchronized TestPlatform shared() {
    if (failure != null) {
      // What failed to start once would fail again for every test.
      throw new IllegalStateException("The platform did not start: " + failure);
    }
    if (shared == null) {
      Path folder = temporaryFolder("platform");
      RunningPlatform started = start(folder);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                started.close();
                delete(folder);
              }));
      shared = new TestPlatform(started);
    }
    return shared;
  }

  private static RunningPlatform start(Path folder) {
    try {
      return RunningPlatform.start(StartOptions.onAnyPort(folder), sentence -> {}, Map.of());
    } catch (RuntimeException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /** An empty folder below {@code target}, on the same disk as real data would be. */
  public static Path temporaryFolder(String name) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
      return Files.createTempDirectory(parent, name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Deletes a folder and everything in it. */
  public static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public String address() {
    return platform.address();
  }

  public RunningPlatform running() {
    return platform;
  }

  /** A bean of the application, to call a service directly. */
  public <T> T bean(Class<T> type) {
    return platform.context().getBean(type);
  }

  /** SQL as the platform itself sees it: the runtime role. */
  public JdbcClient sql() {
    return bean(JdbcClient.class);
  }

  /** SQL as the owner of the tables, for what the platform itself may not do. */
  public JdbcClient ownerSql() {
    DatabaseLogin owner = platform.database().owner();
    return JdbcClient.create(
        new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
  }

  /** A client that is not signed in. */
  public ApiClient anonymous() {
    return new ApiClient(address());
  }

  /** A new user with some roles everywhere, signed in. */
  public ApiClient signIn(String... roles) {
    return signInFor(null, roles);
  }

  /** A new user with some roles in one region and all that lies in it, signed in. */
  public ApiClient signInFor(@Nullable String region, String... roles) {
    String username = "test-" + names.incrementAndGet();
    String password = "correct horse battery " + names.get();
    TestAccounts.create(platform.context(), username, password, List.of(roles), region);
    ApiClient client = anonymous();
    client.signIn(username, password);
    return client;
  }

  /** Hands the shared platform to tests. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestPlatform.class;
    }

    @Override
    public TestPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return shared();
    }
  }
}

package org.firebreak.platform.lifecycle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.base.error.ResourceException;
import org.firebreak.platform.PlatformApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A platform that runs in this process: lock, database and application, taken in this order and
 * given back in the opposite one.
 */
public final class RunningPlatform implements AutoCloseable {

  private final FolderLock lock;
  private final @Nullable EmbeddedPostgres postgres;
  private final Database database;
  private final ConfigurableApplicationContext context;
  private final String address;

  private RunningPlatform(
      FolderLock lock,
      @Nullable EmbeddedPostgres postgres,
      Database database,
      ConfigurableApplicationContext context,
      String address) {
    this.lock = lock;
    this.postgres = postgres;
    this.database = database;
    this.context = context;
    this.address = address;
  }

  /**
   * Starts a platform and returns when it answers.
   *
   * @throws org.firebreak.base.error.FirebreakException with one clear sentence if it cannot
   */
  public static RunningPlatform start(StartOptions options, Steps steps) {
    return start(options, steps, Map.of());
  }

  /** The same with configuration values that come before all others. */
  public static RunningPlatform start(
      StartOptions options, Steps steps, Map<String, Object> configuration) {
    StartLogging.quiet();
    SecureRandom random = new SecureRandom();
    DataFolder folder = DataFolder.open(options.data());
    steps.say("data folder " + folder.root());
    FolderLock lock = FolderLock.take(folder);
    EmbeddedPostgres postgres = null;
    try {
      checkPort(options);
      Database database;
      if (options.databaseUrl() == null) {
        steps.say("starting the database");
        postgres = EmbeddedPostgres.start(folder, random, steps);
        database = Database.prepare(postgres.superuser(), folder, random);
      } else {
        steps.say("connecting to the database");
        database =
            Database.prepareExternal(
                DatabaseAddress.parse(options.databaseUrl(), System.getenv()), folder, random);
      }
      int migrations = database.migrate();
      steps.say(
          migrations == 0 ? "database is up to date" : "database migrated, steps: " + migrations);
      steps.say("starting the platform");
      ConfigurableApplicationContext context = run(options, folder, database, configuration);
      String address = addressOf(options, context);
      lock.announce(address);
      return new RunningPlatform(lock, postgres, database, context, address);
    } catch (RuntimeException e) {
      if (postgres != null) {
        postgres.close();
      }
      lock.close();
      throw e;
    }
  }

  private static void checkPort(StartOptions options) {
    if (options.port() == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(options.address()), options.port()));
    } catch (IOException e) {
      throw new ResourceException(
          "port-busy",
          "cannot listen on %s:%d (%s); stop what uses it, or choose another with --port"
              .formatted(options.address(), options.port(), e.getMessage()),
          e);
    }
  }

  private static ConfigurableApplicationContext run(
      StartOptions options,
      DataFolder folder,
      Database database,
      Map<String, Object> configuration) {
    Map<String, Object> properties = new LinkedHashMap<>(configuration);
    properties.put("server.address", options.address());
    properties.put("server.port", options.port());
    properties.put("logging.file.name", folder.logs().resolve("firebreak.log").toString());
    properties.put(
        "spring.config.additional-location",
        "optional:file:" + folder.root().resolve("firebreak.properties"));
    SpringApplication application = new SpringApplication(PlatformApplication.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(context -> {
      if (context instanceof GenericApplicationContext generic) {
        generic.registerBean(DataFolder.class, () -> folder);
        generic.registerBean(Database.class, () -> database);
        generic.registerBean(StartOptions.class, () -> options);
      }
    });
    // As arguments, because where the configuration and the log are must be known before all else.
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    try {
      return application.run(arguments);
    } catch (RuntimeException e) {
      throw StartFailure.explain(e);
    }
  }

  private static String addressOf(StartOptions options, ConfigurableApplicationContext context) {
    if (!(context instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
      throw new IllegalStateException("The platform has no web server");
    }
    return "http://" + options.address() + ":" + web.getWebServer().getPort();
  }

  /** Where it listens, for example {@code http://127.0.0.1:8080}. */
  public String address() {
    return address;
  }

  /** The application, for what runs beside it in this process. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  public Database database() {
    return database;
  }

  @Nullable EmbeddedPostgres postgres() {
    return postgres;
  }

  /** Ends requests and jobs in their time, stops the database, gives the folder back. */
  @Override
  public void close() {
    context.close();
    if (postgres != null) {
      postgres.close();
    }
    lock.close();
  }
}

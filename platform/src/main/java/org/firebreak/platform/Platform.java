package org.firebreak.platform;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.FirstAdministrator;
import org.firebreak.platform.demo.DemoIncident;
import org.firebreak.platform.lifecycle.RunningPlatform;
import org.firebreak.platform.lifecycle.StartOptions;
import org.firebreak.platform.lifecycle.Steps;
import org.jspecify.annotations.Nullable;

/** {@code firebreak start}: runs a platform until it is told to stop. */
public final class Platform {

  private static final int EXIT_DEFECT = 1;
  private static final int EXIT_USAGE = 2;

  private static final String HELP =
      """
      Usage: firebreak start [--data DIR] [--port N] [--address A] [--database-url URL] [--demo]
        --data DIR          folder that keeps everything (default: ./data)
        --port N            port to listen on (default: 8080)
        --address A         address to listen on (default: 127.0.0.1, this machine only)
        --database-url URL  PostgreSQL 15 or later instead of the embedded one:
                            postgresql://USER@HOST[:PORT]/DATABASE, with FIREBREAK_DATABASE_PASSWORD
        --demo              load the demonstration incident into an empty data folder\
      """;

  private Platform() {}

  /** Starts, waits for the end, and stops cleanly; exit status 2 and one sentence if it cannot. */
  public static void main(String[] arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      System.out.println(HELP);
      return;
    }
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(String[] arguments, PrintStream out, PrintStream err) {
    Steps steps = sentence -> out.println("firebreak: " + sentence);
    try {
      StartOptions options = parse(arguments);
      RunningPlatform platform = RunningPlatform.start(options, steps);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .name("stop")
                  .unstarted(() -> {
                    steps.say("stopping");
                    platform.close();
                    steps.say("stopped");
                    stopped.countDown();
                  }));
      sayHowToSignIn(platform, steps);
      offerDemonstration(platform, options, steps);
      stopped.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (RuntimeException e) {
      return report(e, err);
    }
  }

  private static void sayHowToSignIn(RunningPlatform platform, Steps steps) {
    FirstAdministrator administrator = platform.context().getBean(FirstAdministrator.class);
    administrator.registerLocalKey();
    Optional<String> password = administrator.createIfNone();
    steps.say("running at " + platform.address() + " (Ctrl-C stops)");
    password.ifPresentOrElse(
        secret ->
            steps.say(
                "sign in as '%s' with the one-time password %s (shown only now; you choose your own at once)"
                    .formatted(FirstAdministrator.USERNAME, secret)),
        () -> steps.say("sign in with your account"));
  }

  private static void offerDemonstration(
      RunningPlatform platform, StartOptions options, Steps steps) {
    DemoIncident demonstration = platform.context().getBean(DemoIncident.class);
    boolean possible = demonstration.isPossible();
    if (options.demo() && possible) {
      demonstration.load(steps);
      steps.say("demonstration: loaded; it is on screen at " + platform.address());
    } else if (options.demo()) {
      steps.say("the data folder holds data already; the demonstration is not loaded over it");
    } else if (possible) {
      steps.say("there are no data yet; start with --demo to load the demonstration incident");
    }
  }

  private static int report(RuntimeException failure, PrintStream err) {
    FirebreakException known = knownCause(failure);
    if (known != null && !(known instanceof InternalException)) {
      err.println("firebreak: " + known.getMessage());
      return EXIT_USAGE;
    }
    err.println("firebreak: this is a defect of the program, please report it:");
    failure.printStackTrace(err);
    return EXIT_DEFECT;
  }

  private static @Nullable FirebreakException knownCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FirebreakException known) {
        return known;
      }
    }
    return null;
  }

  static StartOptions parse(String[] arguments) {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    if ("start".equals(words.peek())) {
      words.remove();
    }
    Path data = Path.of("data");
    String address = "127.0.0.1";
    int port = 8080;
    String databaseUrl = null;
    boolean demo = false;
    while (!words.isEmpty()) {
      String[] parts = words.remove().split("=", 2);
      switch (parts[0]) {
        case "--demo" -> demo = true;
        case "--data" -> data = Path.of(value(parts, words));
        case "--address" -> address = value(parts, words);
        case "--database-url" -> databaseUrl = value(parts, words);
        case "--port" -> port = portOf(value(parts, words));
        default ->
            throw new UserException(
                "option-unknown",
                "start has no option '" + parts[0] + "'; see firebreak start --help");
      }
    }
    return new StartOptions(data, address, port, databaseUrl, demo);
  }

  private static String value(String[] parts, Deque<String> words) {
    if (parts.length > 1) {
      return parts[1];
    }
    if (words.isEmpty()) {
      throw new UserException(
          "option-value", parts[0] + " needs a value; see firebreak start --help");
    }
    return words.remove();
  }

  private static int portOf(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65535) {
      throw new UserException("option-value", "--port must be 1..65535, was '" + text + "'");
    }
    return port;
  }
}

package org.firebreak.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.firebreak.platform.lifecycle.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Imports files that are laid into {@code watch/STANDARD/SOURCE/} of the data folder. A file is
 * taken when it has not changed for some seconds, and is moved to {@code taken} beside it once its
 * import is acknowledged, or to {@code refused} if it cannot even begin. Runs on one thread.
 */
@Component
class WatchFolder {

  private static final Logger log = LoggerFactory.getLogger(WatchFolder.class);
  private static final Duration SETTLED = Duration.ofSeconds(3);
  private static final List<String> OWN_FOLDERS = List.of("taken", "refused");

  private final Path root;
  private final StandardLibrary standards;
  private final Imports imports;
  private final Clock clock;

  WatchFolder(DataFolder data, StandardLibrary standards, Imports imports, Clock clock) {
    this.root = data.watch();
    this.standards = standards;
    this.imports = imports;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT3S")
  void look() {
    for (Standard standard : standards.list()) {
      Path folder = root.resolve(standard.key());
      for (Path source : list(folder)) {
        if (Files.isDirectory(source)) {
          list(source).stream()
              .filter(Files::isRegularFile)
              .filter(this::isSettled)
              .forEach(file -> take(standard.key(), source, file));
        }
      }
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith(".") && !OWN_FOLDERS.contains(name(entry)))
          .sorted()
          .toList();
    } catch (IOException e) {
      log.warn("watched folder {} cannot be read: {}", folder, e.getMessage());
      return List.of();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private boolean isSettled(Path file) {
    try {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      return changed.plus(SETTLED).isBefore(clock.instant());
    } catch (IOException e) {
      return false;
    }
  }

  private void take(String standard, Path source, Path file) {
    String folder = "taken";
    try (InputStream content = Files.newInputStream(file)) {
      ImportRequest request =
          new ImportRequest(standard, name(source), name(file), null, false, null, false);
      long id = imports.begin(request, content, Caller.SYSTEM).id();
      log.info("import {} of {} from the watched folder", id, name(file));
    } catch (FirebreakException | IOException e) {
      log.warn("{} in the watched folder is refused: {}", name(file), e.getMessage());
      folder = "refused";
    }
    move(file, source.resolve(folder));
  }

  private static void move(Path file, Path folder) {
    try {
      Files.createDirectories(folder);
      Files.move(file, folder.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.error("{} cannot be moved to {}: {}", file, folder, e.getMessage());
    }
  }
}

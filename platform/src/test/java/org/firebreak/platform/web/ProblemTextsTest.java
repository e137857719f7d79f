package org.firebreak.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error that these rooms can show a person has its sentence in Chinese. */
class ProblemTextsTest {

  private static final Path ROOT = Path.of(System.getProperty("firebreak.root", ".."));
  private static final Pattern THROWN =
      Pattern.compile("new (?:User|Data|Resource)Exception\\(\\s*\"([a-z0-9-]+)\"");
  private static final List<String> ROOMS =
      List.of(
          "platform/access",
          "platform/cases",
          "platform/catalog",
          "platform/intake",
          "platform/jobs",
          "platform/people",
          "platform/regions",
          "platform/situation",
          "platform/web");

  @Test
  void everyCodeHasAChineseSentence() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    int found = 0;
    for (Path source : sources()) {
      Matcher thrown = THROWN.matcher(Files.readString(source));
      while (thrown.find()) {
        found++;
        if (!ProblemTexts.has(thrown.group(1))) {
          missing.add(thrown.group(1));
        }
      }
    }
    assertTrue(found > 80, "too few to be all: " + found);
    assertEquals(new TreeSet<String>(), missing, "add them to problems/zh.properties");
  }

  private static List<Path> sources() throws IOException {
    Stream.Builder<Path> roots = Stream.builder();
    roots.add(ROOT.resolve("intake/src/main/java"));
    ROOMS.forEach(
        room -> roots.add(ROOT.resolve("platform/src/main/java/org/firebreak").resolve(room)));
    List<Path> all = new java.util.ArrayList<>();
    for (Path root : roots.build().toList()) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  @Test
  void placesAndValuesStandInTheChineseSentenceToo() {
    assertEquals(
        "文件不能作为 CSV 读取，请检查引号是否成对。（a.csv, after line 3: not readable）",
        ProblemTexts.of("csv-malformed", "a.csv, after line 3: not readable").zh());
    assertEquals(
        "nobody translated this", ProblemTexts.of("no-such", "nobody translated this").zh());
  }
}

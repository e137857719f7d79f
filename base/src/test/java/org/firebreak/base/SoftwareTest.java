package org.firebreak.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version in the code is the one that is built. */
class SoftwareTest {

  private static final Pattern FIRST_VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void versionIsThatOfTheBuild() throws IOException {
    Matcher version = FIRST_VERSION.matcher(Files.readString(Path.of("..", "pom.xml")));
    assertEquals(true, version.find());
    assertEquals(version.group(1).replace("-SNAPSHOT", ""), Software.VERSION);
  }
}

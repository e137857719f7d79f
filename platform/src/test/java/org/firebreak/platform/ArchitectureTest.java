package org.firebreak.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The walls of the house, as far as they can be seen from here. */
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.firebreak");

  /** Schemas and the package that owns each. */
  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)(?:FROM|JOIN|INTO|UPDATE|COPY|TABLE)\\s+\"?(access|audit|people|jobs|settings|regions|intake|catalog|cases|contacts|facilities|situation|records|genomes|alarms|forecasts|reproduction)\\.[a-z_]+");

  /** Reads and writes every table, whatever it is. */
  private static final Set<String> WHOLE_DATABASE = Set.of("operation");

  @Test
  void roomsBelowKnowNeitherThePlatformNorAFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.firebreak.platform..", "org.firebreak.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.firebreak.platform..", "org.springframework..", "jakarta..", "java.sql..")
        .check(OURS);
  }

  @Test
  void frameworkOfHttpStaysWhereRoutesAre() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .notBePublic()
        .because("a route is called over HTTP, never by another capability")
        .check(OURS);
  }

  @Test
  void plainPersonalValuesStayInTheirRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.firebreak.platform.people..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.firebreak.platform.people.DatabaseVault")
        .check(OURS);
  }

  /** A capability's tables are touched by its own package alone. */
  @Test
  void capabilitiesDoNotTouchEachOthersTables() throws IOException {
    Path sources = Path.of("src", "main", "java", "org", "firebreak", "platform");
    List<String> breaches = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String owner = sources.relativize(file).getName(0).toString();
        // Adjacent string constants are one statement.
        String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        Matcher tables = TABLE.matcher(text);
        while (tables.find()) {
          if (!tables.group(1).equals(owner) && !WHOLE_DATABASE.contains(owner)) {
            breaches.add(file.getFileName() + ": " + tables.group());
          }
        }
      }
    }
    assertTrue(breaches.isEmpty(), "foreign tables: " + breaches);
  }
}

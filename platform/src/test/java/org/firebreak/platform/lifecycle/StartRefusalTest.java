package org.firebreak.platform.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.PlatformConfig;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

/** What stops a start, and the one sentence it says. */
@PlatformTest
class StartRefusalTest {

  @TempDir Path folder;

  private static FirebreakException refusal(StartOptions options) {
    FirebreakException refused =
        assertThrows(
            FirebreakException.class, () -> RunningPlatform.start(options, sentence -> {}).close());
    assertFalse(String.valueOf(refused.getMessage()).contains("\n"), "one sentence");
    return refused;
  }

  @Test
  void folderOfALaterVersion() throws IOException {
    Files.writeString(folder.resolve("version"), "999\n");
    FirebreakException refused = refusal(StartOptions.onAnyPort(folder));
    assertEquals("data-folder-newer", refused.code());
  }

  @Test
  void folderOfAnotherProgram() throws IOException {
    Files.writeString(folder.resolve("version"), "PostgreSQL\n");
    assertEquals("data-folder-foreign", refusal(StartOptions.onAnyPort(folder)).code());
  }

  @Test
  void folderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    FirebreakException refused = refusal(StartOptions.onAnyPort(file));
    assertEquals("data-folder-unusable", refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains("is a file"), refused.getMessage());
  }

  @Test
  void folderInUseNamesProcessAndAddress(TestPlatform platform) {
    Path used = platform.bean(DataFolder.class).root();
    FirebreakException refused = refusal(StartOptions.onAnyPort(used));
    assertEquals("already-running", refused.code());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(String.valueOf(ProcessHandle.current().pid())), message);
    assertTrue(message.contains(platform.address()), message);
  }

  @Test
  void busyPort() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FirebreakException refused =
          refusal(new StartOptions(folder, "127.0.0.1", busy.getLocalPort(), null, false));
      assertEquals("port-busy", refused.code());
    }
  }

  @Test
  void databaseThatIsNotThere() {
    FirebreakException refused =
        refusal(
            new StartOptions(folder, "127.0.0.1", 0, "postgresql://me:pw@127.0.0.1:1/no", false));
    assertEquals("database-unreachable", refused.code());
    assertFalse(String.valueOf(refused.getMessage()).contains("pw"), "no password in messages");
  }

  @Test
  void databaseAddressThatIsNone() {
    for (String address : new String[] {"mysql://h/d", "postgresql://host", "nonsense", "jdbc:x"}) {
      FirebreakException refused =
          assertThrows(
              FirebreakException.class, () -> DatabaseAddress.parse(address, Map.of()), address);
      assertEquals("database-url-invalid", refused.code());
    }
    DatabaseLogin login =
        DatabaseAddress.parse(
            "jdbc:postgresql://ann@db:5433/fb?sslmode=require",
            Map.of(DatabaseAddress.PASSWORD_VARIABLE, "secret"));
    assertEquals(
        new DatabaseLogin("jdbc:postgresql://db:5433/fb?sslmode=require", "ann", "secret"), login);
    assertFalse(login.toString().contains("secret"));
  }

  @Test
  void databaseUserWithoutTheRightToMakeRoles(TestPlatform platform) {
    DataFolder data = platform.bean(DataFolder.class);
    FirebreakException refused =
        assertThrows(
            FirebreakException.class,
            () ->
                Database.prepareExternal(
                    platform.running().database().owner(), data, new SecureRandom()));
    assertEquals("database-rights", refused.code());
  }

  @Test
  void settingThatIsNoneOrWrong() {
    record Case(String key, String value, String code) {}
    for (Case bad :
        new Case[] {
          new Case("firebreak.sesion-idle", "PT1H", "configuration-unknown"),
          new Case("firebreak.session-idle", "soon", "configuration-invalid"),
          new Case("firebreak.parallel-jobs", "0", "configuration-invalid"),
        }) {
      UserException refused =
          assertThrows(
              UserException.class,
              () -> {
                try (var context = new AnnotationConfigApplicationContext()) {
                  context
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(new MapPropertySource("test", Map.of(bad.key(), bad.value())));
                  context.register(Settings.class);
                  context.refresh();
                } catch (RuntimeException e) {
                  throw StartFailure.explain(e);
                }
              });
      assertEquals(bad.code(), refused.code(), bad.key());
      assertTrue(
          String.valueOf(refused.getMessage()).contains(bad.key().substring(10)),
          refused.getMessage());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(PlatformConfig.class)
  static class Settings {}

  @Test
  void databaseOfALaterVersion(TestPlatform platform) {
    platform
        .ownerSql()
        .sql(
            "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success) VALUES (9999, '99999', 'x', 'SQL', 'x',"
                + " 'x', 1, true)")
        .update();
    try {
      FirebreakException refused =
          assertThrows(FirebreakException.class, () -> platform.running().database().migrate());
      assertEquals("database-newer", refused.code());
    } finally {
      platform.ownerSql().sql("DELETE FROM flyway_schema_history WHERE version = '99999'").update();
    }
  }

  @Test
  void secretsAreTheirOwnersAlone() throws IOException {
    DataFolder opened = DataFolder.open(folder);
    String secret = opened.secret("a-secret", new SecureRandom());
    assertEquals(secret, opened.secret("a-secret", new SecureRandom()));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(opened.secrets().resolve("a-secret"))));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.root())));
  }
}

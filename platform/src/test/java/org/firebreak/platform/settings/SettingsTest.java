package org.firebreak.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;

@PlatformTest
class SettingsTest {

  private static Map<String, Object> settings(String rule, String home) {
    return Map.of(
        "epiWeekRule", rule, "homeRegion", home, "platformName", Map.of("en", "Test", "zh", "测试"));
  }

  @Test
  void administratorChangesThemAndEverybodyReadsThem(TestPlatform platform) {
    ApiClient admin = platform.signIn("administrator");
    PlatformSettings before = platform.bean(SettingsService.class).get();
    assertEquals(200, admin.put("/api/v1/settings", settings("MMWR", "CN")).status());
    ApiClient viewer = platform.signIn("viewer");
    assertEquals("MMWR", viewer.get("/api/v1/settings").json().path("epiWeekRule").asString());
    assertEquals("forbidden", viewer.put("/api/v1/settings", settings("ISO", "CN")).code());
    platform.bean(SettingsService.class).put(before, "test");
  }

  @Test
  void refusesWhatIsNoSetting(TestPlatform platform) {
    ApiClient admin = platform.signIn("administrator");
    ApiResponse refused = admin.put("/api/v1/settings", settings("ISO", "no region!"));
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("homeRegion must be a region code"), refused.text());
    assertEquals(
        "request-unreadable", admin.put("/api/v1/settings", settings("LUNAR", "CN")).code());
    assertEquals("request-unreadable", admin.put("/api/v1/settings", "{").code());
  }
}

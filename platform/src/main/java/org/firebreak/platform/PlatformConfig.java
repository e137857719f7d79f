package org.firebreak.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator can configure, with its default. Given as {@code firebreak.*} in the file
 * {@code firebreak.properties} of the data folder, or in the environment ({@code
 * FIREBREAK_SESSION_IDLE=PT1H}); an unknown key in the file stops the start.
 *
 * @param sessionIdle a session that is not used this long ends
 * @param sessionAbsolute a session ends after this time in any case
 * @param uploadMax largest file taken in by HTTP
 * @param bodyMax largest other request body
 * @param parallelJobs jobs that run at once; more wait
 * @param databaseConnections connections to the database
 * @param pullPrivateAddresses whether scheduled pulls may fetch from the platform's own network
 */
@ConfigurationProperties(prefix = "firebreak", ignoreUnknownFields = false)
public record PlatformConfig(
    @DefaultValue("PT30M") Duration sessionIdle,
    @DefaultValue("PT12H") Duration sessionAbsolute,
    @DefaultValue("1GB") DataSize uploadMax,
    @DefaultValue("32MB") DataSize bodyMax,
    @DefaultValue("2") int parallelJobs,
    @DefaultValue("16") int databaseConnections,
    @DefaultValue("false") boolean pullPrivateAddresses) {

  public PlatformConfig {
    require(sessionIdle.isPositive(), "session-idle must be positive", sessionIdle);
    require(
        sessionAbsolute.compareTo(sessionIdle) >= 0,
        "session-absolute must not be shorter than session-idle",
        sessionAbsolute);
    require(uploadMax.toBytes() > 0, "upload-max must be positive", uploadMax);
    require(bodyMax.toBytes() > 0, "body-max must be positive", bodyMax);
    require(parallelJobs > 0 && parallelJobs <= 64, "parallel-jobs must be 1..64", parallelJobs);
    require(
        databaseConnections >= 4 && databaseConnections <= 50,
        "database-connections must be 4..50",
        databaseConnections);
  }

  private static void require(boolean holds, String rule, Object actual) {
    if (!holds) {
      throw new IllegalArgumentException("firebreak." + rule + ", was " + actual);
    }
  }
}

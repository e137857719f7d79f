package org.firebreak.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.firebreak.platform.lifecycle.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections of the runtime role. */
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);
  private static final Duration VALIDATION = Duration.ofSeconds(2);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Database database, PlatformConfig config) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("firebreak");
    hikari.setJdbcUrl(database.runtime().url());
    hikari.setUsername(database.runtime().user());
    hikari.setPassword(database.runtime().password());
    hikari.setMaximumPoolSize(config.databaseConnections());
    hikari.setMinimumIdle(2);
    hikari.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    hikari.setValidationTimeout(VALIDATION.toMillis());
    hikari.setKeepaliveTime(KEEP_ALIVE.toMillis());
    hikari.addDataSourceProperty("ApplicationName", "firebreak");
    hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
    hikari.addDataSourceProperty("tcpKeepAlive", "true");
    // A server that has gone away must not hold a request for ever.
    hikari.addDataSourceProperty("connectTimeout", "5");
    // The server's detail of an error quotes values of the row.
    hikari.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(hikari);
  }
}

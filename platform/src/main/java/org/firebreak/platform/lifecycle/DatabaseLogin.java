package org.firebreak.platform.lifecycle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to sign in to a database. Prints without its password.
 *
 * @param url JDBC address without credentials
 * @param user role name
 * @param password its password, may be empty
 */
public record DatabaseLogin(String url, String user, String password) {

  /** A connection of its own, for setting up and maintenance. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("ApplicationName", "firebreak-setup");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return "DatabaseLogin[" + url + ", " + user + "]";
  }
}

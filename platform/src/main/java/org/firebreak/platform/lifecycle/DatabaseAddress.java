package org.firebreak.platform.lifecycle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/** Reads the address of an external database as people write it. */
final class DatabaseAddress {

  static final String USER_VARIABLE = "FIREBREAK_DATABASE_USER";
  static final String PASSWORD_VARIABLE = "FIREBREAK_DATABASE_PASSWORD";

  private DatabaseAddress() {}

  /**
   * A login from {@code postgresql://[user[:password]@]host[:port]/database[?option=value]}, with
   * or without {@code jdbc:} before it; user and password that the environment gives come first.
   */
  static DatabaseLogin parse(String address, Map<String, String> environment) {
    URI uri = uriOf(address);
    String[] parts = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    String user = environment.getOrDefault(USER_VARIABLE, parts.length > 0 ? parts[0] : "");
    if (user.isEmpty()) {
      throw invalid(
          "it names no user; write postgresql://USER@HOST/DATABASE or set " + USER_VARIABLE);
    }
    String password = environment.getOrDefault(PASSWORD_VARIABLE, parts.length > 1 ? parts[1] : "");
    String url =
        "jdbc:postgresql://%s%s%s%s"
            .formatted(
                uri.getHost(),
                uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                uri.getPath(),
                orEmpty(uri.getRawQuery()));
    return new DatabaseLogin(url, user, password);
  }

  private static String orEmpty(@Nullable String query) {
    return query == null ? "" : "?" + query;
  }

  private static URI uriOf(String address) {
    try {
      URI uri =
          new URI(address.replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
      if (!"postgresql".equals(uri.getScheme())
          || uri.getHost() == null
          || uri.getPath() == null
          || uri.getPath().length() < 2) {
        throw invalid("write postgresql://USER@HOST[:PORT]/DATABASE");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw invalid("write postgresql://USER@HOST[:PORT]/DATABASE");
    }
  }

  private static UserException invalid(String what) {
    return new UserException("database-url-invalid", "--database-url cannot be read: " + what);
  }
}

package org.firebreak.platform.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullAddressesTest {

  private final PullAddresses strict = new PullAddresses(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/x",
        "http://localhost:5432/",
        "http://[::1]/",
        "http://10.0.0.8/a",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/passwd",
        "ftp://203.0.113.1/",
        "http://user:secret@203.0.113.1/",
        "http:///nothing",
        "gopher://203.0.113.1/"
      })
  void refusesInternalAndStrangeAddresses(String address) {
    assertThrows(UserException.class, () -> strict.requireAllowed(URI.create(address)), address);
  }

  @Test
  void allowsPublicAddressesAndPrivateOnesWhenConfigured() {
    assertDoesNotThrow(() -> strict.requireAllowed(URI.create("https://203.0.113.7/cases.csv")));
    assertDoesNotThrow(
        () -> new PullAddresses(true).requireAllowed(URI.create("http://127.0.0.1:1/x")));
  }
}

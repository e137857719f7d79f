package org.firebreak.platform.intake;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.firebreak.base.error.UserException;

/**
 * Which addresses the platform may fetch from. Addresses of the platform's own network are refused
 * unless the operator allows them, so that nobody reads internal services through a pull.
 */
final class PullAddresses {

  private final boolean privateAllowed;

  PullAddresses(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /**
   * Refuses what must not be fetched.
   *
   * @throws UserException naming the rule
   */
  void requireAllowed(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new UserException(
          "pull-address-invalid", "A pull needs an http or https address, was '" + uri + "'");
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw new UserException(
          "pull-address-invalid",
          "A pull needs a host and no user in its address, was '" + uri + "'");
    }
    if (!privateAllowed) {
      requirePublic(uri.getHost());
    }
  }

  private static void requirePublic(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isInternal(address)) {
          throw new UserException(
              "pull-address-internal",
              host
                  + " is an address of the platform's own network; set"
                  + " firebreak.pull-private-addresses=true to allow such pulls");
        }
      }
    } catch (UnknownHostException e) {
      throw new UserException("pull-address-unknown", "There is no host " + host, e);
    }
  }

  private static boolean isInternal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || carrierGrade;
  }
}

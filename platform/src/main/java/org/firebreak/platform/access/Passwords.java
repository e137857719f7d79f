package org.firebreak.platform.access;

import java.security.SecureRandom;
import org.firebreak.base.error.UserException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes, one lane, the first choice of the OWASP
 * password storage cheat sheet; a few dozen milliseconds on one core.
 */
@Component
class Passwords {

  static final int MIN_CHARS = 12;
  static final int MAX_CHARS = 200;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  /** Letters and digits that are not mistaken for each other when read from a screen. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int ONE_TIME_GROUPS = 5;
  private static final int ONE_TIME_GROUP_CHARS = 4;

  private final PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final SecureRandom random;

  /** Compared with when there is no such account, so that both answers take equally long. */
  private final String decoy;

  Passwords(SecureRandom random) {
    this.random = random;
    this.decoy = hash(oneTime());
  }

  String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("The encoder gave no hash");
    }
    return hash;
  }

  boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /** Takes as long as {@link #matches} and never matches. */
  void matchesNothing(String password) {
    encoder.matches(password, decoy);
  }

  /** A password to be given to a person and replaced at the first sign-in: 99 bits of chance. */
  final String oneTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ONE_TIME_GROUPS * ONE_TIME_GROUP_CHARS; i++) {
      if (i > 0 && i % ONE_TIME_GROUP_CHARS == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** Refuses a password that is too short, too long, or the account's own name. */
  static void check(String password, String username) {
    if (password.length() < MIN_CHARS || password.length() > MAX_CHARS) {
      throw new UserException(
          "password-weak", "A password has %d to %d characters.".formatted(MIN_CHARS, MAX_CHARS));
    }
    boolean monotone = password.chars().distinct().count() < 5;
    if (monotone || password.toLowerCase(java.util.Locale.ROOT).contains(username)) {
      throw new UserException(
          "password-weak",
          "A password must not contain the user name and needs five different characters.");
    }
  }
}

package org.firebreak.privacy.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.InternalException;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs a ledger's checkpoints (Ed25519, RFC 8032) and the verifier's half of it, in
 * the text form of {@code c2sp.org/signed-note}: {@code name+hash+key}.
 */
public final class LedgerKey {

  private static final byte ED25519 = 1;
  private static final int RAW_KEY_BYTES = 32;
  private static final int HASH_BYTES = 4;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private LedgerKey() {}

  /** Signs. Thread-safe. */
  public static final class Signer {
    private final PrivateKey key;
    private final Verifier verifier;

    private Signer(PrivateKey key, Verifier verifier) {
      this.key = key;
      this.verifier = verifier;
    }

    public Verifier verifier() {
      return verifier;
    }

    /** PKCS #8 and X.509 in Base64, to be kept secret. */
    public String secret() {
      return Base64.getEncoder().encodeToString(key.getEncoded())
          + ":"
          + Base64.getEncoder().encodeToString(verifier.key.getEncoded());
    }

    byte[] sign(byte[] text) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new InternalException("ledger-signature", "The checkpoint could not be signed", e);
      }
    }
  }

  /** Verifies; may be shown to everybody. Thread-safe. */
  public static final class Verifier {
    private final String name;
    private final PublicKey key;
    private final byte[] hash;

    private Verifier(String name, PublicKey key) {
      this.name = name;
      this.key = key;
      MessageDigest digest = Hash.sha256();
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      this.hash = Arrays.copyOf(digest.digest(typed(key)), HASH_BYTES);
    }

    public String name() {
      return name;
    }

    /** {@code name+hash+key}. */
    public String text() {
      return name
          + "+"
          + HexFormat.of().formatHex(hash)
          + "+"
          + Base64.getEncoder().encodeToString(typed(key));
    }

    byte[] hash() {
      return hash.clone();
    }

    boolean verifies(byte[] text, byte[] signed) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(text);
        return signature.verify(signed);
      } catch (GeneralSecurityException e) {
        // A signature of the wrong length or with a point off the curve.
        return false;
      }
    }
  }

  private static byte[] typed(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] typed = new byte[1 + RAW_KEY_BYTES];
    typed[0] = ED25519;
    System.arraycopy(encoded, encoded.length - RAW_KEY_BYTES, typed, 1, RAW_KEY_BYTES);
    return typed;
  }

  /** A new key for a ledger of that name (no spaces, no '+'). */
  public static Signer generate(String name, SecureRandom random) {
    requireName(name);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      return new Signer(pair.getPrivate(), new Verifier(name, pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new InternalException("ledger-key", "No key could be made", e);
    }
  }

  /**
   * The signer that {@link Signer#secret()} was taken from.
   *
   * @throws DataException {@code ledger-key-malformed}
   */
  public static Signer fromSecret(String name, String secret) {
    requireName(name);
    String[] halves = secret.strip().split(":", -1);
    if (halves.length != 2) {
      throw malformed("the signing key must have two halves", null);
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new Signer(
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
          new Verifier(
              name,
              factory.generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1])))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw malformed("the signing key cannot be read", e);
    }
  }

  /**
   * Reads {@link Verifier#text()}.
   *
   * @throws DataException {@code ledger-key-malformed}
   */
  public static Verifier verifier(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw malformed("a verifier key reads name+hash+key", null);
    }
    try {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != 1 + RAW_KEY_BYTES || typed[0] != ED25519) {
        throw malformed("it is not an Ed25519 key", null);
      }
      byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_KEY_BYTES);
      System.arraycopy(typed, 1, encoded, X509_PREFIX.length, RAW_KEY_BYTES);
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Verifier verifier = new Verifier(parts[0], key);
      if (!HexFormat.of().formatHex(verifier.hash).equals(parts[1])) {
        throw malformed("its hash does not belong to it", null);
      }
      return verifier;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw malformed("it cannot be read", e);
    }
  }

  private static void requireName(String name) {
    if (!name.matches("[^\\s+]{1,100}")) {
      throw new IllegalArgumentException("A ledger's name has no spaces and no '+': " + name);
    }
  }

  private static DataException malformed(String why, @Nullable Throwable cause) {
    return new DataException("ledger-key-malformed", "This is no key of a ledger: " + why, cause);
  }
}

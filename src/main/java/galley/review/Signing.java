package galley.review;

import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A device's key pair, Ed25519 (RFC 8032), and what it signs. The public key is the device's name;
 * the private key never leaves the device. Any thread may call.
 */
public final class Signing {
  private static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of a public key (RFC 8410, 4). */
  private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

  private final PrivateKey key;
  private final String device;

  private Signing(PrivateKey key, String device) {
    this.key = key;
    this.device = device;
  }

  /** A new device's keys, as {@link #of} reads them: the private key (PKCS #8), then the public. */
  public static byte[] fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, PUBLIC_HEAD.length, encoded.length);
      String text =
          Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + TO_TEXT.encodeToString(raw)
              + "\n";
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has Ed25519", e);
    }
  }

  /**
   * The keys that {@link #fresh} made.
   *
   * @throws IllegalArgumentException if they are something else
   */
  public static Signing of(byte[] keys) {
    String[] lines = new String(keys, StandardCharsets.US_ASCII).split("\n", -1);
    try {
      if (lines.length < 2) {
        throw new IllegalArgumentException("Not a pair of keys");
      }
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
      Signing signing = new Signing(key, lines[1]);
      byte[] trial = {1};
      if (!fits(lines[1], trial, signing.signature(trial))) {
        throw new IllegalArgumentException("The two keys are no pair");
      }
      return signing;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a pair of keys", e);
    }
  }

  /** The public key in base64url without padding. */
  public String device() {
    return device;
  }

  /**
   * The event with its signature.
   *
   * @param event whose author's device is this one
   */
  public ReviewEvent sign(ReviewEvent event) {
    return new ReviewEvent(
        event.id(),
        event.post(),
        event.subject(),
        event.clock(),
        event.at(),
        event.author(),
        event.action(),
        TO_TEXT.encodeToString(signature(bytes(event))));
  }

  /** Whether the event is as its author's device signed it; not so for one without a device. */
  public static boolean fits(ReviewEvent event) {
    if (event.author().device().isEmpty() || event.signature().isEmpty()) {
      return false;
    }
    try {
      return fits(event.author().device(), bytes(event), FROM_TEXT.decode(event.signature()));
    } catch (IllegalArgumentException e) {
      return false; // no base64url
    }
  }

  private byte[] signature(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has Ed25519", e);
    }
  }

  private static boolean fits(String device, byte[] bytes, byte[] signed) {
    try {
      byte[] raw = FROM_TEXT.decode(device);
      byte[] encoded = Arrays.copyOf(PUBLIC_HEAD, PUBLIC_HEAD.length + raw.length);
      System.arraycopy(raw, 0, encoded, PUBLIC_HEAD.length, raw.length);
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // no key of this kind, or no signature at all
    }
  }

  private static byte[] bytes(ReviewEvent event) {
    return ReviewEventJson.unsigned(event).getBytes(StandardCharsets.UTF_8);
  }
}

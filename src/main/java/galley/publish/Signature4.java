package galley.publish;

import galley.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests to S3: AWS Signature Version 4, in the Authorization header. */
final class Signature4 {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String region;
  private final String accessKey;
  private final String secretKey;

  Signature4(String region, String accessKey, String secretKey) {
    this.region = region;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  /**
   * The Authorization header of a request.
   *
   * @param path as it is sent, percent-encoded once
   * @param query its parameters, not encoded
   * @param headers all that are signed, in lower case: {@code host}, {@code x-amz-date}, {@code
   *     x-amz-content-sha256} and others
   */
  String authorization(
      String method, String path, SortedMap<String, String> query, Map<String, String> headers) {
    SortedMap<String, String> signed = new TreeMap<>(headers);
    String names = String.join(";", signed.keySet());
    String canonical =
        method
            + "\n"
            + path
            + "\n"
            + query(query)
            + "\n"
            + signed.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue().strip() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + names
            + "\n"
            + signed.get("x-amz-content-sha256");
    String time = String.valueOf(signed.get("x-amz-date"));
    String scope = time.substring(0, 8) + "/" + region + "/s3/aws4_request";
    String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + Sha256.of(canonical);
    byte[] key = hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), time.substring(0, 8));
    for (String part : new String[] {region, "s3", "aws4_request"}) {
      key = hmac(key, part);
    }
    return "AWS4-HMAC-SHA256 Credential="
        + accessKey
        + "/"
        + scope
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HexFormat.of().formatHex(hmac(key, toSign));
  }

  /** The query as it is sent and signed. */
  static String query(SortedMap<String, String> query) {
    return query.entrySet().stream()
        .map(one ->
            WebPaths.encoded(one.getKey(), false) + "=" + WebPaths.encoded(one.getValue(), false))
        .collect(Collectors.joining("&"));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}

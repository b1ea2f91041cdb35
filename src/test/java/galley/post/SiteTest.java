package galley.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTest {
  private static Site at(String address) {
    return Site.of(new UUID(0, 1), "The Harbour", address, "en");
  }

  @Test
  void anAddressAlwaysEndsWithASlash() {
    assertEquals("https://example.org/blog/", at("https://example.org/blog").address());
    assertEquals("/", at("https://example.org").path());
    assertEquals("/blog/", at("https://example.org/blog").path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "https:///blog",
        "https://example.org/?a=b",
        "https://example.org/#top",
        "https://exa mple.org/",
        "javascript:alert(1)"
      })
  void refusesWhatIsNoAddressOfASite(String address) {
    var refused = assertThrows(IllegalArgumentException.class, () -> at(address));
    assertEquals("Not a web address: " + address, refused.getMessage());
  }
}

package galley.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "harbour.example, https://harbour.example",
    "' quay.example:8443/blog/ ', https://quay.example:8443/blog/",
    "http://harbour.example, http://harbour.example",
    "harbour, harbour",
    "mailto:ada@harbour.example, mailto:ada@harbour.example",
    "two words.example, two words.example"
  })
  void anAddressIsSaidWithoutItsBeginning(String said, String meant) {
    assertEquals(meant, Site.web(said));
  }

  @Test
  void linksAreWebAndMailAddresses() {
    assertTrue(Site.isLink("https://social.example/@harbour"));
    assertTrue(Site.isLink("mailto:ada@harbour.example"));
    assertFalse(Site.isLink("harbour.example"));
    assertFalse(Site.isLink("javascript:alert(1)"));
  }

  @Test
  void eachPartOfASiteCanBeChangedAlone() {
    Site changed =
        at("https://example.org/")
            .withName("The Quay")
            .withAddress("https://quay.example")
            .withLanguage("de")
            .withDescription("Boats")
            .withSocial(List.of("https://social.example/@quay"))
            .withSections(List.of(new Site.Section("News", "news", "")))
            .withAuthors(
                List.of(new Site.Contributor("Ada", "ada", "", Optional.empty(), List.of())))
            .withTheme("plain")
            .withSettings(Map.of("accent", "#123456"));
    assertEquals(
        new Site(
            new UUID(0, 1),
            "The Quay",
            "https://quay.example/",
            "de",
            "Boats",
            List.of("https://social.example/@quay"),
            List.of(new Site.Section("News", "news", "")),
            List.of(new Site.Contributor("Ada", "ada", "", Optional.empty(), List.of())),
            "plain",
            Map.of("accent", "#123456")),
        changed);
  }
}

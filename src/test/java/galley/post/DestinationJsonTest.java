package galley.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import galley.post.Destination.Serving;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class DestinationJsonTest {
  static Stream<Destination> destinations() {
    return Stream.of(
        new Destination.Folder("Disk", "/srv/site", Serving.LINK),
        new Destination.Sftp(
            "Host", "example.org", 22, "ann", "site", Serving.IN_PLACE, Optional.empty()),
        new Destination.Sftp(
            "Key", "2001:db8::1", 2222, "ann", "/srv/x y", Serving.LINK, Optional.of("/k/id")),
        new Destination.Ftps("Files", "ftp.example.org", 21, "ann@example.org", "www"),
        new Destination.WebDav("Dav", "https://dav.example.org/site/", "ann"),
        new Destination.S3("S3", "https://s3.example.org", "eu", "my-site", "", "AKIA"),
        new Destination.Git(
            "Pages", "git@example.org:ann/site.git", "pages", "", Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("destinations")
  void comesBackTheSame(Destination destination) {
    String json = DestinationJson.write(destination).toString();
    assertEquals(destination, DestinationJson.read(JsonMapper.shared().readTree(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"pigeon\",\"name\":\"x\"}",
        "{\"kind\":\"folder\",\"name\":\"x\",\"path\":\"/a\",\"serving\":\"never\"}",
        "{\"kind\":\"folder\",\"name\":\"\",\"path\":\"/a\",\"serving\":\"link\"}",
        "{\"kind\":\"webdav\",\"name\":\"x\",\"address\":\"ftp://a\",\"user\":\"a\"}",
        "{\"kind\":\"webdav\",\"name\":\"x\",\"address\":\"https://a:b@c/\",\"user\":\"a\"}",
        "{\"kind\":\"ftps\",\"name\":\"x\",\"host\":\"a"
            + " b\",\"port\":21,\"user\":\"a\",\"folder\":\"b\"}",
        "{\"kind\":\"ftps\",\"name\":\"x\",\"host\":\"a\",\"port\":0,\"user\":\"a\",\"folder\":\"b\"}"
      })
  void refusesWhatIsNoDestination(String json) {
    assertThrows(
        IllegalArgumentException.class,
        () -> DestinationJson.read(JsonMapper.shared().readTree(json)));
  }

  @Test
  void holdsNoPassword() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Destination.Git(
                "x", "https://ann:secret@example.org/x.git", "pages", "", Optional.empty()));
  }
}

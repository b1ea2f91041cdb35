package galley.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private final byte[] content = {1, 2, 3, 4};
  @TempDir Path library;

  private PictureCache cache(long mostBytes) {
    return new PictureCache(folder(), mostBytes, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path folder() {
    return library.resolve("cache").resolve("pictures");
  }

  private Path only() throws IOException {
    List<Path> files = files();
    assertEquals(1, files.size());
    return files.getFirst();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> inside = Files.walk(folder())) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void givesTheSameBytesWithAndWithoutIt() {
    for (byte[] file :
        List.of(
            TestPictures.jpegWithMetadata(1900, 700, 6),
            TestPictures.jpegWithMetadata(900, 600, 1),
            TestPictures.pngWithMetadata(500, 90))) {
      List<String> plain = copies(new Pictures(), file);
      assertEquals(plain, copies(new Pictures(cache(1L << 30)), file), "made first");
      assertEquals(plain, copies(new Pictures(cache(1L << 30)), file), "kept");
    }
  }

  /** The fingerprints of everything a page can need of a picture. */
  private static List<String> copies(Pictures pictures, byte[] file) {
    Picture picture = pictures.open(file);
    Format fallback = picture.fallback();
    Stream<byte[]> all =
        picture.widths().stream()
            .flatMap(width ->
                Stream.of(
                    picture.webp(width, fallback).orElseThrow(),
                    picture.scaled(width, Format.WEBP),
                    picture.scaled(width, Format.PNG),
                    picture.scaled(width, fallback)));
    return Stream.concat(all, Stream.of(picture.share(), picture.cleaned()))
        .map(Sha256::of)
        .toList();
  }

  @Test
  void readsNoPixelWhereACopyIsKept() {
    byte[] file = TestPictures.jpegWithMetadata(900, 600, 1);
    byte[] made = new Pictures(cache(1L << 30)).open(file).scaled(480, Format.JPEG);
    // The same file, as far as its header and fingerprint tell, but with nothing to decode
    MadeBefore before = MadeBefore.from(Optional.of(cache(1L << 30)), file);
    Picture blind = new Picture(Header.read(file), new byte[0], before);
    assertArrayEquals(made, blind.scaled(480, Format.JPEG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "changed", "longer", "empty", "another's"})
  void takesNothingThatIsNotWhatItKept(String damage) throws IOException {
    cache(1L << 20).keep("ab-480-jpg", content);
    Path file = only();
    byte[] data = Files.readAllBytes(file);
    switch (damage) {
      case "cut" -> Files.write(file, Arrays.copyOf(data, data.length - 1));
      case "changed" -> {
        data[data.length - 1] = (byte) ~data[data.length - 1];
        Files.write(file, data);
      }
      case "longer" -> Files.write(file, Arrays.copyOf(data, data.length + 1));
      case "empty" -> Files.write(file, new byte[0]);
      default -> {
        cache(1L << 20).keep("ab-800-jpg", new byte[] {9});
        Files.copy(file.resolveSibling("ab-800-jpg"), file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertEquals(Optional.empty(), cache(1L << 20).find("ab-480-jpg"));
    cache(1L << 20).keep("ab-480-jpg", content);
    assertArrayEquals(content, cache(1L << 20).find("ab-480-jpg").orElseThrow());
  }

  @Test
  void letsTheLongestUnusedGo() throws IOException {
    PictureCache cache = cache(10_000);
    for (int i = 0; i < 8; i++) {
      String name = "a" + i + "-480-jpg";
      cache.keep(name, new byte[1000]);
      Path file = folder().resolve("a" + i).resolve(name);
      Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(864_000 - i)));
    }
    assertTrue(cache.find("a0-480-jpg").isPresent(), "used once more");
    cache(10_000).keep("b0-480-jpg", new byte[2500]);
    assertTrue(cache.find("a0-480-jpg").isPresent());
    assertFalse(cache.find("a1-480-jpg").isPresent());
    assertTrue(cache.find("b0-480-jpg").isPresent());
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertTrue(bytes <= 7_500, bytes + " bytes");
  }

  @Test
  void goesOnWhenItsFolderIsDeletedOrCanNotBe() throws IOException {
    PictureCache cache = cache(1L << 20);
    cache.keep("ab-480-jpg", content);
    Path file = only();
    Files.delete(file);
    Files.delete(file.getParent());
    Files.delete(folder());
    assertEquals(Optional.empty(), cache.find("ab-480-jpg"));
    cache.keep("ab-480-jpg", content);
    assertTrue(cache.find("ab-480-jpg").isPresent());
    Files.delete(file);
    Files.delete(file.getParent());
    Files.delete(folder());
    Files.writeString(folder(), "in the way");
    cache.keep("ab-480-jpg", content);
    assertEquals(Optional.empty(), cache.find("ab-480-jpg"));
  }

  @Test
  void leavesNothingHalfWrittenBehind() throws IOException {
    Path part = folder().resolve("ab").resolve("ab-800-jpg-7.part");
    Files.createDirectories(part.getParent());
    Files.write(part, content);
    cache(1L << 20).keep("ab-480-jpg", content);
    assertEquals("ab-480-jpg", String.valueOf(only().getFileName()));
  }
}

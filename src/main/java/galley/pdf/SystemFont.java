package galley.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A TrueType font of the computer, for letters that those of the program lack.
 *
 * @param letters those it was looked for
 */
record SystemFont(Path file, Set<Integer> letters) {
  private static final int MOST_FILES = 2000;

  /** As few fonts as have the letters, always the same ones; those that no font has are missing. */
  static List<SystemFont> having(Collection<Integer> wanted) {
    List<SystemFont> candidates = new ArrayList<>();
    for (Path file : files()) {
      Set<Integer> has = letters(file, wanted);
      if (!has.isEmpty()) {
        candidates.add(new SystemFont(file, has));
      }
    }
    List<SystemFont> chosen = new ArrayList<>();
    Set<Integer> left = new TreeSet<>(wanted);
    while (!left.isEmpty()) {
      SystemFont best = null;
      int most = 0;
      for (SystemFont font : candidates) {
        int count = (int) font.letters().stream().filter(left::contains).count();
        if (count > most) {
          most = count;
          best = font;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      left.removeAll(best.letters());
    }
    return chosen;
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " can't be read", e);
    }
  }

  private static Set<Integer> letters(Path file, Collection<Integer> wanted) {
    try (TrueTypeFont font =
        new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
      if (font.getTableMap().get("glyf") == null || !isFree(font)) {
        return Set.of();
      }
      CmapLookup letters = font.getUnicodeCmapLookup();
      return wanted.stream()
          .filter(letter -> letters.getGlyphId(letter) != 0)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | RuntimeException e) {
      return Set.of(); // a file that is no font, or a damaged one
    }
  }

  // OpenType 1.9, OS/2 fsType: bit 1 forbids embedding, bit 8 subsets
  private static boolean isFree(TrueTypeFont font) throws IOException {
    return font.getOS2Windows() == null || (font.getOS2Windows().getFsType() & 0x0302) == 0;
  }

  private static List<Path> files() {
    String home = System.getProperty("user.home", "");
    String windows = System.getenv().getOrDefault("WINDIR", "C:\\Windows");
    return Stream.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            home + "/.local/share/fonts",
            "/System/Library/Fonts",
            "/Library/Fonts",
            home + "/Library/Fonts",
            windows + "\\Fonts")
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(SystemFont::inside)
        .limit(MOST_FILES)
        .toList();
  }

  private static Stream<Path> inside(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".ttf"))
          .filter(file -> !file.getFileName().toString().matches("(?i).*(bold|italic|oblique).*"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }
}

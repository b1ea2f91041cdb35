package galley.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.images.Pictures;
import galley.post.Draft;
import galley.post.Post;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BundleWriterTest {
  private static final Bundle OLD = bundle("old");
  private static final Bundle NEW = bundle("new and longer than the old one was");
  @TempDir Path folder;

  /** How a bundle can be written. */
  enum Way {
    FOLDER,
    ZIP,
    FILE;

    Path write(BundleWriter writer, Bundle bundle, Path into) {
      return switch (this) {
        case FOLDER -> writer.writeFolder(bundle, into);
        case ZIP -> writer.writeZip(bundle, into);
        case FILE ->
            writer.writeFile(new Bundle("post", List.of(bundle.files().get(1)), List.of()), into);
      };
    }
  }

  private static Bundle bundle(String words) {
    return new Bundle(
        "post",
        List.of(
            BundleFile.of("index.html", PageHead.POLICY + words),
            BundleFile.of("assets/site.css", words + words),
            BundleFile.of("media/deep/a.jpg", words.repeat(5000))),
        List.of());
  }

  /** Stops at the n-th step, as a full disk does or as a killed program does. */
  private static final class Failing extends Disk {
    private final RuntimeException stop = new IllegalStateException("killed");
    private final boolean killed;
    private final AtomicInteger left;

    Failing(int steps, boolean killed) {
      left = new AtomicInteger(steps);
      this.killed = killed;
    }

    boolean happened() {
      return left.get() < 0;
    }

    private void step() throws IOException {
      int now = left.decrementAndGet();
      if (now < 0 && killed) {
        throw stop;
      }
      if (now == -1) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    OutputStream out(FileChannel channel) throws IOException {
      step();
      return new FilterOutputStream(super.out(channel)) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length / 2);
          out.flush();
          step();
          out.write(bytes, from + length / 2, length - length / 2);
        }
      };
    }

    @Override
    void move(Path from, Path to, CopyOption... how) throws IOException {
      step();
      super.move(from, to, how);
      if (killed) {
        step();
      }
    }

    @Override
    void force(Path place) throws IOException {
      step();
      super.force(place);
    }

    @Override
    void delete(Path path) throws IOException {
      if (killed) {
        step();
      }
      super.delete(path);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void leavesTheOldOneOrTheNewOneWhenTheDiskIsFullAtAnyStep(Way way) throws IOException {
    Object old = state(way.write(new BundleWriter(new Disk()), OLD, folder.resolve("old")));
    Object fresh = state(way.write(new BundleWriter(new Disk()), NEW, folder.resolve("new")));
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path into = folder.resolve("try" + step);
      Path target = way.write(new BundleWriter(new Disk()), OLD, into);
      Failing disk = new Failing(step, false);
      try {
        way.write(new BundleWriter(disk), NEW, into);
      } catch (ExportException e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(
            message.startsWith("There is not enough room") || message.contains("Export again"),
            message);
      }
      failed = disk.happened();
      Object found = state(target);
      assertTrue(found.equals(old) || found.equals(fresh), "step " + step);
      assertTrue(failed || found.equals(fresh));
      assertEquals(List.of(target), list(into), "step " + step);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void isWholeAfterTheNextExportWhenKilledAtAnyStep(Way way) throws IOException {
    Object old = state(way.write(new BundleWriter(new Disk()), OLD, folder.resolve("old")));
    Object fresh = state(way.write(new BundleWriter(new Disk()), NEW, folder.resolve("new")));
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path into = folder.resolve("try" + step);
      Path target = way.write(new BundleWriter(new Disk()), OLD, into);
      Failing disk = new Failing(step, true);
      try {
        way.write(new BundleWriter(disk), NEW, into);
      } catch (IllegalStateException e) {
        assertEquals("killed", e.getMessage());
      }
      failed = disk.happened();
      Path aside = into.resolve("post.galley-old");
      Path whole = Files.exists(target) ? target : aside;
      assertTrue(state(whole).equals(old) || state(whole).equals(fresh), "step " + step);
      way.write(new BundleWriter(new Disk()), NEW, into);
      assertEquals(fresh, state(target), "step " + step);
      assertEquals(List.of(target), list(into), "step " + step);
    }
  }

  @Test
  void saysWhereTheOldOneStandsWhenTheDiskRefusesEverything() throws IOException {
    Disk dead =
        new Disk() {
          @Override
          void move(Path from, Path to, CopyOption... how) throws IOException {
            if (!to.endsWith("post.galley-old")) {
              throw new IOException("Input/output error");
            }
            super.move(from, to, how);
          }
        };
    Object old = state(BundleWriter.folder(OLD, folder));
    assertEquals(
        "post could not be put in place. The earlier one is whole and stands beside it as"
            + " post.galley-old; the next export puts it back. Check the disk, then export again.",
        assertThrows(ExportException.class, () -> new BundleWriter(dead).writeFolder(NEW, folder))
            .getMessage());
    assertEquals(old, state(folder.resolve("post.galley-old")));
    BundleWriter.folder(NEW, folder);
    assertFalse(Files.exists(folder.resolve("post.galley-old")));
  }

  @Test
  void refusesToReplaceWhatNoExportPutThere() throws IOException {
    Path post = Files.createDirectories(folder.resolve("post"));
    Files.writeString(post.resolve("thesis.docx"), "years of work");
    Files.writeString(post.resolve("index.html"), "old");
    assertEquals(
        "The folder post holds thesis.docx, which is not from an export. Nothing was changed."
            + " Choose another place, or move that away first.",
        assertThrows(ExportException.class, () -> BundleWriter.folder(NEW, folder)).getMessage());
    assertEquals("old", Files.readString(post.resolve("index.html")));
    Files.delete(post.resolve("thesis.docx"));
    Files.writeString(post.resolve(".DS_Store"), "");
    BundleWriter.folder(NEW, folder);
    assertEquals(3, state(post).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"media", "assets", "_posts", ".galley"})
  void refusesToReplaceAFolderThatOnlyLooksLikePartOfAnExport(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve("post").resolve(name)).resolve("own.jpg");
    Files.writeString(own, "years of work");
    assertThrows(ExportException.class, () -> BundleWriter.folder(NEW, folder));
    assertEquals("years of work", Files.readString(own));
  }

  @Test
  void leavesAloneWhatAPersonCalledByNamesLikeItsOwn() throws IOException {
    for (String name : List.of("post.old", "post.part", "post.zip.part")) {
      Files.writeString(
          Files.createDirectories(folder.resolve(name)).resolve("index.html"), "earlier");
    }
    BundleWriter.folder(OLD, folder);
    BundleWriter.folder(NEW, folder);
    BundleWriter.zip(NEW, folder);
    for (String name : List.of("post.old", "post.part", "post.zip.part")) {
      assertEquals("earlier", Files.readString(folder.resolve(name).resolve("index.html")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ü", "日", "𐐀"})
  void givesLongSlugsNamesThatDisksTake(String letter) {
    Draft draft = Samples.plain("Words.").draft();
    String slug = letter.repeat(180 / letter.length());
    Post post = Samples.post(draft.withDetails(draft.details().withSlug(slug)));
    Bundles bundles = new Bundles(new Pictures(), Theme.opinion());
    Bundle bundle =
        bundles.markdown(post, Variant.PUBLISH, Profile.JEKYLL, _ -> Optional.empty(), List.of());
    assertTrue(Files.isDirectory(BundleWriter.folder(bundle, folder).resolve("_posts")));
    assertTrue(Files.exists(BundleWriter.zip(bundle, folder)));
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, index.md",
    "index.md, index.html",
    "index.html, post.html",
    "post.html, index.html",
    ".galley/post.json, index.md",
    "index.md, .galley/post.json",
    "_posts/a.md, index.html"
  })
  void refusesToReplaceAnExportOfAnotherKind(String before, String after) throws IOException {
    Bundle old = new Bundle("post", List.of(BundleFile.of(before, "old")), List.of());
    Bundle fresh = new Bundle("post", List.of(BundleFile.of(after, "new")), List.of());
    Map<String, String> is = state(BundleWriter.folder(old, folder));
    byte[] zip = Files.readAllBytes(BundleWriter.zip(old, folder));
    assertThrows(ExportException.class, () -> BundleWriter.folder(fresh, folder));
    assertEquals(
        "post.zip stands there already and is not from an export in this format. Nothing was"
            + " changed. Choose another place, or move it away first.",
        assertThrows(ExportException.class, () -> BundleWriter.zip(fresh, folder)).getMessage());
    assertEquals(is, state(folder.resolve("post")));
    assertArrayEquals(zip, Files.readAllBytes(folder.resolve("post.zip")));
    BundleWriter.folder(old, folder);
    BundleWriter.zip(old, folder);
  }

  @Test
  void refusesToReplaceAPageOrAZipThatNoExportMade() throws IOException {
    Path page = Files.writeString(folder.resolve("post.html"), "<title>My own</title>");
    Path zip = Files.writeString(folder.resolve("post.zip"), "holiday pictures");
    Bundle single =
        new Bundle("post", List.of(BundleFile.of("post.html", PageHead.POLICY)), List.of());
    assertThrows(ExportException.class, () -> BundleWriter.file(single, folder));
    assertThrows(ExportException.class, () -> BundleWriter.zip(NEW, folder));
    assertEquals("<title>My own</title>", Files.readString(page));
    assertEquals("holiday pictures", Files.readString(zip));
    Files.delete(page);
    BundleWriter.file(single, folder);
    BundleWriter.file(single, folder);
    assertEquals(List.of(page, zip), list(folder));
  }

  @Test
  void refusesToReplaceAFileByAFolderAndTheOtherWayRound() throws IOException {
    Files.writeString(folder.resolve("post"), "a file");
    Files.createDirectories(folder.resolve("post.zip").resolve("inside"));
    assertThrows(ExportException.class, () -> BundleWriter.folder(NEW, folder));
    assertThrows(ExportException.class, () -> BundleWriter.zip(NEW, folder));
    assertEquals("a file", Files.readString(folder.resolve("post")));
    assertTrue(Files.isDirectory(folder.resolve("post.zip").resolve("inside")));
  }

  @Test
  void saysInPlainWordsThatAFolderIsReadOnly() {
    Disk readOnly =
        new Disk() {
          @Override
          OutputStream out(FileChannel channel) throws IOException {
            throw new AccessDeniedException("post.zip.part");
          }
        };
    assertEquals(
        "post.zip can't be written there: the folder is read-only or belongs to someone else."
            + " Nothing was changed. Choose another place, then export again.",
        assertThrows(ExportException.class, () -> new BundleWriter(readOnly).writeZip(NEW, folder))
            .getMessage());
  }

  @Test
  void stopsWhenAPictureChangesWhileItIsCopied() throws IOException {
    Path picture = Files.writeString(folder.resolve("a.jpg"), "twelve bytes");
    Bundle bundle =
        new Bundle("post", List.of(BundleFile.of("media/a.jpg", picture, "0")), List.of());
    Files.writeString(picture, "more than twelve bytes");
    assertThrows(ExportException.class, () -> BundleWriter.folder(bundle, folder));
    assertThrows(ExportException.class, () -> BundleWriter.zip(bundle, folder));
    assertEquals(List.of(picture), list(folder));
  }

  @Test
  void zipsExactlyTheFolderAndTheSameBytesEveryTime() throws IOException {
    Path written = BundleWriter.folder(NEW, folder.resolve("a"));
    Path one = BundleWriter.zip(NEW, folder.resolve("a"));
    Path two = BundleWriter.zip(NEW, folder.resolve("b"));
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(one.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        assertTrue(name.startsWith("post/"), name);
        entries.put(
            name.substring("post/".length()),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(state(written), entries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "../a", "a/../b", "a\\b", "c:x", "", "a//b", "./a"})
  void hasNoPathThatLeadsOut(String path) {
    assertThrows(IllegalArgumentException.class, () -> BundleFile.of(path, "x"));
  }

  private static Map<String, String> state(Path path) throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (var files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        state.put(
            path.relativize(file).toString().replace('\\', '/'),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertFalse(state.isEmpty());
    return state;
  }

  private static List<Path> list(Path path) throws IOException {
    try (var files = Files.list(path)) {
      return files.sorted().toList();
    }
  }
}

package galley.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.zip.ZipRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckedZipTest {
  private static final int MB = 1 << 20;

  @TempDir Path folder;

  /** Names by what is wrong with them; control characters can't stand in an annotation's table. */
  static List<Object[]> badNames() {
    Map<Fault, List<String>> names = new LinkedHashMap<>();
    names.put(
        Fault.ABSOLUTE,
        List.of(
            "/etc/a",
            "\\a",
            "C:/a",
            "c:a",
            "//server/share/a",
            "\\\\server\\share\\a",
            "\\\\?\\C:\\a"));
    names.put(Fault.UPWARDS, List.of("../a", "a/../b", "a/..", "..\\a", "./a", "a//b", ".."));
    names.put(
        Fault.HIDDEN_CHARACTER,
        List.of(
            "a\u0001",
            "tab\t",
            "line\n",
            "bell\u0007",
            "del\u007F",
            "c1\u0085",
            "rlo\u202Efdp",
            "lri\u2066a",
            "pdi\u2069a",
            "mark\u200Fa",
            "arabic\u061Ca",
            "zero\u200Ba",
            "bom\uFEFFa",
            "soft\u00ADa",
            "line\u2028a",
            "par\u2029a"));
    names.put(
        Fault.FORBIDDEN_CHARACTER,
        List.of(
            "ab:c", "a<b", "a>b", "a|b", "a?b", "a*b", "a\"b", "x".repeat(256), "日".repeat(90)));
    names.put(Fault.TRAILING, List.of("a.", "a ", "a./b", "a /b", "a...", "a. "));
    names.put(
        Fault.DEVICE,
        List.of(
            "con",
            "CON.md",
            "prn.txt",
            "AUX",
            "folder/nul",
            "nul.tar.md",
            "com1",
            "COM9.md",
            "lpt1.txt",
            "LPT9",
            "com\u00B9",
            "lpt\u00B3.md",
            "CONIN$",
            "conout$",
            "clock$",
            "aux .md"));
    names.put(
        Fault.NESTED,
        List.of(
            "a.zip", "a.ZIP", "b/a.jar", "a.tar", "a.tar.gz", "a.tgz", "a.7z", "a.rar", "a.xz"));
    return names.entrySet().stream()
        .flatMap(
            fault -> fault.getValue().stream().map(name -> new Object[] {fault.getKey(), name}))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void aBadNameIsToldAndTheRestIsRead(Fault fault, String name) throws IOException {
    Path file = zip(Map.of(name, bytes("bad")), Map.of("good.md", bytes("good")));
    try (CheckedZip zip = CheckedZip.open(file)) {
      CheckedZip.Entry bad = zip.entries().getFirst();
      assertEquals(fault, bad.fault(), name);
      assertTrue(zip.file(name).isEmpty());
      assertThrows(IOException.class, () -> zip.open(bad));
      assertEquals("good", text(zip, "good.md"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Post.md,post.md",
    "caf\u00e9.md,cafe\u0301.md",
    "\u00C5.md,\u212B.md",
    "a/b.md,a\\b.md",
    "A/b.md,a/B.md"
  })
  void ofNamesThatSomeDiskTakesForOneTheFirstIsRead(String first, String second)
      throws IOException {
    Path file = zip(Map.of(first, bytes("1")), Map.of(second, bytes("2")));
    try (CheckedZip zip = CheckedZip.open(file)) {
      assertEquals(
          List.of(Fault.NONE, Fault.TWICE),
          zip.entries().stream().map(CheckedZip.Entry::fault).toList());
      assertEquals("1", text(zip, first));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0120000, 0020000, 0060000, 0010000, 0140000}) // link, devices, pipe, socket
  void whatIsNoFileIsALink(int kind) throws IOException {
    Path file = zip(Map.of("a.md", bytes("1")), Map.of("b.md", bytes("2")));
    byte[] all = Files.readAllBytes(file);
    int entry = directory(all);
    all[entry + 5] = 3; // made on Unix
    all[entry + 40] = (byte) (kind | 0777);
    all[entry + 41] = (byte) ((kind | 0777) >> 8);
    Files.write(file, all);
    try (CheckedZip zip = CheckedZip.open(file)) {
      assertEquals(Fault.LINK, zip.entries().getFirst().fault());
      assertEquals("2", text(zip, "b.md"));
    }
  }

  @Test
  void aLockedArchiveIsRefused() throws IOException {
    Path file = zip(Map.of("a.md", bytes("1")), Map.of("b.md", bytes("2")));
    byte[] all = Files.readAllBytes(file);
    all[directory(all) + 8] |= 1;
    all[6] |= 1;
    Files.write(file, all);
    assertEquals(Reason.LOCKED, refused(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 30, 60, 100, 150, 200})
  void aShortenedArchiveIsRefused(int length) throws IOException {
    Path file = zip(Map.of("a.md", bytes("one")), Map.of("b.md", bytes("two")));
    byte[] all = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(all, Math.min(length, all.length - 1)));
    assertEquals(Reason.DAMAGED, refused(file));
  }

  @Test
  void asManyEntriesAsAreTakenAreReadAndOneMoreIsNot() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < CheckedZip.MOST_ENTRIES; i++) {
      files.put(i + ".md", bytes("x"));
    }
    try (CheckedZip zip = CheckedZip.open(zip(files, Map.of()))) {
      assertEquals(CheckedZip.MOST_ENTRIES, zip.entries().size());
    }
    assertEquals(Reason.MANY, refused(zip(files, Map.of("more.md", bytes("x")))));
  }

  @Test
  void aFileThatGrowsTooManyTimesIsRefusedBeforeItIsLarge() throws IOException {
    Path file = zip(Map.of("bomb.md", new byte[30 * MB]), Map.of());
    assertEquals(Reason.BOMB, stopped(file));
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    assertEquals(Reason.LARGE_FILE, stopped(zip(Map.of("large.md", dense(65 * MB)), Map.of())));
  }

  @Test
  void filesThatAreTooLargeTogetherAreRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] large = dense(60 * MB);
    for (int i = 0; i < 9; i++) {
      files.put(i + ".md", large);
    }
    assertEquals(Reason.LARGE, stopped(zip(files, Map.of())));
  }

  @Test
  void whatAnEntrySaysOfItsSizeIsNotBelieved() throws IOException {
    Path file = zip(Map.of("bomb.md", new byte[30 * MB]), Map.of());
    byte[] all = Files.readAllBytes(file);
    Arrays.fill(all, directory(all) + 24, directory(all) + 28, (byte) 0);
    all[directory(all) + 24] = 10; // says 10 bytes
    Files.write(file, all);
    assertEquals(Reason.BOMB, stopped(file));
  }

  @Test
  void readingAFileTwiceCountsItOnce() throws IOException {
    Path file = zip(Map.of("a.md", dense(50 * MB)), Map.of());
    try (CheckedZip zip = CheckedZip.open(file)) {
      for (int i = 0; i < 11; i++) {
        try (InputStream in = zip.open(zip.entries().getFirst())) {
          assertEquals(50L * MB, in.transferTo(OutputStream.nullOutputStream()));
        }
      }
    }
  }

  private static Reason refused(Path file) {
    return assertThrows(ZipRefusedException.class, () -> CheckedZip.open(file).close()).reason();
  }

  /** Why reading all of it stops. */
  private static Reason stopped(Path file) throws IOException {
    try (CheckedZip zip = CheckedZip.open(file)) {
      return assertThrows(
              ZipRefusedException.class,
              () -> {
                for (CheckedZip.Entry entry : zip.entries()) {
                  try (InputStream in = zip.open(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                  }
                }
              })
          .reason();
    }
  }

  private static String text(CheckedZip zip, String name) throws IOException {
    try (InputStream in = zip.open(zip.file(name).orElseThrow())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes that shrink about fifty times. */
  private static byte[] dense(int length) {
    byte[] bytes = new byte[length];
    Random random = new Random(7);
    byte[] some = new byte[1024];
    for (int i = 0; i + some.length < length; i += 50 * some.length) {
      random.nextBytes(some);
      System.arraycopy(some, 0, bytes, i, some.length);
    }
    return bytes;
  }

  private Path zip(Map<String, byte[]> first, Map<String, byte[]> more) throws IOException {
    Path file = folder.resolve("a.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map<String, byte[]> files : List.of(first, more)) {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
    }
    return file;
  }

  /** Where the central directory starts. */
  private static int directory(byte[] zip) {
    for (int i = 0; i + 4 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        return i;
      }
    }
    throw new AssertionError("No directory");
  }
}

package galley.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class NewerClassesTest {
  @TempDir Path folder;

  @Test
  void aLibraryOfOldClassesDoesTheSameInANewerFormat()
      throws IOException, ReflectiveOperationException, URISyntaxException {
    Path old = picocli();
    Path made = folder.resolve("made.jar");
    assertTrue(NewerClasses.rewritten(old, made));
    try (ZipFile before = new ZipFile(old.toFile());
        ZipFile after = new ZipFile(made.toFile())) {
      assertEquals(before.size(), after.size());
      Enumeration<? extends ZipEntry> all = before.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        byte[] now = bytes(after, entry.getName());
        if (entry.getName().endsWith(".class")) {
          int version = ClassFile.of().parse(now).majorVersion();
          assertTrue(version >= ClassFile.JAVA_6_VERSION, entry.getName());
        } else {
          assertArrayEquals(bytes(before, entry.getName()), now, entry.getName());
        }
      }
      verifyAll(made);
    }
    assertFalse(NewerClasses.rewritten(made, folder.resolve("again.jar")));
  }

  @Test
  void aSignedLibraryIsLeftAsItIs() throws IOException {
    Path jar = folder.resolve("signed.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("META-INF/SOMEONE.SF"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("A.class"));
      zip.write(new byte[] {1, 2, 3});
      zip.closeEntry();
    }
    assertFalse(NewerClasses.rewritten(jar, folder.resolve("made.jar")));
  }

  /** Has Java verify each class and run one of them. */
  private static void verifyAll(Path jar) throws IOException, ReflectiveOperationException {
    URL[] alone = {jar.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader());
        ZipFile zip = new ZipFile(jar.toFile())) {
      int seen = 0;
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.contains("groovy") && !name.contains("META-INF")) {
          Class.forName(name.replace(".class", "").replace('/', '.'), true, classes);
          seen++;
        }
      }
      assertTrue(seen > 200, () -> "classes seen");
      Class<?> line = classes.loadClass("picocli.CommandLine$Help$Ansi");
      assertThrows(
          ReflectiveOperationException.class,
          () -> line.getMethod("valueOf", String.class).invoke(null, "NO SUCH"));
      Object off = line.getMethod("valueOf", String.class).invoke(null, "OFF");
      assertEquals(false, line.getMethod("enabled").invoke(off));
    }
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static Path picocli() throws URISyntaxException {
    return Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

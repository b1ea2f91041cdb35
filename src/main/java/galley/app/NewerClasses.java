package galley.app;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Writes libraries of old class files (before Java 6) once more in a newer format: Java keeps none
 * of the old ones in its AOT cache, so each start would read and verify them. What they do stays as
 * it is. {@code packaging/prepare} runs it.
 */
final class NewerClasses {
  /** The first format that tells what Java's verifier needs: such classes are kept. */
  private static final int KEPT = ClassFile.JAVA_6_VERSION;

  private static final int WRITTEN = ClassFile.JAVA_8_VERSION;
  private static final Logger LOG = Logger.getLogger(NewerClasses.class.getName());

  private NewerClasses() {}

  /** Takes one argument, the folder of jars. */
  public static void main(String[] args) throws IOException {
    for (Path jar : files(Path.of(args[0]), ".jar")) {
      Path made = jar.resolveSibling(jar.getFileName() + ".new");
      try {
        if (rewritten(jar, made)) {
          Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        Files.deleteIfExists(made);
      }
    }
  }

  /**
   * Writes a jar with newer classes, unless it has none to write or is signed.
   *
   * @return whether there is anything else in it than before
   */
  static boolean rewritten(Path jar, Path made) throws IOException {
    Files.copy(jar, made, StandardCopyOption.REPLACE_EXISTING);
    boolean any = false;
    try (FileSystem inside =
            FileSystems.newFileSystem(URI.create("jar:" + made.toUri()), Map.of());
        URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Path root = inside.getPath("/");
      if (!files(root, ".SF").isEmpty()) {
        return false;
      }
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ConstantPoolSharingOption.NEW_POOL,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(classes)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (Path file : files(root, ".class")) {
        Optional<byte[]> newer = newer(format, file);
        if (newer.isPresent()) {
          Files.write(file, newer.get());
          any = true;
        }
      }
    }
    return any;
  }

  private static Optional<byte[]> newer(ClassFile format, Path file) throws IOException {
    ClassModel old = format.parse(Files.readAllBytes(file));
    if (old.majorVersion() >= KEPT) {
      return Optional.empty();
    }
    ClassTransform everyMethod = ClassTransform.transformingMethodBodies(CodeBuilder::with);
    ClassTransform version =
        (made, element) -> {
          if (element instanceof ClassFileVersion) {
            made.withVersion(WRITTEN, 0);
          } else {
            made.with(element);
          }
        };
    try {
      return Optional.of(format.transformClass(old, everyMethod.andThen(version)));
    } catch (IllegalArgumentException e) { // it asks for what is not there, or has subroutines
      LOG.log(Level.FINE, "Left as it is: " + file, e);
      return Optional.empty();
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
    }
    return found;
  }
}

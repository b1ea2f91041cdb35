package galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map of the house, and the test that holds it. */
final class HouseTest {
  /** A package imports only lower floors; neighbours on a floor never import each other. */
  private static final String PLAN =
      """
      10 app
       9 ui.shell
       8 ui.editor ui.preview ui.library ui.details ui.images ui.checks ui.review ui.history ui.export ui.settings ui.publish ui.sites
       7 ui.kit cli
       6 desk
       5 check review intake export publish store
       4 markdown images docx pdf spell
       3 post
       1 text asset zip
      """;

  /** Who alone may use a library. */
  private static final Map<String, List<String>> ONLY =
      Map.ofEntries(
          Map.entry("javafx.", List.of("app", "ui.*")),
          Map.entry("atlantafx.", List.of("app", "ui.*")),
          Map.entry("org.fxmisc.", List.of("ui.editor")),
          Map.entry("javafx.scene.web.", List.of("ui.preview")),
          Map.entry("org.commonmark.", List.of("markdown")),
          Map.entry("io.pebbletemplates.", List.of("export")),
          Map.entry("com.openhtmltopdf.", List.of("pdf")),
          Map.entry("org.apache.pdfbox.", List.of("pdf")),
          Map.entry("org.apache.fontbox.", List.of("pdf")),
          Map.entry("java.sql.", List.of("store")),
          Map.entry("org.h2.", List.of("store")),
          Map.entry("org.apache.lucene.", List.of("store")),
          Map.entry("org.apache.sshd.", List.of("publish")),
          Map.entry("org.apache.commons.net.", List.of("publish")),
          Map.entry("org.eclipse.jgit.", List.of("publish")),
          Map.entry("com.github.javakeyring.", List.of("publish")),
          Map.entry("picocli.", List.of("cli")));

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?([a-z][\\w.]*?)\\.[A-Z*]");

  @Test
  void packagesImportOnlyLowerFloors() throws IOException {
    Map<String, Integer> floors = floors();
    TreeSet<String> wrong = new TreeSet<>();
    for (String[] use : uses()) {
      if (!use[1].startsWith("galley.") || use[0].equals(use[1])) {
        continue;
      }
      String from = use[0].substring("galley.".length());
      String to = use[1].substring("galley.".length());
      Integer above = floors.get(from);
      Integer below = floors.get(to);
      if (above == null || below == null) {
        wrong.add((above == null ? from : to) + " has no floor in the plan");
      } else if (below >= above) {
        wrong.add(from + " (floor " + above + ") uses " + to + " (floor " + below + ")");
      }
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  void librariesStayInTheirRooms() throws IOException {
    TreeSet<String> wrong = new TreeSet<>();
    for (String[] use : uses()) {
      ONLY.forEach((library, rooms) -> {
        String from = use[0].substring("galley.".length());
        if ((use[1] + ".").startsWith(library)
            && rooms.stream().noneMatch(room -> from.matches(room.replace(".*", "(\\..*)?")))) {
          wrong.add(from + " uses " + use[1]);
        }
      });
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    for (Path root : List.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
      try (var files = Files.walk(root)) {
        for (Path folder : files.filter(Files::isDirectory).toList()) {
          boolean hasCode;
          try (var inside = Files.list(folder)) {
            hasCode = inside.anyMatch(file -> file.toString().endsWith(".java"));
          }
          if (!hasCode) {
            continue;
          }
          Path main = Path.of("src/main/java").resolve(root.relativize(folder));
          Path info = folder.resolve("package-info.java");
          if (!Files.exists(info)) {
            info = main.resolve("package-info.java");
          }
          assertTrue(
              Files.exists(info) && Files.readString(info).contains("@NullMarked"),
              folder + " has no package-info.java with @NullMarked");
        }
      }
    }
  }

  private static Map<String, Integer> floors() {
    Map<String, Integer> floors = new LinkedHashMap<>();
    for (String line : PLAN.lines().toList()) {
      String[] words = line.strip().split("\\s+", -1);
      for (int i = 1; i < words.length; i++) {
        floors.put(words[i], Integer.valueOf(words[0]));
      }
    }
    return floors;
  }

  /** Every use of one package by another, from class files and from import lines. */
  private static List<String[]> uses() throws IOException {
    List<String[]> uses = new ArrayList<>();
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("galley");
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        uses.add(
            new String[] {from.getPackageName(), dependency.getTargetClass().getPackageName()});
      }
    }
    // Inlined constants leave no trace in class files, so the sources are read too.
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String from =
            Path.of("src/main/java").relativize(file).getParent().toString().replace('/', '.');
        var found = IMPORT.matcher(Files.readString(file));
        while (found.find()) {
          uses.add(new String[] {from, found.group(1)});
        }
      }
    }
    return uses;
  }
}

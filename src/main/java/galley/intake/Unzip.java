package galley.intake;

import galley.asset.Messages;
import galley.zip.CheckedZip;
import galley.zip.Fault;
import galley.zip.ZipNames;
import galley.zip.ZipRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipException;

/**
 * Unpacks archives into folders of its own. What an archive says about its sizes is not believed:
 * bytes are counted as they come out. An entry with a name that no system should be given is
 * refused alone; an archive that is locked, damaged or grows without end is refused whole.
 */
final class Unzip {
  private final Path scratch;

  Unzip(Path scratch) {
    this.scratch = scratch;
  }

  /** Where an archive was unpacked to, and what of it was not. */
  record Unzipped(Path folder, List<Refusal> refused) {}

  Unzipped unzip(Path archive, String name) throws RefusedException, IOException {
    Path folder = Files.createTempDirectory(scratch, "zip-");
    String stem =
        name.toLowerCase(Locale.ROOT).endsWith(".zip")
            ? name.substring(0, name.length() - 4)
            : "archive";
    Path inside = Files.createDirectory(folder.resolve(plain(stem)));
    try (CheckedZip zip = CheckedZip.open(archive)) {
      return new Unzipped(inside, entries(zip, name, inside));
    } catch (ZipRefusedException e) {
      throw new RefusedException(why(e, name));
    } catch (ZipException e) {
      throw new RefusedException(Messages.text("intake.zip-damaged", name));
    }
  }

  private static List<Refusal> entries(CheckedZip zip, String name, Path folder)
      throws RefusedException, IOException {
    List<Refusal> refused = new ArrayList<>();
    for (CheckedZip.Entry entry : zip.entries()) {
      String inside = entry.name();
      if (inside.equals("[Content_Types].xml") || inside.equals("META-INF/container.xml")) {
        throw new RefusedException(Messages.text("intake.zip-document", name));
      }
      if (inside.startsWith("__MACOSX/") || inside.endsWith(".DS_Store")) {
        continue; // what one system adds for itself
      }
      if (entry.fault() != Fault.NONE) {
        refused.add(new Refusal(name + "/" + shown(inside), why(entry.fault(), shown(inside))));
        continue;
      }
      Path target = folder.resolve(inside.replace('\\', '/')).normalize();
      if (!target.startsWith(folder)) {
        refused.add(new Refusal(name, why(Fault.UPWARDS, shown(inside))));
      } else if (!entry.folder()) {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = zip.open(entry)) {
          Files.copy(in, target);
        }
      }
    }
    return refused;
  }

  private static String why(ZipRefusedException refused, String name) {
    String inside = shown(refused.entry());
    return switch (refused.reason()) {
      case DAMAGED -> Messages.text("intake.zip-damaged", name);
      case LOCKED -> Messages.text("intake.zip-locked", name);
      case MANY ->
          Messages.text("intake.zip-many", name, Integer.valueOf(inside), CheckedZip.MOST_ENTRIES);
      case LARGE_FILE ->
          Messages.text("intake.zip-large-file", name, inside, CheckedZip.LARGEST_FILE >> 20);
      case LARGE -> Messages.text("intake.zip-large", name, CheckedZip.LARGEST_ALL >> 20);
      case BOMB -> Messages.text("intake.zip-bomb", name, inside);
    };
  }

  private static String why(Fault fault, String name) {
    return switch (fault) {
      case ABSOLUTE, UPWARDS -> Messages.text("intake.zip-outside", name);
      case HIDDEN_CHARACTER -> Messages.text("intake.zip-hidden", name);
      case FORBIDDEN_CHARACTER, TRAILING, DEVICE -> Messages.text("intake.zip-name", name);
      case TWICE -> Messages.text("intake.zip-twice", name);
      case NESTED -> Messages.text("intake.zip-nested", name);
      case LINK -> Messages.text("intake.zip-link", name);
      case NONE -> "";
    };
  }

  /** A name without what could play tricks with the line it is shown in. */
  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }

  private static String plain(String stem) {
    return new ZipNames().judge(stem) == Fault.NONE && !stem.contains("/") ? stem : "archive";
  }
}

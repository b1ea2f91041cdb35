package galley.intake;

import galley.asset.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks archives into folders of its own. What an archive says about its sizes is not believed:
 * bytes are counted as they come out. An entry with a name that no system should be given is
 * refused alone; an archive that is locked, damaged or grows without end is refused whole.
 */
final class Unzip {
  static final int MOST_ENTRIES = 2_000;
  static final long LARGEST_FILE = 64L << 20;
  static final long LARGEST_ALL = 512L << 20;
  static final int MOST_RATIO = 200;
  private static final long SMALL = 1 << 20; // small files may be as empty as they like

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
    ZipListing listing = listing(archive, name);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      if (zip.size() != listing.entries()) {
        throw new RefusedException(Messages.text("intake.zip-damaged", name));
      }
      return new Unzipped(inside, entries(zip, listing, name, inside));
    } catch (ZipException e) {
      throw new RefusedException(Messages.text("intake.zip-damaged", name));
    }
  }

  private static ZipListing listing(Path archive, String name) throws RefusedException {
    ZipListing listing;
    try {
      listing = ZipListing.read(archive);
    } catch (IOException e) {
      throw new RefusedException(Messages.text("intake.zip-damaged", name));
    }
    if (listing.locked()) {
      throw new RefusedException(Messages.text("intake.zip-locked", name));
    }
    if (listing.entries() > MOST_ENTRIES) {
      throw new RefusedException(
          Messages.text("intake.zip-many", name, listing.entries(), MOST_ENTRIES));
    }
    return listing;
  }

  private static List<Refusal> entries(ZipFile zip, ZipListing listing, String name, Path folder)
      throws RefusedException, IOException {
    List<Refusal> refused = new ArrayList<>();
    ZipNames names = new ZipNames();
    long all = 0;
    int position = 0;
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      boolean link = listing.links().contains(position++);
      String inside = entry.getName();
      if (inside.equals("[Content_Types].xml") || inside.equals("META-INF/container.xml")) {
        throw new RefusedException(Messages.text("intake.zip-document", name));
      }
      if (inside.startsWith("__MACOSX/") || inside.endsWith(".DS_Store")) {
        continue; // what one system adds for itself
      }
      ZipNames.Fault fault = names.judge(inside);
      if (fault != ZipNames.Fault.NONE || link) {
        String from = name + "/" + shown(inside);
        refused.add(new Refusal(from, why(link ? null : fault, shown(inside))));
        continue;
      }
      Path target = folder.resolve(inside.replace('\\', '/')).normalize();
      if (!target.startsWith(folder)) {
        refused.add(new Refusal(name, why(ZipNames.Fault.UPWARDS, shown(inside))));
      } else if (!entry.isDirectory()) {
        all += copy(zip, entry, target, name, LARGEST_ALL - all);
      }
    }
    return refused;
  }

  private static long copy(ZipFile zip, ZipEntry entry, Path target, String name, long room)
      throws RefusedException, IOException {
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    long packed = Math.max(1, entry.getCompressedSize());
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > LARGEST_FILE) {
          throw new RefusedException(
              Messages.text("intake.zip-large-file", name, entry.getName(), LARGEST_FILE >> 20));
        }
        if (bytes > room) {
          throw new RefusedException(Messages.text("intake.zip-large", name, LARGEST_ALL >> 20));
        }
        if (bytes > SMALL && bytes / packed > MOST_RATIO) {
          throw new RefusedException(Messages.text("intake.zip-bomb", name, entry.getName()));
        }
        out.write(buffer, 0, read);
      }
    }
    return bytes;
  }

  private static String why(ZipNames.@Nullable Fault fault, String name) {
    if (fault == null) {
      return Messages.text("intake.zip-link", name);
    }
    return switch (fault) {
      case ABSOLUTE, UPWARDS -> Messages.text("intake.zip-outside", name);
      case HIDDEN_CHARACTER -> Messages.text("intake.zip-hidden", name);
      case FORBIDDEN_CHARACTER, TRAILING, DEVICE -> Messages.text("intake.zip-name", name);
      case TWICE -> Messages.text("intake.zip-twice", name);
      case NESTED -> Messages.text("intake.zip-nested", name);
      case NONE -> "";
    };
  }

  /** A name without what could play tricks with the line it is shown in. */
  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }

  private static String plain(String stem) {
    return new ZipNames().judge(stem) == ZipNames.Fault.NONE && !stem.contains("/")
        ? stem
        : "archive";
  }
}

package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.BundleFile;
import galley.export.Profile;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A site generator's folder that posts are put into: one of our making, or one that somebody else
 * has set up. Only what differs is written. A post there that somebody wrote into is never
 * replaced, nor are settings and layouts that are not as they were put there.
 */
final class ContentFolder {
  /** What tells the folder of a generator. */
  private static final Map<Profile, Pattern> SIGNS =
      Map.of(
          Profile.PLAIN, Pattern.compile("(?!)"),
          Profile.HUGO, Pattern.compile("(hugo|config)\\.(toml|ya?ml|json)|config|archetypes"),
          Profile.JEKYLL, Pattern.compile("_config\\.(toml|ya?ml)|_posts|_layouts"),
          Profile.ELEVENTY, Pattern.compile("\\.?eleventy(\\.config)?\\.(js|cjs|mjs|ts)"),
          Profile.ASTRO, Pattern.compile("astro\\.config\\.\\w+"));

  private final Path folder;
  private final Profile profile;
  private final ContentList list;

  /**
   * @param site whose posts are put there
   */
  ContentFolder(Path folder, Profile profile, String site) {
    this.folder = folder;
    this.profile = profile;
    list = new ContentList(site + " " + profile.key(), folder);
  }

  /**
   * What was done.
   *
   * @param kept settings and layouts that were left as somebody made them
   */
  record Outcome(SiteChange change, List<String> kept) {}

  /**
   * Puts the posts there.
   *
   * @param settings the paths of the bundle that are no posts
   * @throws DeskException where the folder is something else, or a file of it was written into
   */
  Outcome write(Bundle site, Set<String> settings, Consumer<Progress> progress) {
    try {
      Map<String, Set<String>> known = list.known();
      boolean fresh = known.isEmpty() && isEmpty();
      if (known.isEmpty() && !fresh && !isOfGenerator()) {
        throw new DeskException(Messages.text("desk.content-taken", folder, profile.key()));
      }
      Sorted sorted = sorted(site, settings, known, fresh);
      if (fresh) {
        firstTime(sorted, progress);
      } else if (!sorted.change().isNothing() || known.isEmpty()) {
        list.begin(folder, sorted.ours());
        put(sorted, folder, progress);
        Placing.remove(folder, sorted.change().remove());
        list.end(folder, sorted.ours());
      }
      return new Outcome(sorted.change(), sorted.kept());
    } catch (IOException e) {
      throw new DeskException(
          Messages.text("desk.site-folder-failed", folder, String.valueOf(e.getMessage())), e);
    }
  }

  /** What is to become of each file. */
  private record Sorted(
      SiteChange change, List<BundleFile> differing, List<BundleFile> ours, List<String> kept) {}

  private Sorted sorted(
      Bundle site, Set<String> settings, Map<String, Set<String>> known, boolean fresh)
      throws IOException {
    List<String> add = new ArrayList<>();
    List<String> change = new ArrayList<>();
    List<BundleFile> differing = new ArrayList<>();
    List<BundleFile> ours = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (BundleFile file : site.files()) {
      String path = file.path();
      There there = there(path, known.getOrDefault(path, Set.of()), file.sha256());
      boolean setting = settings.contains(path);
      if (setting && !fresh && there != There.SAME && there != There.OURS) {
        kept.add(path); // it was changed or taken away on purpose, or the site has its own
        continue;
      }
      if (there == There.STRANGE) {
        throw new DeskException(Messages.text("desk.content-touched", folder.resolve(path)));
      }
      ours.add(file);
      if (there != There.SAME) {
        differing.add(file);
        (there == There.NOTHING ? add : change).add(path);
      }
    }
    List<String> gone = gone(site, settings, known);
    int same = ours.size() - differing.size();
    return new Sorted(new SiteChange(add, change, gone, same), differing, ours, kept);
  }

  private List<String> gone(Bundle site, Set<String> settings, Map<String, Set<String>> known)
      throws IOException {
    Set<String> now =
        site.files().stream()
            .map(BundleFile::path)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    List<String> gone = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : known.entrySet()) {
      String path = entry.getKey();
      There there = now.contains(path) ? There.NOTHING : there(path, entry.getValue(), "");
      if (there == There.STRANGE && !settings.contains(path)) {
        throw new DeskException(Messages.text("desk.content-touched", folder.resolve(path)));
      }
      if (there == There.OURS) {
        gone.add(path);
      }
    }
    return gone;
  }

  private enum There {
    NOTHING,
    SAME,
    OURS,
    STRANGE
  }

  private There there(String path, Set<String> known, String wanted) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return There.NOTHING;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return There.STRANGE;
    }
    String sha256 = Sha256.of(file);
    if (sha256.equals(wanted)) {
      return There.SAME;
    }
    return known.contains(sha256) ? There.OURS : There.STRANGE;
  }

  /** A folder of our making appears whole or not at all. */
  private void firstTime(Sorted sorted, Consumer<Progress> progress) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + Placing.PART);
    if (Files.exists(part)) {
      Disposal.of(part); // left by one that was stopped
    }
    try {
      put(sorted, part, progress);
      list.end(part, sorted.ours());
      Files.deleteIfExists(folder);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(part)) {
        Disposal.of(part);
      }
    }
  }

  private static void put(Sorted sorted, Path into, Consumer<Progress> progress)
      throws IOException {
    List<BundleFile> files = sorted.differing();
    for (int i = 0; i < files.size(); i++) {
      progress.accept(new Progress(files.get(i).path(), i, files.size()));
      Placing.put(files.get(i), into, false);
    }
  }

  private boolean isEmpty() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      throw new DeskException(Messages.text("desk.content-taken", folder, profile.key()));
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private boolean isOfGenerator() throws IOException {
    Pattern sign = SIGNS.getOrDefault(profile, Pattern.compile("(?!)"));
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.anyMatch(path -> sign.matcher(path.getFileName().toString()).matches());
    }
  }
}

package galley.publish;

import galley.publish.Manifest.Held;
import galley.publish.Manifest.Left;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out what a publication has to do, by fingerprints, and whether it may. */
final class Planning {
  private final Host host;
  private final Remote remote;
  private final Records records;
  private final Foreign foreign;

  Planning(Host host, Records records, Foreign foreign) {
    this.host = host;
    this.remote = new Remote(host);
    this.records = records;
    this.foreign = foreign;
  }

  Plan plan(Release release) throws IOException {
    Optional<Manifest> standing = remote.manifest();
    Left base = standing.map(Manifest::left).orElse(Left.NOTHING);
    Optional<Unfinished> unfinished =
        Journal.read(records.journal()).filter(known -> known.base().equals(base));
    if (foreign == Foreign.STOP && !leftByUs(base)) {
      throw Failures.conflict(host);
    }
    return new Comparison(
            release,
            standing,
            // what is not visible yet is of no interest to what stands there
            host.can() == Ability.SWAP || host.can() == Ability.COMMIT
                ? Optional.empty()
                : unfinished)
        .plan();
  }

  private boolean leftByUs(Left base) throws IOException {
    Optional<Left> left = records.left();
    if (left.orElse(Left.NOTHING).equals(base)) {
      return true;
    }
    // the last step was made, and we broke off before we could note it
    Optional<Unfinished> journal = Journal.read(records.journal());
    return journal.flatMap(Unfinished::last).filter(base::equals).isPresent();
  }

  private final class Comparison {
    private final Release release;
    private final Optional<Manifest> standing;
    private final Map<String, Held> held;
    private final Set<String> unsure;
    private final Look look;
    private final String base;
    private final List<ReleaseFile> add = new ArrayList<>();
    private final List<ReleaseFile> change = new ArrayList<>();
    private final List<ReleaseFile> same = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> changedThere = new ArrayList<>();

    Comparison(Release release, Optional<Manifest> standing, Optional<Unfinished> unfinished) {
      this.release = release;
      this.standing = standing;
      held = new TreeMap<>(standing.map(Manifest::files).orElse(Map.of()));
      unfinished.ifPresent(broken -> held.putAll(broken.put()));
      unsure = unfinished.map(Unfinished::unsure).orElse(Set.of());
      base =
          host.can() == Ability.SWAP
              ? standing.map(one -> Remote.folderOf(one.release())).orElse(Remote.RELEASES + "/-")
              : "";
      look = new Look(host, base);
    }

    Plan plan() throws IOException {
      Set<String> wanted = new HashSet<>();
      List<ReleaseFile> alike = new ArrayList<>();
      for (ReleaseFile file : release.files()) {
        wanted.add(file.path());
        Held there = held.get(file.path());
        if (there != null && there.sha256().equals(file.sha256()) && !isUnsure(file.path())) {
          alike.add(file);
        } else if (is(file.path(), there, file)) {
          same.add(file);
        } else if (there == null) {
          add.add(file);
        } else {
          change.add(file);
        }
      }
      Set<String> leaving = new HashSet<>(held.keySet());
      leaving.addAll(unsure);
      leaving.removeAll(wanted);
      for (String path : leaving.stream().sorted(Plan.GOING).toList()) {
        is(path, held.get(path), null);
        gone.add(path);
      }
      for (ReleaseFile file : alike) {
        // only where it costs nothing: the host was asked about the folder anyway
        boolean there = !look.saw(file.path()) || is(file.path(), held.get(file.path()), file);
        (there ? same : change).add(file);
      }
      if (foreign == Foreign.STOP && !changedThere.isEmpty()) {
        throw Failures.changedThere(host, changedThere);
      }
      add.sort(Plan.ORDER);
      change.sort(Plan.ORDER);
      return new Plan(release, standing.map(Plan.Standing::new), add, change, same, gone);
    }

    private boolean isUnsure(String path) {
      return unsure.contains(path);
    }

    /**
     * Whether what is wanted stands at a path already; notes what stands there by someone else's
     * doing.
     */
    private boolean is(String path, @Nullable Held left, @Nullable ReleaseFile wanted)
        throws IOException {
      Optional<Entry> found = look.at(path);
      if (found.isEmpty()) {
        if (left != null && !isUnsure(path)) {
          changedThere.add(path);
        }
        return false;
      }
      Entry entry = found.get();
      boolean asLeft = left != null && !entry.folder() && entry.bytes() == left.bytes();
      boolean wantedIsLeft =
          left != null && wanted != null && left.sha256().equals(wanted.sha256());
      if (asLeft && !isUnsure(path) && left != null) {
        if (!left.mark().isEmpty() && left.mark().equals(entry.mark())) {
          return wantedIsLeft;
        }
        if (left.mark().isEmpty() && wantedIsLeft) {
          return true;
        }
      }
      boolean sizeFits = asLeft || (wanted != null && entry.bytes() == wanted.bytes());
      String content =
          entry.folder() || !sizeFits
              ? ""
              : remote.fingerprint(SitePath.join(base, path)).orElse("");
      if (wanted != null && content.equals(wanted.sha256())) {
        return true;
      }
      if (!isUnsure(path) && (left == null || !content.equals(left.sha256()))) {
        changedThere.add(path);
      }
      return false;
    }
  }
}

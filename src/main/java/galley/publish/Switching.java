package galley.publish;

import galley.publish.Failures.Standing;
import galley.publish.Manifest.Held;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Publishes beside the site that stands: a release is built whole in {@code releases/<id>.partial},
 * gets its name when it is whole, and then the link {@code current} is switched to it. What did not
 * change comes over from the release before without being sent.
 */
final class Switching {
  private final Course course;
  private final Host host;
  private final Remote remote;
  private final Optional<Unfinished> unfinished;
  private final String partial;

  /**
   * @param unfinished what a publication over the same base left behind
   */
  Switching(Course course, Optional<Unfinished> unfinished) {
    this.course = course;
    this.host = course.host();
    this.remote = new Remote(host);
    this.unfinished =
        unfinished.filter(
            broken -> broken.fingerprint().equals(course.plan().release().fingerprint()));
    this.partial = Remote.partialOf(course.plan().release().id());
  }

  /** Builds the release and switches to it. */
  void publish() throws IOException {
    Release release = course.plan().release();
    host.folder(Remote.RELEASES);
    boolean goesOn = takeOver();
    Set<String> whole = new HashSet<>();
    Set<String> leftovers = new TreeSet<>();
    if (goesOn) {
      Unfinished broken = unfinished.orElseThrow();
      leftovers.addAll(broken.put().keySet());
      leftovers.addAll(broken.unsure());
      for (ReleaseFile file : release.files()) {
        Held put = broken.put().get(file.path());
        if (put != null && put.sha256().equals(file.sha256())) {
          whole.add(file.path());
        }
      }
    }
    host.folder(partial);
    boolean marksStay = carry(goesOn);
    send(whole, leftovers);
    remove(leftovers);
    Manifest manifest = course.manifest(partial, marksStay);
    course.sending().pause();
    host.rename(partial, Remote.folderOf(release.id()));
    remote.write(Remote.manifestOf(release.id()), ManifestJson.write(manifest), Ability.SWAP);
    course.claim().check(Standing.UNTOUCHED);
    course.journal().last(course.next());
    host.link(Remote.CURRENT, Remote.folderOf(release.id()));
  }

  /** Takes over what a broken publication of the same files left; deletes what others left. */
  private boolean takeOver() throws IOException {
    String id = course.plan().release().id();
    Set<String> names = new HashSet<>(host.list(Remote.RELEASES).keySet());
    Optional<String> left =
        unfinished.flatMap(broken ->
            Stream.of(broken.release() + ".partial", broken.release())
                .filter(names::contains)
                .filter(name -> !stands(name))
                .findFirst());
    if (left.isPresent() && !left.get().equals(SitePath.name(partial))) {
      remote.deleteTree(partial);
      host.rename(Remote.RELEASES + "/" + left.get(), partial);
      names.remove(left.get());
    }
    for (String name : names) {
      // we hold the host's claim, so nobody is at work on these any more
      boolean ours = left.isPresent() && name.equals(SitePath.name(partial));
      if ((name.endsWith(".partial") && !ours) || (name.equals(id) && !stands(id))) {
        remote.deleteTree(Remote.RELEASES + "/" + name);
      }
    }
    if (stands(id)) {
      throw new IllegalArgumentException("There is a release of that name already: " + id);
    }
    return left.isPresent();
  }

  /** Whether a release stands there or can be gone back to. */
  private boolean stands(String release) {
    return course
        .plan()
        .before()
        .map(Plan.Standing::manifest)
        .filter(manifest ->
            manifest.release().equals(release)
                || manifest.earlier().stream().anyMatch(one -> one.release().equals(release)))
        .isPresent();
  }

  /** Brings over what stays as it is. */
  private boolean carry(boolean goesOn) throws IOException {
    Plan plan = course.plan();
    if (plan.before().isEmpty() || plan.same().isEmpty()) {
      return true;
    }
    Optional<Boolean> carried = unfinished.flatMap(Unfinished::carried);
    if (goesOn && carried.isPresent()) {
      return carried.get();
    }
    if (goesOn) {
      remote.deleteTree(partial);
      host.folder(partial);
    }
    String from = Remote.folderOf(plan.base().release());
    boolean marksStay =
        host.carry(from, partial, plan.same().stream().map(ReleaseFile::path).toList());
    course.journal().carried(marksStay);
    return marksStay;
  }

  private void send(Set<String> whole, Set<String> leftovers) throws IOException {
    Look look = new Look(host, partial);
    List<ReleaseFile> missing = new ArrayList<>();
    for (ReleaseFile file : course.plan().toSend()) {
      boolean there =
          whole.contains(file.path())
              && look.at(file.path()).filter(e -> e.bytes() == file.bytes()).isPresent();
      if (!there) {
        missing.add(file);
      }
    }
    course.sending().expect(missing);
    Folders folders = new Folders(host);
    Map<String, Held> held = course.plan().held();
    for (ReleaseFile file : missing) {
      String path = SitePath.join(partial, file.path());
      folders.above(path);
      course.journal().over(file);
      if (held.containsKey(file.path()) || leftovers.contains(file.path())) {
        // it may be one file with the old release's: that one must not be written into
        host.delete(path);
      }
      course.sending().send(file, path);
      course.journal().put(file);
    }
  }

  private void remove(Set<String> leftovers) throws IOException {
    Set<String> going = new TreeSet<>(leftovers);
    course.plan().release().files().forEach(file -> going.remove(file.path()));
    going.addAll(course.plan().gone());
    for (String path : going) {
      course.sending().pause();
      host.delete(SitePath.join(partial, path));
    }
    new Folders(host).clear(partial, going, course.plan().release().files());
  }

  /** Deletes releases that are too old to go back to. */
  static void tidy(Host host, Manifest manifest) throws IOException {
    Remote remote = new Remote(host);
    Set<String> keep = new HashSet<>();
    keep.add(manifest.release());
    manifest.earlier().forEach(one -> keep.add(one.release()));
    for (String name : host.list(Remote.RELEASES).keySet()) {
      String release = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
      if (keep.contains(release) || name.endsWith(".partial")) {
        continue;
      }
      if (name.endsWith(".json")) {
        host.delete(Remote.RELEASES + "/" + name);
      } else {
        remote.deleteTree(Remote.RELEASES + "/" + name);
      }
    }
  }
}

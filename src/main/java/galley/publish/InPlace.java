package galley.publish;

import galley.publish.Failures.Standing;
import galley.text.Sha256;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes into the folder visitors see. All that is new is sent to a folder of Galley's own
 * first; only when everything is there are the files put in place, one step each: what pages need
 * before the pages, and what is gone last. Where the host can't rename, files are sent in that
 * order to where they stand; where it commits, nothing is seen before the end.
 */
final class InPlace {
  private final Course course;
  private final Ability ability;
  private final Host host;
  private final Remote remote;
  private final Folders folders;

  InPlace(Course course, Ability ability) {
    this.course = course;
    this.ability = ability;
    this.host = course.host();
    this.remote = new Remote(host);
    this.folders = new Folders(host);
  }

  /** Puts the release in place; its manifest goes last. */
  void publish() throws IOException {
    List<ReleaseFile> toSend = course.plan().toSend();
    if (ability == Ability.RENAME) {
      stage(toSend);
    } else {
      course.sending().expect(toSend);
    }
    course.sending().pause();
    course.claim().check(Standing.UNTOUCHED);
    int placed = 0;
    int steps = toSend.size() + course.plan().gone().size();
    for (ReleaseFile file : toSend) {
      course.sending().pause();
      place(file);
      placed++;
      stands(placed, steps);
    }
    for (String path : course.plan().gone()) {
      course.sending().pause();
      course.journal().gone(path);
      host.delete(path);
      placed++;
      stands(placed, steps);
    }
    folders.clear("", course.plan().gone(), course.plan().release().files());
    Manifest manifest = course.manifest("", true);
    course.claim().check(course.sending().standing());
    course.journal().last(course.next());
    folders.above(Remote.MANIFEST);
    remote.write(Remote.MANIFEST, ManifestJson.write(manifest), ability);
    host.commit(course.plan().release().id());
  }

  /** Leaves nothing of Galley's own behind but the manifest. */
  void tidy() throws IOException {
    if (ability == Ability.RENAME) {
      remote.deleteTree(Remote.STAGED);
    }
  }

  private void place(ReleaseFile file) throws IOException {
    folders.above(file.path());
    course.journal().over(file);
    if (ability == Ability.RENAME) {
      host.rename(staged(file), file.path());
    } else {
      course.sending().send(file, file.path());
    }
    course.journal().put(file);
  }

  private void stands(int placed, int steps) {
    if (ability != Ability.COMMIT) {
      course.sending().standing(new Standing(placed, steps));
    }
  }

  /** Sends what is not there yet, and looks at the end that all of it arrived. */
  private void stage(List<ReleaseFile> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    host.folder(Remote.STAGED);
    Map<String, Entry> there = host.list(Remote.STAGED);
    List<ReleaseFile> missing =
        files.stream()
            .filter(file -> !isWhole(there.get(SitePath.name(staged(file))), file))
            .toList();
    course.sending().expect(missing);
    for (ReleaseFile file : missing) {
      // under a name of its own until it is whole: its size alone would not tell
      String part = staged(file) + ".part";
      course.sending().send(file, part);
      host.rename(part, staged(file));
    }
    Map<String, Entry> staged = host.list(Remote.STAGED);
    for (ReleaseFile file : files) {
      if (!isWhole(staged.get(SitePath.name(staged(file))), file)) {
        throw new HostException(Trouble.FAILED, file.path() + " did not arrive whole");
      }
    }
  }

  private static boolean isWhole(@Nullable Entry entry, ReleaseFile file) {
    return entry != null && entry.bytes() == file.bytes();
  }

  private static String staged(ReleaseFile file) {
    return Remote.STAGED + "/" + Sha256.of(file.path() + "\n" + file.sha256()).substring(0, 40);
  }
}

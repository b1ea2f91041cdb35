package galley.publish;

import galley.publish.Manifest.Earlier;
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

/** One publication on its way: what both ways of publishing need. */
record Course(Host host, Plan plan, Journal journal, Sending sending, Claim claim) {
  /** How many releases can be gone back to. */
  static final int KEPT = 5;

  Left next() {
    return new Left(plan.base().generation() + 1, plan.release().id());
  }

  /**
   * The manifest of what stands there now, having looked that what was sent arrived whole.
   *
   * @param base the folder the files are in
   * @param marksStay whether files that were not sent still have their marks
   */
  Manifest manifest(String base, boolean marksStay) throws IOException {
    Look look = new Look(host, base);
    Map<String, Held> held = plan.held();
    Map<String, Held> files = new TreeMap<>();
    Set<String> sent = new HashSet<>();
    String newest = "";
    plan.toSend().forEach(file -> sent.add(file.path()));
    for (ReleaseFile file : plan.release().files()) {
      Held before = held.get(file.path());
      if (sent.contains(file.path()) || before == null || !before.sha256().equals(file.sha256())) {
        Optional<Entry> entry = look.at(file.path());
        if (entry.isEmpty() || entry.get().bytes() != file.bytes()) {
          throw new HostException(Trouble.FAILED, file.path() + " did not arrive whole: " + entry);
        }
        files.put(file.path(), held(file, entry.get().mark()));
        newest = newest.compareTo(entry.get().mark()) < 0 ? entry.get().mark() : newest;
      } else {
        files.put(file.path(), held(file, marksStay ? before.mark() : ""));
      }
    }
    // a change in the same tick of the host's clock would have the same mark
    String unsure = newest;
    files.replaceAll((_, file) ->
        file.mark().equals(unsure) ? new Held(file.path(), file.bytes(), file.sha256(), "") : file);
    return new Manifest(
        next().generation(), next().release(), plan.release().at(), files, earlier(plan));
  }

  private static Held held(ReleaseFile file, String mark) {
    return new Held(file.path(), file.bytes(), file.sha256(), mark);
  }

  private static List<Earlier> earlier(Plan plan) {
    return plan.before()
        .map(standing -> earlier(standing.manifest(), plan.release().id()))
        .orElse(List.of());
  }

  /** The releases one can go back to once another stands there. */
  static List<Earlier> earlier(Manifest before, String next) {
    List<Earlier> all = new ArrayList<>();
    all.add(new Earlier(before.release(), before.at()));
    all.addAll(before.earlier());
    return all.stream().filter(one -> !one.release().equals(next)).limit(KEPT).toList();
  }
}

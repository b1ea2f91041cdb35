package galley.store;

import galley.post.Revision;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.DataFormatException;

/**
 * Which revisions stay as they grow old: all of the last hour, one in ten minutes of the last day,
 * one an hour of the last 30 days, one a day of the last year, one in 30 days of the years before.
 * What was named, imported, exported, restored or made stays for ever, and so do the newest, the
 * one that a restored one took the place of, and the one that made the text which was exported.
 */
final class Thinning {
  private Thinning() {}

  /** Whether a revision may go when it is old. */
  static boolean isPassing(Revision revision) {
    return revision.name().isEmpty()
        && switch (revision.kind()) {
          case AUTOSAVED, COMMAND -> true;
          case CREATED, IMPORTED, NAMED, RESTORED, EXPORTED -> false;
        };
  }

  /** The revisions that stay, of a list with the newest first. */
  static List<Revision> kept(List<Revision> revisions, Instant now) {
    List<Revision> kept = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    boolean beforeRestored = true; // the newest stays as well
    String marked = ""; // the body of a lasting revision right after this one
    for (Revision revision : revisions) {
      boolean made = marked.equals(revision.sha256());
      boolean stays = !isPassing(revision) || beforeRestored || made;
      marked = isPassing(revision) ? "" : revision.sha256();
      String bucket = bucket(Duration.between(revision.at(), now), revision.at());
      if (stays || bucket.isEmpty() || taken.add(bucket)) {
        kept.add(revision);
      }
      beforeRestored = revision.kind() == Revision.Kind.RESTORED;
    }
    return kept;
  }

  private static String bucket(Duration age, Instant at) {
    long seconds = at.getEpochSecond();
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return "";
    }
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      return "m" + seconds / 600;
    }
    if (age.compareTo(Duration.ofDays(30)) < 0) {
      return "h" + seconds / 3600;
    }
    return age.compareTo(Duration.ofDays(365)) < 0
        ? "d" + seconds / 86_400
        : "y" + seconds / (30 * 86_400);
  }

  /**
   * Thins a post's revisions, inside a transaction of the caller. The differences of those that
   * stay are made anew where the one before them goes; each text is compared with its fingerprint
   * on the way, so a post with a damaged revision is left as it is.
   *
   * @return how many went
   */
  static int thin(Connection connection, UUID post, Instant now)
      throws SQLException, DataFormatException {
    List<Revisions.Sealed> rows = Revisions.of(connection, post);
    List<Revision> all = rows.stream().map(sealed -> sealed.row().revision()).toList();
    Set<Revision> kept = new HashSet<>(kept(all, now));
    String placed = ReviewRows.placedText(connection, post);
    all.stream()
        .filter(revision -> revision.sha256().equals(placed))
        .findFirst()
        .ifPresent(kept::add);
    if (kept.size() == all.size()) {
      return 0;
    }
    List<byte[]> texts = new ArrayList<>();
    Revisions.walk(connection, post, (row, text) -> texts.add(text));
    Ledger ledger = new Ledger(connection);
    byte[] before = {};
    int depth = 0;
    boolean gap = false;
    int gone = 0;
    for (int i = 0; i < texts.size(); i++) {
      Revisions.Sealed sealed = rows.get(rows.size() - 1 - i);
      if (!kept.contains(sealed.row().revision())) {
        ledger.delete(sealed);
        gap = true;
        gone++;
        continue;
      }
      byte[] text = texts.get(i);
      int wanted = before.length == 0 || depth + 1 >= Revisions.WHOLE_EVERY ? 0 : depth + 1;
      if (gap || wanted != sealed.row().depth()) {
        rebase(connection, ledger, sealed, wanted == 0 ? new byte[0] : before, text, wanted);
      }
      before = text;
      depth = wanted;
      gap = false;
    }
    ledger.finish();
    return gone;
  }

  /** Thins a post's revisions, or leaves them all where one can't be read. */
  static int tryThin(Connection connection, UUID post, Instant now) throws SQLException {
    try {
      return thin(connection, post, now);
    } catch (DataFormatException e) {
      return 0; // nothing has been changed: all is read before anything is written
    }
  }

  private static void rebase(
      Connection connection,
      Ledger ledger,
      Revisions.Sealed sealed,
      byte[] before,
      byte[] text,
      int depth)
      throws SQLException, DataFormatException {
    RevisionRow row = sealed.row();
    byte[] difference = Difference.between(before, text);
    if (!Sha256.of(Difference.apply(before, difference)).equals(row.draftSha256())) {
      throw new SQLException("The new difference does not give the text");
    }
    Revision revision = row.revision();
    ledger.replace(sealed, new RevisionRow(revision, row.draftSha256(), depth));
    Revisions.updateText(connection, revision.id(), difference);
  }
}

package galley.store;

import galley.markdown.Markdown;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.KeptDraft;
import galley.post.Revision;
import galley.text.Diff;
import galley.text.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;

/**
 * Takes revisions of another library into a post's history, by their times: with their own ids and
 * names, between those that are here, but never after the two newest: what the post says, and what
 * undoing that brings back. Later ones count on by as many as came in before them, so that a
 * journal read again gives the same numbers. Inside a transaction of the caller.
 */
final class PastStates {
  private final Connection connection;
  private final Ledger ledger;
  private byte[] before = {};
  private int depth;
  private boolean moved;

  PastStates(Connection connection, Ledger ledger) {
    this.connection = connection;
    this.ledger = ledger;
  }

  /** Those that no post has yet. */
  static List<KeptDraft> fresh(Connection connection, List<KeptDraft> past) throws SQLException {
    List<KeptDraft> fresh = new ArrayList<>();
    for (KeptDraft one : past) {
      if (Revisions.find(connection, one.revision().id()).isEmpty()) {
        fresh.add(one);
      }
    }
    return fresh;
  }

  /** Adds what is not there yet; a history of which something is damaged is left as it is. */
  void add(UUID post, List<KeptDraft> past) throws SQLException {
    List<KeptDraft> coming = new ArrayList<>(fresh(connection, past));
    if (coming.isEmpty()) {
      return;
    }
    coming.sort(Comparator.comparing(one -> one.revision().at()));
    List<RevisionRow> here = new ArrayList<>();
    List<byte[]> texts = new ArrayList<>();
    try {
      Revisions.walk(
          connection,
          post,
          (row, text) -> {
            here.add(row);
            texts.add(text);
          });
    } catch (DataFormatException e) {
      return; // a check of the library tells of it
    }
    int[] places = places(here, coming);
    int earlier = places.length;
    for (int i = here.size() - 1; i >= 0; i--) {
      while (earlier > 0 && places[earlier - 1] > i) {
        earlier--;
      }
      if (earlier > 0) { // the last first, for no two may have one number at any time
        here.set(i, counted(here.get(i), earlier));
      }
    }
    int next = 0;
    for (int i = 0; i < here.size(); i++) {
      int until = next;
      while (until < places.length && places[until] == i) {
        until++;
      }
      for (; next < until; next++) {
        long number = here.get(i).revision().number() - (until - next);
        insert(post, coming.get(next), number);
      }
      follow(here.get(i), texts.get(i));
    }
    Posts.usePictures(
        connection,
        post,
        coming.stream()
            .flatMap(one -> one.draft().images().stream())
            .map(ImageRef::sha256)
            .flatMap(Optional::stream)
            .toList());
  }

  /** Before which of those that are here each one comes. */
  private static int[] places(List<RevisionRow> here, List<KeptDraft> coming) {
    int[] places = new int[coming.size()];
    for (int i = 0; i < places.length; i++) {
      int at = 0;
      while (at < here.size() - 2 // the newest stays next to the one that undoing it brings back
          && !here.get(at).revision().at().isAfter(coming.get(i).revision().at())) {
        at++;
      }
      while (at > 0 && here.get(at).revision().kind() == Revision.Kind.RESTORED) {
        at--; // what a restored one took the place of stays the one before it
      }
      places[i] = i == 0 ? at : Math.max(at, places[i - 1]);
    }
    return places;
  }

  private RevisionRow counted(RevisionRow row, int earlier) throws SQLException {
    Revision old = row.revision();
    Revision revision =
        new Revision(
            old.id(),
            old.post(),
            old.number() + earlier,
            old.at(),
            old.kind(),
            old.name(),
            old.sha256(),
            old.words(),
            old.added(),
            old.removed());
    RevisionRow moved = new RevisionRow(revision, row.draftSha256(), row.depth());
    ledger.replace(Revisions.find(connection, old.id()).orElseThrow(), moved);
    return moved;
  }

  private void insert(UUID post, KeptDraft coming, long number) throws SQLException {
    Draft draft = coming.draft();
    byte[] text = DraftBytes.of(draft);
    Revision said = coming.revision();
    int words = FirstWords.of(draft).words();
    Diff.Counts changes = changes(draft, words);
    Revision revision =
        new Revision(
            said.id(),
            post,
            number,
            said.at(),
            said.kind(),
            said.name(),
            Sha256.of(draft.body()),
            words,
            changes.added(),
            changes.removed());
    int wanted = wanted();
    ledger.insert(new RevisionRow(revision, Sha256.of(text), wanted), difference(wanted, text));
    step(text, wanted);
    moved = true;
  }

  /** One that is here follows on another one now, where one has come in before it. */
  private void follow(RevisionRow row, byte[] text) throws SQLException {
    int wanted = wanted();
    if (moved || wanted != row.depth()) {
      Draft draft = DraftBytes.draft(text);
      Revision old = row.revision();
      Diff.Counts changes =
          moved ? changes(draft, old.words()) : new Diff.Counts(old.added(), old.removed());
      Revision revision =
          new Revision(
              old.id(),
              old.post(),
              old.number(),
              old.at(),
              old.kind(),
              old.name(),
              old.sha256(),
              old.words(),
              changes.added(),
              changes.removed());
      ledger.replace(
          Revisions.find(connection, old.id()).orElseThrow(),
          new RevisionRow(revision, row.draftSha256(), wanted));
      Revisions.updateText(connection, old.id(), difference(wanted, text));
    }
    step(text, wanted);
    moved = false;
  }

  private int wanted() {
    return before.length == 0 || depth + 1 >= Revisions.WHOLE_EVERY ? 0 : depth + 1;
  }

  private byte[] difference(int wanted, byte[] text) {
    return wanted == 0 ? Difference.whole(text) : Difference.between(before, text);
  }

  private void step(byte[] text, int wanted) {
    before = text;
    depth = wanted;
  }

  private Diff.Counts changes(Draft draft, int words) {
    return before.length == 0
        ? new Diff.Counts(words, 0)
        : Markdown.changes(DraftBytes.draft(before).body(), draft.body());
  }
}

package galley.store;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.Revision;
import galley.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings what journals hold beyond the database back into it. */
final class Replay {
  /** How many posts are named before the others are only counted. */
  private static final int NAMED = 5;

  private final Database database;
  private final Clock clock;
  private final List<String> damaged = new ArrayList<>();
  private final List<PostRow> back = new ArrayList<>();
  private int words;

  Replay(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  int posts() {
    return back.size();
  }

  int words() {
    return words;
  }

  /** Says of each post what came back and where it is; of many, of the first ones. */
  List<String> sentences() {
    List<String> said = new ArrayList<>();
    for (PostRow post : back.subList(0, Math.min(back.size(), NAMED))) {
      String headline = post.listed().headline();
      String name = headline.isBlank() ? post.listed().slug() : headline;
      int length = post.listed().words();
      said.add(
          post.binned().isPresent()
              ? Messages.text("store.opening.replayed.bin", name, length)
              : Messages.text("store.opening.replayed", name, length));
    }
    if (back.size() > NAMED) {
      said.add(Messages.text("store.opening.replayed.more", back.size() - NAMED));
    }
    return said;
  }

  /** The names of journals with records in the middle that could not be read. */
  List<String> damaged() {
    return damaged;
  }

  void run(Map<UUID, Path> journals) throws SQLException, IOException {
    if (journals.isEmpty()) {
      return;
    }
    Map<UUID, Long> contained = database.read(Posts::journals);
    contained.putAll(database.read(SiteRows::journals));
    for (Beyond journal : beyond(journals, contained)) {
      if (journal.damaged()) {
        damaged.add(journal.file().getFileName().toString());
      }
      if (journal.more()) {
        boolean over =
            database.inTransaction(
                connection -> new One(connection, journal.id()).run(journal.file()));
        if (over) {
          Files.delete(journal.file()); // it goes with the site, unless one is killed between
        }
      }
    }
  }

  /** A journal that says more than the database, or is damaged. */
  private record Beyond(UUID id, Path file, boolean more, boolean damaged) {}

  // All of them are read at each opening, so on all processors; nearly all say nothing new.
  private static List<Beyond> beyond(Map<UUID, Path> journals, Map<UUID, Long> contained)
      throws IOException {
    try {
      return journals.entrySet().parallelStream()
          .map(journal -> glance(journal.getKey(), journal.getValue(), contained))
          .filter(journal -> journal.more() || journal.damaged())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Beyond glance(UUID id, Path file, Map<UUID, Long> contained) {
    try {
      JournalFile.Reading reading = JournalFile.read(file, noted -> {});
      boolean more = reading.sequence() > contained.getOrDefault(id, 0L);
      return new Beyond(id, file, more, reading.damaged());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One post's replay. */
  private final class One {
    private final Connection connection;
    private final UUID id;
    private final long floor;
    private final String before;
    private Optional<Noted.Text> text = Optional.empty();
    private boolean siteSeen;

    One(Connection connection, UUID id) throws SQLException {
      this.connection = connection;
      this.id = id;
      Optional<PostRow> row = row().map(Posts.Sealed::row);
      floor =
          row.isPresent()
              ? row.get().journalSequence()
              : SiteRows.journal(connection, id).orElse(0L);
      before = row.map(PostRow::draftSha256).orElse("");
    }

    /** Says whether what the journal is about is no longer there. */
    boolean run(Path journal) throws SQLException, IOException {
      JournalFile.Reading reading = JournalFile.read(journal, this::hear);
      if (text.isPresent() && text.get().sequence() > floor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Revision.Kind kind = row().isPresent() ? Revision.Kind.AUTOSAVED : Revision.Kind.CREATED;
        keep(text.get(), kind, "", now, now);
      }
      Optional<Posts.Sealed> after = row();
      if (after.isPresent()) {
        Ledger.seen(connection, id, reading.sequence());
        if (!after.get().row().draftSha256().equals(before)) {
          words += after.get().row().listed().words();
          back.add(after.get().row());
        }
      }
      return siteSeen && SiteRows.journal(connection, id).isEmpty();
    }

    private void hear(Noted noted) throws SQLException {
      switch (noted) {
        case Noted.Text draft -> text = Optional.of(draft);
        case Noted.Saved saved -> {
          if (saved.sequence() > floor && text.isPresent()) {
            Noted.Text draft = new Noted.Text(saved.sequence(), text.get().draft());
            keep(draft, saved.kind(), saved.name(), saved.at(), saved.created());
            text = Optional.of(new Noted.Text(floor, draft.draft()));
          }
        }
        case Noted.Binned binned -> {
          Optional<Posts.Sealed> row = row();
          if (binned.sequence() > floor && row.isPresent()) {
            new Ledger(connection).bin(row.get(), binned.at(), binned.sequence());
          }
        }
        case Noted.Said said -> {
          Optional<Posts.Sealed> row = row();
          if (said.sequence() > floor && row.isPresent()) {
            new Ledger(connection).review(row.get(), said.more(), said.sequence());
          }
        }
        case Noted.Named named -> name(named);
        case Noted.Facts said -> {
          if (said.sequence() > floor) {
            siteSeen = true;
            new SiteLedger(connection).put(id, said.facts(), said.sequence());
          }
        }
      }
    }

    private void name(Noted.Named named) throws SQLException {
      if (named.sequence() <= floor) {
        return;
      }
      for (Revisions.Sealed revision : Revisions.of(connection, id)) {
        if (revision.row().revision().number() == named.number()) {
          new Ledger(connection).name(revision, named.name());
        }
      }
    }

    private void keep(
        Noted.Text noted, Revision.Kind kind, String name, Instant at, Instant created)
        throws SQLException {
      Draft draft = DraftBytes.draft(noted.draft());
      String slug = Posts.freeSlug(connection, draft.details().slug(), id);
      Draft free =
          slug.equals(draft.details().slug())
              ? draft
              : draft.withDetails(draft.details().withSlug(slug));
      Noted.Point point = new Noted.Point(noted.sequence(), at);
      Ledger.Entry entry = new Ledger.Entry(free, DraftBytes.of(free), kind, name, point);
      Optional<Posts.Sealed> row = row();
      if (row.isEmpty()) {
        new Ledger(connection).create(id, entry, created);
      } else if (kind != Revision.Kind.AUTOSAVED
          || !Sha256.of(entry.bytes()).equals(row.get().row().draftSha256())) {
        new Ledger(connection).save(row.get(), entry);
      }
    }

    private Optional<Posts.Sealed> row() throws SQLException {
      return Posts.find(connection, id);
    }
  }
}

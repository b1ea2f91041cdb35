package galley.store;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.text.Sha256;
import java.io.IOException;
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

/**
 * Changes posts, each call in one transaction: the journals have it before the rows are written,
 * and rest once they are.
 */
final class Changes {
  private final Vault vault;
  private final Journals journals;
  private final Clock clock;

  Changes(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
    journals = vault.journals();
  }

  List<Post> create(List<Draft> drafts, Revision.Kind kind) {
    List<UUID> ids = drafts.stream().map(_ -> UUID.randomUUID()).toList();
    return vault.change(connection -> {
      List<Post> made = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        made.add(create(connection, ids.get(i), drafts.get(i), kind));
        journals.rest(ids.get(i));
      }
      return made;
    });
  }

  Post save(Post post, Revision.Kind kind, String name) {
    Post saved =
        vault.change(connection -> {
          Posts.Sealed before = row(connection, post.id());
          Draft draft = withFreeSlug(connection, post.draft(), post.id());
          byte[] bytes = DraftBytes.of(draft);
          Instant now = now();
          PostRow row = before.row();
          boolean same = Sha256.of(bytes).equals(row.draftSha256());
          if (row.version() != post.version() && !same) {
            throw stale(row);
          }
          Journal journal = journals.of(post.id(), row.journalSequence());
          long sequence =
              same && kind == Revision.Kind.AUTOSAVED
                  ? journal.append(bytes)
                  : journal.saved(bytes, kind, name, now, row.created());
          return new Ledger(connection)
              .save(
                  before,
                  new Ledger.Entry(draft, bytes, kind, name, new Noted.Point(sequence, now)));
        });
    journals.rest(post.id());
    return saved;
  }

  Post save(Post post, Saving.How how, Reviewed more) {
    Post saved =
        vault.change(connection -> {
          current(connection, post);
          return save(connection, post, how, more);
        });
    journals.rest(post.id());
    return saved;
  }

  List<Post> save(List<Unsaved> all, Revision.Kind kind) {
    Saving.How how = new Saving.How(kind, "", "");
    List<Post> saved =
        vault.change(connection -> {
          for (Unsaved one : all) { // before a journal has any of them
            current(connection, one.post());
          }
          List<Post> done = new ArrayList<>();
          for (Unsaved one : all) {
            done.add(save(connection, one.post(), how, one.more()));
          }
          return done;
        });
    saved.forEach(post -> journals.rest(post.id()));
    return saved;
  }

  private static void current(Connection connection, Post post) throws SQLException {
    PostRow row = row(connection, post.id()).row();
    if (row.version() != post.version()) {
      throw stale(row);
    }
  }

  private Post save(Connection connection, Post post, Saving.How how, Reviewed more)
      throws SQLException {
    Draft draft = withFreeSlug(connection, post.draft(), post.id());
    return new Saving(connection, journals, now())
        .save(row(connection, post.id()), draft, how, more);
  }

  Post bring(UUID id, Draft wanted, Saving.How how, Reviewed more) {
    Post post =
        vault.change(connection ->
            new Saving(connection, journals, now())
                .create(id, withFreeSlug(connection, wanted, id), how, more));
    journals.rest(id);
    return post;
  }

  /** Puts a post into the bin or takes it out. */
  void bin(UUID post, boolean away) {
    Optional<Instant> at = away ? Optional.of(now()) : Optional.empty();
    vault.change(connection -> {
      Posts.Sealed before = row(connection, post);
      if (before.row().binned().isPresent() == away) {
        return false;
      }
      long sequence = journals.of(post, before.row().journalSequence()).binned(at);
      journals.rest(post);
      new Ledger(connection).bin(before, at, sequence);
      return true;
    });
  }

  List<UUID> emptyBin(Instant before) {
    List<UUID> gone =
        vault.change(connection -> {
          List<UUID> deleted = new ArrayList<>();
          for (Posts.Sealed post : Posts.all(connection)) {
            if (post.row().binned().filter(before::isAfter).isPresent()) {
              new Ledger(connection).delete(post);
              deleted.add(post.row().id());
            }
          }
          return deleted;
        });
    try {
      for (UUID post : gone) {
        journals.delete(post);
      }
    } catch (IOException e) {
      throw Vault.notSaved(e);
    }
    return gone;
  }

  Revision name(UUID revision, String name) {
    return vault.change(connection -> {
      Revisions.Sealed sealed = Reading.revisionRow(connection, revision);
      Revision old = sealed.row().revision();
      PostRow post = row(connection, old.post()).row();
      long sequence = journals.of(post.id(), post.journalSequence()).named(old.number(), name);
      journals.rest(post.id());
      Ledger.seen(connection, post.id(), sequence);
      return new Ledger(connection).name(sealed, name);
    });
  }

  int thin() {
    int gone = 0;
    List<UUID> ids =
        vault.read(
            connection -> Posts.all(connection).stream().map(post -> post.row().id()).toList());
    for (UUID post : ids) {
      List<Revision> all = vault.read(connection -> Revisions.plain(connection, post));
      if (Thinning.kept(all, now()).size() < all.size()) { // a change is forced to the disk
        gone += vault.change(connection -> Thinning.tryThin(connection, post, now()));
      }
    }
    return gone;
  }

  void adopt(List<Kept> all, Sites sites, Map<UUID, List<SiteFact>> places) {
    vault.change(connection -> {
      Adoption adoption = new Adoption(connection, journals);
      for (Kept kept : all) {
        adoption.adopt(kept);
        journals.rest(kept.post().id());
      }
      for (Map.Entry<UUID, List<SiteFact>> place : places.entrySet()) {
        sites.adopt(connection, place.getKey(), place.getValue());
      }
      return true;
    });
  }

  private Post create(Connection connection, UUID id, Draft wanted, Revision.Kind kind)
      throws SQLException {
    Draft draft = withFreeSlug(connection, wanted, id);
    byte[] bytes = DraftBytes.of(draft);
    Instant now = now();
    Optional<Posts.Sealed> there = Posts.find(connection, id); // brought back by a reopening
    long floor = there.map(row -> row.row().journalSequence()).orElse(0L);
    long sequence = journals.of(id, floor).saved(bytes, kind, "", now, now);
    Ledger.Entry entry = new Ledger.Entry(draft, bytes, kind, "", new Noted.Point(sequence, now));
    return there.isPresent()
        ? new Ledger(connection).save(there.get(), entry)
        : new Ledger(connection).create(id, entry, now);
  }

  private static Posts.Sealed row(Connection connection, UUID post) throws SQLException {
    return Posts.find(connection, post)
        .orElseThrow(() ->
            new StoreException(
                StoreException.Kind.UNKNOWN, Messages.text("store.unknown.post", post), null));
  }

  private static StaleException stale(PostRow row) {
    return new StaleException(Messages.text("store.stale", row.listed().headline()));
  }

  private static Draft withFreeSlug(Connection connection, Draft draft, UUID id)
      throws SQLException {
    String slug = Posts.freeSlug(connection, draft.details().slug(), id);
    return slug.equals(draft.details().slug())
        ? draft
        : draft.withDetails(draft.details().withSlug(slug));
  }

  private Instant now() {
    return now(clock);
  }

  /** The time, as exactly as the database keeps it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

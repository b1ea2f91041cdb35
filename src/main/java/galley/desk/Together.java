package galley.desk;

import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.store.StaleException;
import galley.store.Unsaved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes many posts that nobody has open, a hundred in one transaction. Blocks. */
final class Together {
  private static final int AT_ONCE = 100;

  private final Bench bench;
  private final Map<UUID, UnaryOperator<Draft>> changes;
  private final Revision.Kind kind;

  Together(Bench bench, Map<UUID, UnaryOperator<Draft>> changes, Revision.Kind kind) {
    this.bench = bench;
    this.changes = changes;
    this.kind = kind;
  }

  /** Does it; each hundred is changed whole, or not at all. */
  int change() {
    List<UUID> all = List.copyOf(changes.keySet());
    int done = 0;
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      done += change(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
    }
    return done;
  }

  private int change(List<UUID> ids) {
    List<DraftSession> sessions = new ArrayList<>();
    try {
      for (Post post : bench.library().posts(ids).values()) {
        // As in the window, so that annotations are carried over and stages have who and when
        sessions.add(new DraftSession(bench, post, _ -> {}));
      }
      save(sessions);
    } catch (StaleException e) {
      // One of them was saved by another way meanwhile: each is changed as it is now
      sessions.forEach(DraftSession::close);
      ids.forEach(this::changeAlone);
    } finally {
      sessions.forEach(DraftSession::close);
    }
    bench.events().accept(new DeskEvent.PostsChanged(new HashSet<>(ids)));
    return sessions.size();
  }

  private void save(List<DraftSession> sessions) {
    List<DraftSession.Prepared> prepared =
        sessions.stream().map(session -> session.prepared(of(session))).toList();
    List<Post> saved =
        bench
            .library()
            .save(
                prepared.stream()
                    .map(one -> new Unsaved(one.wanted(), one.going().reviewed()))
                    .toList(),
                kind);
    for (int i = 0; i < saved.size(); i++) {
      sessions.get(i).adopted(prepared.get(i), saved.get(i));
    }
  }

  private void changeAlone(UUID id) {
    bench
        .library()
        .post(id)
        .ifPresent(post -> {
          try (DraftSession alone = new DraftSession(bench, post, _ -> {})) {
            var _ = alone.changed(of(alone), kind);
          }
        });
  }

  private UnaryOperator<Draft> of(DraftSession session) {
    return changes.getOrDefault(session.id(), UnaryOperator.identity());
  }
}

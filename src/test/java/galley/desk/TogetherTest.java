package galley.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TogetherTest {
  @TempDir Path folder;

  private Desk desk() {
    return Desk.open(folder, Clock.systemUTC(), new DeskOptions(true, false, false));
  }

  private static UUID post(Desk desk, String slug) {
    Details details = Details.draft("About " + slug, slug);
    return desk.create(new Draft(details, "Words of " + slug + ".\n", List.of())).join().id();
  }

  private static Draft ready(Draft draft) {
    return draft.withDetails(draft.details().withStage(Stage.READY));
  }

  @Test
  void manyPostsAreMovedOnAtOnceWithWhoAndWhenAlsoThoseThatAreOpen() {
    List<UUID> posts = new ArrayList<>();
    List<DeskEvent> events = new CopyOnWriteArrayList<>();
    try (Desk desk = desk()) {
      for (int i = 0; i < 103; i++) { // more than go at once
        posts.add(post(desk, "post-" + i));
      }
      List<Draft> shown = new CopyOnWriteArrayList<>();
      DraftSession open = desk.open(posts.getFirst()).join();
      var _ = open.onReplaced(shown::add);
      var _ = desk.onChange(events::add);
      Map<UUID, UnaryOperator<Draft>> changes = new LinkedHashMap<>();
      posts.forEach(post -> changes.put(post, TogetherTest::ready));
      assertEquals(103, desk.change(changes, Revision.Kind.AUTOSAVED).join());
      assertEquals(Stage.READY, shown.getFirst().details().stage());
      assertTrue(
          events.stream().filter(DeskEvent.PostsChanged.class::isInstance).count() < 10,
          "told once for each hundred");
    }
    try (Desk desk = desk()) {
      for (UUID id : posts) {
        Post post = desk.post(id).join();
        assertEquals(Stage.READY, post.details().stage());
        assertEquals(1, moves(desk, id), post.details().slug());
      }
      assertTrue(desk.keeping().verify(_ -> {}).join().problems().isEmpty());
    }
  }

  private static int moves(Desk desk, UUID post) {
    try (DraftSession session = desk.open(post).join()) {
      return session.review().stages().size();
    }
  }

  @Test
  void aPostThatWasSavedMeanwhileKeepsWhatWasSavedAndMovesOn() {
    try (Desk desk = desk()) {
      UUID one = post(desk, "one");
      UUID two = post(desk, "two");
      UnaryOperator<Draft> slow =
          draft -> {
            // by another way, while the two are being changed
            Post now = desk.post(two).join();
            if (!now.body().equals("Newer.\n")) {
              var _ = savedBeside(desk, now);
            }
            return ready(draft);
          };
      assertEquals(
          2,
          desk.change(Map.of(one, slow, two, TogetherTest::ready), Revision.Kind.AUTOSAVED).join());
      assertEquals(Stage.READY, desk.post(one).join().details().stage());
      assertEquals(Stage.READY, desk.post(two).join().details().stage());
      assertEquals("Newer.\n", desk.post(two).join().body());
    }
  }

  private static Post savedBeside(Desk desk, Post now) {
    return desk.change(now.id(), draft -> draft.withBody("Newer.\n"), Revision.Kind.AUTOSAVED)
        .join();
  }
}

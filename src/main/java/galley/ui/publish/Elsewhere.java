package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.LiveSite;
import galley.desk.LiveSite.LivePost;
import galley.post.Site;
import galley.ui.kit.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Says where the readers of a post that is taken down are led: to another post of the site, or to a
 * web address. On the JavaFX thread.
 */
final class Elsewhere {
  private static final int MOST = 5;

  private final List<LivePost> posts;
  private final Field field = Field.line(Messages.text("publish.down.to"), "");
  private final VBox offers = new VBox();
  private final VBox node = new VBox(field.node(), offers);
  private Optional<LivePost> chosen = Optional.empty();

  /**
   * @param gone the post that is taken down
   * @param done runs at Enter
   */
  Elsewhere(LiveSite live, UUID gone, Runnable done) {
    posts =
        live.posts().stream()
            .filter(post -> !post.post().equals(gone))
            .filter(post ->
                switch (post.state()) {
                  case SAME, CHANGED, COMING -> true;
                  case TAKEN_BACK, GOING, DOWN -> false;
                })
            .toList();
    field
        .hint(Messages.text("publish.down.to.hint"))
        .completing(typed -> named(typed).isPresent() ? typed : Site.web(typed))
        .onTake(this::refusal);
    field.control().textProperty().addListener((_, _, _) -> typed());
    if (field.control() instanceof TextField line) {
      line.setOnAction(_ -> done.run());
    }
    offers.getStyleClass().add("publish-offers");
    offers.setManaged(false);
    node.getStyleClass().add("publish-elsewhere");
  }

  Region node() {
    return node;
  }

  /** A post's id, a web address, or nothing; empty where it can't be taken, which is said then. */
  Optional<String> to() {
    if (!field.take()) {
      field.control().requestFocus();
      return Optional.empty();
    }
    return Optional.of(chosen.map(post -> post.post().toString()).orElseGet(field::text));
  }

  private Optional<String> refusal(String typed) {
    boolean fits = typed.isEmpty() || chosen.isPresent() || typed.matches("https?://[^\\s/]\\S*");
    return fits ? Optional.empty() : Optional.of(Messages.text("publish.down.to.bad", typed));
  }

  private void typed() {
    String words = field.text();
    chosen = chosen.filter(post -> name(post).equals(words)).or(() -> named(words));
    String wanted = words.toLowerCase(Locale.ROOT);
    List<LivePost> found =
        wanted.isEmpty() || chosen.isPresent()
            ? List.of()
            : posts.stream()
                .filter(post ->
                    (name(post) + " " + post.slug()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .toList();
    offers
        .getChildren()
        .setAll(
            found.stream()
                .map(post ->
                    Rows.link(
                        name(post),
                        Messages.text("publish.down.to.name", name(post)),
                        () -> choose(post)))
                .toList());
    offers.setManaged(!found.isEmpty());
  }

  private void choose(LivePost post) {
    chosen = Optional.of(post);
    field.text(name(post));
    field.control().requestFocus();
    field.control().end();
  }

  private Optional<LivePost> named(String words) {
    return posts.stream().filter(post -> name(post).equalsIgnoreCase(words)).findFirst();
  }

  private static String name(LivePost post) {
    return post.headline().isBlank() ? post.slug() : post.headline();
  }
}

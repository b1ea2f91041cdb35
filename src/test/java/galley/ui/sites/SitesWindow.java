package galley.ui.sites;

import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.People;
import galley.desk.Sites;
import galley.post.Destination;
import galley.post.Details;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.Site;
import galley.post.Stage;
import galley.publish.Tried;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/** The sheet of sites over an empty window, on a real library. */
final class SitesWindow implements AutoCloseable {
  final Desk desk;
  final List<UUID> published = new ArrayList<>();
  final List<String> stopped = new ArrayList<>();
  Optional<CompletableFuture<Tried>> waiting = Optional.empty();
  Optional<Path> chosen = Optional.empty();
  Scene scene;
  SitesModel model;
  private javafx.stage.Stage stage;

  SitesWindow(Path library) {
    desk = Desk.open(library, Clock.systemUTC(), new DeskOptions(true, false, false));
  }

  private SitesView.Trial tryOut(Destination to) {
    return new SitesView.Trial(
        waiting.orElseGet(() -> desk.publishing(People.NOBODY).tryOut(to)),
        () -> stopped.add(to.name()));
  }

  /** Makes a site in the library. */
  Site site(String name, UnaryOperator<Site> more) {
    Site made = more.apply(Sites.named(name, "https://" + name.length() + ".example/", "en"));
    return desk.sites().create(KeptSite.of(made, false)).join().site();
  }

  UUID post(String headline, Stage at) {
    Details details = Details.draft(headline, galley.text.Slug.of(headline)).withStage(at);
    return desk.create(new Draft(details, "Some words.\n", List.of())).join().id();
  }

  /** The site as the library has it. */
  KeptSite kept(String name) {
    return desk.sites().find(name).join().orElseThrow().kept();
  }

  void open(int width, int height) {
    open(width, height, Theme.LIGHT);
  }

  void open(int width, int height, Theme theme) {
    var _ =
        unwatched(() -> {
          scene = new Scene(new Layers(new Region()), width, height);
          Look.dress(scene);
          Look.theme(scene, theme);
          stage = new javafx.stage.Stage();
          stage.setScene(scene);
          stage.show();
          model = new SitesModel(desk);
          new SitesView(
                  model,
                  new SitesView.Ways(
                      () -> chosen, () -> chosen, () -> chosen, this::tryOut, published::add))
              .open(scene);
          return true;
        });
    until("the sites are read", () -> model.loaded().get());
    pulse();
  }

  /** Goes on to what takes the keyboard next. */
  void tab() {
    run(() ->
        Objects.requireNonNull(scene.getFocusOwner())
            .requestFocusTraversal(TraversalDirection.NEXT));
  }

  /** Presses a button. */
  void click(String words) {
    until("there is " + words, () -> find(ButtonBase.class, named(words)).isPresent());
    run(() -> find(ButtonBase.class, named(words)).orElseThrow().fire());
    pulse();
  }

  boolean has(String words) {
    return find(ButtonBase.class, named(words)).isPresent();
  }

  /** Puts the keyboard into a field and types over what is there, then leaves it. */
  void fill(String field, String text) {
    fill(field, 0, text);
  }

  void fill(String field, int number, String text) {
    run(() -> {
      TextInputControl control = field(field, number);
      control.requestFocus();
      control.setText(text);
      scene.getRoot().requestFocus();
    });
    pulse();
  }

  TextInputControl field(String name, int number) {
    return scene.getRoot().lookupAll(".text-input").stream()
        .filter(TextInputControl.class::isInstance)
        .map(TextInputControl.class::cast)
        .filter(one -> isShown(one) && name.equals(one.getAccessibleText()))
        .skip(number)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No field " + name));
  }

  boolean says(String words) {
    return find(Labeled.class, label -> isShown(label) && text(label).contains(words)).isPresent();
  }

  private static Predicate<ButtonBase> named(String words) {
    return button ->
        isShown(button)
            && !button.isDisabled()
            && (words.equals(button.getText()) || words.equals(button.getAccessibleText()));
  }

  private static String text(Labeled label) {
    return Objects.requireNonNullElse(label.getText(), "");
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  <T extends Node> Optional<T> find(Class<T> kind, Predicate<? super T> wanted) {
    return scene.getRoot().lookupAll("*").stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(wanted)
        .findFirst();
  }

  @Override
  public void close() {
    if (stage != null) {
      var _ =
          unwatched(() -> {
            stage.hide();
            return true;
          });
    }
    desk.close();
  }
}

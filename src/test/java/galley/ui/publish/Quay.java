package galley.ui.publish;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.until;
import static galley.ui.kit.FxTest.Stage.unwatched;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.post.Details;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.Revision;
import galley.post.Site;
import galley.post.Stage;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import galley.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/**
 * A site of two posts in a library of its own, a folder it goes to, and the sheet over a window.
 */
final class Quay implements AutoCloseable {
  final Path www;
  final Desk desk;
  final UUID ferry;
  final UUID oysters;
  final SiteView site;
  final List<String> told = new ArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private Scene scene;
  private javafx.stage.Stage stage;
  private PublishModel model;
  private PublishView view;

  Quay(Path folder) throws IOException {
    www = Files.createDirectories(folder.resolve("www"));
    desk = Desk.open(folder.resolve("library"), new Ticking(), DeskOptions.starting());
    ferry = post("The ferry is the last public square", "ferry");
    oysters = post("Count the oysters first", "oysters");
    Site harbour = Site.of(UUID.randomUUID(), "Harbour Notes", "https://harbour.example/", "en-GB");
    site =
        desk.sites()
            .create(
                KeptSite.of(harbour, true)
                    .withDestinations(
                        List.of(
                            new Destination.Folder(
                                "web", www.toString(), Destination.Serving.IN_PLACE))))
            .join();
  }

  /** A clock that goes only when told. */
  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Lets a minute pass. */
  void later() {
    now = now.plusSeconds(60);
  }

  private UUID post(String headline, String slug) {
    Details details =
        Details.draft(headline, slug).withStandfirst("Why it matters.").withStage(Stage.READY);
    return desk.create(new Draft(details, "Some words of " + slug + ".\n", List.of())).join().id();
  }

  void change(UUID post, UnaryOperator<Details> change) {
    var _ =
        desk.change(
                post,
                draft -> draft.withDetails(change.apply(draft.details())),
                Revision.Kind.AUTOSAVED)
            .join();
  }

  /** Gives the site other destinations. */
  void goesTo(Destination... all) {
    var _ =
        desk.sites().change(site.site().id(), kept -> kept.withDestinations(List.of(all))).join();
  }

  /** How many posts of the site a publication takes. */
  int ready() {
    return desk.sites().list().join().getFirst().ready();
  }

  Instant now() {
    return now;
  }

  /** Publishes without the window. */
  void publish() {
    publish(() -> {});
  }

  /** Publishes a minute after the plan was made. */
  void publishSlowly() {
    publish(this::later);
  }

  private void publish(Runnable between) {
    var publishing = desk.publishing(galley.desk.People.NOBODY);
    var plan = publishing.plan(site.site().id(), "", galley.publish.Foreign.STOP, _ -> {}).join();
    between.run();
    var _ =
        publishing
            .publish(plan, Optional.of("It is a test"), galley.desk.Publishing.Watch.NOBODY)
            .join();
  }

  void show(int width, int height, Theme theme) {
    var _ =
        unwatched(() -> {
          scene = new Scene(new Layers(new Region()), width, height);
          Look.dress(scene);
          Look.theme(scene, theme);
          stage = new javafx.stage.Stage();
          stage.setScene(scene);
          stage.show();
          model = new PublishModel(desk, () -> CompletableFuture.completedFuture(null));
          view =
              new PublishView(
                  model,
                  scene,
                  new PublishView.Ways(
                      (post, finding) -> told.add(post + " " + finding.rule()),
                      post -> told.add(post.toString()),
                      () -> told.add("sites")));
          return true;
        });
  }

  /** Makes the window as narrow as it may be. */
  void narrow() {
    run(() -> {
      stage.setWidth(560);
      stage.setHeight(560);
    });
    pulse();
  }

  /** Opens the sheet and waits for the plan. */
  void plan() {
    run(() -> view.open(Optional.empty(), Optional.empty()));
    await("it is planned", Step.Planned.class);
  }

  void await(String what, Class<? extends Step> step) {
    until(what, () -> step.isInstance(model.step().get()));
    pulse();
  }

  /** Presses the button or link with these words. */
  void press(String words) {
    run(() -> button(words).fire());
  }

  ButtonBase button(String words) {
    return scene.getRoot().lookupAll("*").stream()
        .filter(ButtonBase.class::isInstance)
        .map(ButtonBase.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button " + words));
  }

  boolean says(String words) {
    return Platform.isFxApplicationThread() ? shows(words) : fx(() -> shows(words));
  }

  private boolean shows(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .anyMatch(label -> String.valueOf(((Labeled) label).getText()).contains(words));
  }

  /** The words on what has the keyboard. */
  String focused() {
    return fx(() -> {
      Node owner = scene.getFocusOwner();
      return owner instanceof Button button ? button.getText() : String.valueOf(owner);
    });
  }

  void see(String name) {
    pulse();
    picture(scene, name);
  }

  PublishModel model() {
    return model;
  }

  PublishView view() {
    return view;
  }

  Scene scene() {
    return scene;
  }

  @Override
  public void close() {
    if (stage != null) {
      var _ =
          unwatched(() -> {
            stage.hide();
            view.close();
            return true;
          });
    }
    desk.close();
  }
}

package galley.ui.details;

import static galley.ui.kit.FxTest.Stage.fx;
import static galley.ui.kit.FxTest.Stage.picture;
import static galley.ui.kit.FxTest.Stage.press;
import static galley.ui.kit.FxTest.Stage.pulse;
import static galley.ui.kit.FxTest.Stage.run;
import static galley.ui.kit.FxTest.Stage.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.KeptSite;
import galley.post.Site;
import galley.ui.kit.FxTest;
import galley.ui.kit.Layers;
import galley.ui.kit.Look;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FxTest
final class DetailsRowTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:42:07Z"), ZoneOffset.UTC);

  private DetailsRow row;
  private Details details = Details.draft("The ferry is late", "ferry");
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void showAWindow() {
    run(() -> {
      row =
          new DetailsRow(
              CLOCK,
              () ->
                  new Known(
                      List.of("Staff Writer"),
                      List.of("Opinion", "News"),
                      List.of("transport", "islands")));
      row.onChange(now -> details = now);
      row.show(details, List.of(ImageRef.place("media/dawn.jpg")));
      scene = new Scene(new Layers(new VBox(row.node())), 640, 420);
      Look.dress(scene);
      stage = new Stage();
      stage.setX(0);
      stage.setY(0);
      stage.setScene(scene);
      stage.show();
    });
    pulse();
  }

  @AfterEach
  void closeTheWindow() {
    run(stage::close);
  }

  @Test
  void longTagsStayWithinTheColumn() {
    run(() ->
        row.show(details.withTags(List.of("a very long tag ".repeat(20).strip())), List.of()));
    pulse();
    double edge = fx(() -> row.node().getBoundsInLocal().getWidth());
    double widest =
        fx(() ->
            scene.getRoot().lookupAll(".chip").stream()
                .mapToDouble(chip -> chip.getBoundsInParent().getMaxX())
                .max()
                .orElseThrow());
    assertTrue(widest <= edge && edge <= 640, widest + " of " + edge);
  }

  @Test
  void theLastChipNeverStandsAloneOnALine() {
    run(() ->
        row.show(
            details.withBylines(List.of(new Byline("Ida Holm"))).withTags(List.of("islands")),
            List.of()));
    for (int width = 640; width >= 200; width -= 20) {
      int wide = width;
      run(() -> stage.setWidth(wide));
      pulse();
      List<Bounds> chips =
          fx(() ->
              scene.getRoot().lookupAll(".chip").stream()
                  .map(chip -> chip.localToScene(chip.getLayoutBounds()))
                  .toList());
      Bounds last = chips.getLast();
      assertEquals(chips.get(chips.size() - 2).getMinY(), last.getMinY(), "at " + width);
      assertTrue(last.getMaxX() <= width, last + " at " + width);
    }
  }

  private void click(String words) {
    run(() ->
        Stream.of(".button", ".radio-button")
            .flatMap(style -> scene.getRoot().lookupAll(style).stream())
            .filter(node -> node instanceof Labeled labeled && labeled.getText().equals(words))
            .findFirst()
            .ifPresentOrElse(
                node -> {
                  if (node instanceof Button button) {
                    button.fire();
                  } else if (node instanceof RadioButton radio) {
                    radio.fire();
                  }
                },
                () -> {
                  throw new AssertionError("No button says " + words);
                }));
    pulse();
  }

  @Test
  void emptyChipsInviteAndOpenTheirEditors() {
    click("Add a byline");
    type(scene, "Ida Holm");
    assertEquals(List.of(new Byline("Ida Holm")), details.bylines());
    picture(scene, "details-byline");
    press(scene, KeyCode.ENTER);
    click("By Ida Holm");
    click("Add a name");
    click("Staff Writer");
    assertEquals(
        List.of("Ida Holm", "Staff Writer"), details.bylines().stream().map(Byline::name).toList());
    press(scene, KeyCode.ESCAPE);
    click("By Ida Holm, Staff Writer");
  }

  @Test
  void aDateIsTakenWhenItIsOneAndKeptWhileItIsNot() {
    click("Add a date");
    click("Today");
    assertEquals("2026-11-23", details.date().orElseThrow().toString());
    press(scene, KeyCode.BACK_SPACE);
    assertTrue(details.date().isPresent());
    press(scene, KeyCode.ESCAPE);
    click("23 Nov 2026");
    click("No date");
    assertEquals(Optional.empty(), details.date());
  }

  @Test
  void tagsAreAddedWithEnterCommaOrAClickAndTakenAway() {
    click("Add tags");
    type(scene, "ferries");
    press(scene, KeyCode.ENTER);
    type(scene, "winter,");
    pulse();
    click("islands");
    assertEquals(List.of("ferries", "winter", "islands"), details.tags());
    click("winter");
    assertEquals(List.of("ferries", "islands"), details.tags());
    press(scene, KeyCode.ESCAPE);
    click("ferries · islands");
  }

  @Test
  void aSectionIsPickedOrTyped() {
    click("Add a section");
    click("Opinion");
    assertEquals("Opinion", details.section());
    click("Opinion");
  }

  @Test
  void aSlugThatCantStandInAnAddressIsNotTaken() {
    click("…");
    fx(() -> true);
    press(scene, KeyCode.A, KeyCode.CONTROL);
    type(scene, "no way");
    assertEquals("no", details.slug());
    assertEquals(1, fx(() -> scene.getRoot().lookupAll(".text-field.invalid").size()));
    click("From the headline");
    assertEquals("the-ferry-is-late", details.slug());
  }

  @Test
  void theLeadImageIsOneOfTheDraftsPictures() {
    click("Add a lead image");
    click("dawn.jpg");
    assertEquals(Optional.of("media/dawn.jpg"), details.leadImage());
    press(scene, KeyCode.ESCAPE);
    click("Lead image: no file");
    picture(scene, "lead-no-file");
    click("None");
    assertEquals(Optional.empty(), details.leadImage());
  }

  @Test
  void siteIsShownAndChangedOnlyWhereThereIsOne() {
    assertFalse(fx(() -> says("Add to a site")), "without sites nothing is in the way");
    KeptSite quay =
        KeptSite.of(Site.of(new UUID(0, 1), "The Quay", "https://quay.example", "en"), false);
    KeptSite notes =
        KeptSite.of(
            Site.of(new UUID(0, 2), "Harbour Notes", "https://harbour.example", "en"), true);
    List<Optional<UUID>> moved = new ArrayList<>();
    run(() -> {
      row.onMoved(moved::add);
      row.home(new Home(List.of(quay), Optional.empty()));
    });
    pulse();
    assertTrue(fx(() -> says("Add to a site")));
    run(() -> row.home(new Home(List.of(notes, quay), Optional.empty())));
    pulse();
    click("Harbour Notes");
    picture(scene, "details-site");
    run(() ->
        scene.getRoot().lookupAll(".radio-button").stream()
            .map(RadioButton.class::cast)
            .filter(choice -> choice.getText().equals("The Quay"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertEquals(List.of(Optional.of(new UUID(0, 1))), moved);
    press(scene, KeyCode.ESCAPE);
    assertTrue(fx(() -> says("The Quay")));
  }

  private boolean says(String chip) {
    return scene.getRoot().lookupAll(".chip").stream()
        .anyMatch(
            node -> node.isVisible() && node instanceof Labeled it && it.getText().equals(chip));
  }
}

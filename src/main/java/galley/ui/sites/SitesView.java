package galley.ui.sites;

import galley.asset.Messages;
import galley.desk.SiteView;
import galley.post.Destination;
import galley.publish.Tried;
import galley.ui.kit.EmptyState;
import galley.ui.kit.Look;
import galley.ui.kit.Sheet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The sheet of sites: those there are, and all that can be said of the chosen one. What is changed
 * holds at once. On the JavaFX thread.
 */
public final class SitesView {
  private static final double WIDTH = 1020;
  // in letters: where list and site stand one above the other
  private static final double NARROW = 52;
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  /**
   * What a person is asked with, and where it goes on from here.
   *
   * @param picture asks for a picture's file
   * @param folder asks for a folder
   * @param file asks for any file
   * @param tryOut connects to a destination, and asks the person what its host asks
   * @param publish shows what publishing a site would do; the sheet closes before
   */
  public record Ways(
      Supplier<Optional<Path>> picture,
      Supplier<Optional<Path>> folder,
      Supplier<Optional<Path>> file,
      Function<Destination, Trial> tryOut,
      Consumer<UUID> publish) {}

  /**
   * A connection that is being tried.
   *
   * @param stop ends the waiting; the outcome then interests nobody
   */
  public record Trial(CompletableFuture<Tried> outcome, Runnable stop) {}

  private final SitesModel model;
  private final Ways ways;
  private final Sheet sheet;
  private final SiteList list;
  private final StackPane page = new StackPane();
  private final VBox side = new VBox();
  private final GridPane columns = new GridPane();
  private final Label trouble = new Label();
  private final Button create = new Button(Messages.text("sites.new"));
  private final Button remove = new Button(Messages.text("sites.remove"));
  private final Button publish = new Button(Messages.text("sites.publish"));
  private final Button done = new Button(Messages.text("sites.done"));
  private final Map<UUID, SitePage> pages = new LinkedHashMap<>();
  private Optional<SitePage> shown = Optional.empty();
  private Optional<NewSite> making = Optional.empty();

  public SitesView(SitesModel model, Ways ways) {
    this.model = model;
    this.ways = ways;
    sheet = new Sheet(Messages.text("sites.title"), Messages.text("sites.sub"), this::closed);
    list = new SiteList(model);
    create.setOnAction(_ -> make());
    create.setMaxWidth(Double.MAX_VALUE);
    remove.getStyleClass().addAll("ghost", "danger", "sites-remove");
    remove.setOnAction(_ -> askToRemove());
    publish.getStyleClass().add("primary");
    publish.setOnAction(_ -> publish());
    done.setOnAction(_ -> done());
    trouble.getStyleClass().add("bad");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.failure());
    trouble.managedProperty().bind(model.failure().isNotEmpty());
    sheet.box().getStylesheets().add(Look.sheet("sites"));
    sheet.width(WIDTH).edgeToEdge(columns()).aboveFoot(List.of(trouble)).back(this::back);
    sheet.foot(List.of(remove), List.of(done, publish));
    model.chosen().addListener((_, _, _) -> show());
    model
        .loaded()
        .addListener((_, _, _) -> {
          show();
          enter();
        });
    model.onReverted(() -> {
      pages.clear();
      show();
    });
    show();
  }

  /** Shows the sheet over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }

  private Region columns() {
    VBox.setVgrow(list.node(), Priority.ALWAYS);
    side.getStyleClass().add("sites-side");
    side.getChildren().setAll(list.node(), create);
    page.getStyleClass().add("sites-page");
    columns.getStyleClass().add("sites-columns");
    columns.addRow(0, side, page);
    GridPane.setHgrow(page, Priority.ALWAYS);
    columns
        .widthProperty()
        .addListener(
            (_, _, width) -> stack(width.doubleValue() / done.getFont().getSize() < NARROW));
    stack(false);
    return columns;
  }

  private void stack(boolean narrow) {
    columns.pseudoClassStateChanged(STACKED, narrow);
    GridPane.setConstraints(page, narrow ? 0 : 1, narrow ? 1 : 0);
    GridPane.setVgrow(side, narrow ? Priority.NEVER : Priority.ALWAYS);
    GridPane.setVgrow(page, Priority.ALWAYS);
    GridPane.setHgrow(side, narrow ? Priority.ALWAYS : Priority.NEVER);
  }

  private void closed() {
    shown.ifPresent(SitePage::leave);
    model.close();
  }

  /** What Escape does before it closes the sheet. */
  private boolean back() {
    if (isMaking() && !model.sites().isEmpty()) {
      if (!making.filter(NewSite::isTyped).isPresent()) {
        making = Optional.empty();
      }
      show(); // what was typed is there again with the next New site…
      create.requestFocus();
      return true;
    }
    if (shown.filter(SitePage::back).isPresent()) {
      return true;
    }
    return !isLeft(sheet::close);
  }

  private boolean isMaking() {
    return making.filter(form -> page.getChildren().contains(form.node())).isPresent();
  }

  /** A new site that was typed is meant to be made. */
  private void done() {
    if (isMaking() && making.filter(NewSite::isTyped).isPresent()) {
      making.get().make(this::done);
    } else if (isLeft(sheet::close)) {
      sheet.close();
    }
  }

  /** Whether nothing typed is lost by leaving; asks where something is. */
  private boolean isLeft(Runnable leave) {
    done.requestFocus(); // what is just being typed is taken
    if (making.filter(NewSite::isTyped).isPresent()) {
      ask(Messages.text("sites.unmade"), this::make, leave);
      return false;
    }
    for (Map.Entry<UUID, SitePage> each : pages.entrySet()) {
      Optional<SitePage.Unkept> unkept = each.getValue().unkept();
      if (unkept.isPresent() && model.find(each.getKey()).isPresent()) {
        ask(
            unkept.get().what(),
            () -> {
              model.chosen().set(Optional.of(each.getKey()));
              each.getValue().goTo(unkept.get().part());
            },
            leave);
        return false;
      }
    }
    return true;
  }

  private void ask(String what, Runnable back, Runnable leave) {
    Button stay = new Button(Messages.text("sites.unkept.back"));
    stay.getStyleClass().add("primary");
    Button go = new Button(Messages.text("sites.unkept.leave"));
    go.getStyleClass().add("danger");
    Sheet question = new Sheet(Messages.text("sites.unkept.title"), what, () -> {});
    stay.setOnAction(_ -> {
      question.close();
      back.run();
    });
    go.setOnAction(_ -> {
      question.close();
      leave.run();
    });
    question.width(520).foot(List.of(go), List.of(stay)).open(done.getScene());
    stay.requestFocus();
  }

  private void show() {
    shown.ifPresent(SitePage::leave);
    Optional<SiteView> site = model.chosen().get().flatMap(model::find);
    shown =
        site.map(
            one -> pages.computeIfAbsent(one.site().id(), id -> new SitePage(model, id, ways)));
    shown.ifPresent(SitePage::enter);
    boolean any = !model.sites().isEmpty();
    columns.pseudoClassStateChanged(NONE, !any);
    side.setVisible(any);
    side.setManaged(any);
    remove.setVisible(site.isPresent());
    publish.setVisible(site.isPresent());
    publish.setManaged(site.isPresent());
    if (shown.isPresent()) {
      page.getChildren().setAll(shown.get().node());
    } else if (model.loaded().get()) {
      page.getChildren().setAll(nothing());
    }
  }

  /** Puts the keyboard where a person begins. */
  private void enter() {
    if (model.sites().isEmpty()) {
      page.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    } else {
      list.node().requestFocus();
    }
  }

  private Region nothing() {
    Button first = new Button(Messages.text("sites.new"));
    first.getStyleClass().add("primary");
    first.setOnAction(_ -> make());
    return new EmptyState(
            Messages.text("sites.none.title"), Messages.text("sites.none.text"), List.of(first))
        .node();
  }

  private void make() {
    NewSite form = making.orElseGet(() -> new NewSite(model, this::stopMaking, this::made));
    making = Optional.of(form);
    shown.ifPresent(SitePage::leave);
    shown = Optional.empty();
    remove.setVisible(false);
    publish.setVisible(false);
    page.getChildren().setAll(form.node());
    page.applyCss(); // what scrolls holds its content only then
    form.focus();
  }

  private void made() {
    making = Optional.empty();
  }

  private void stopMaking() {
    making = Optional.empty();
    show();
    (model.sites().isEmpty() ? done : create).requestFocus();
  }

  private void askToRemove() {
    model
        .chosen()
        .get()
        .flatMap(model::find)
        .ifPresent(site -> {
          Button keep = new Button(Messages.text("sites.remove.keep"));
          keep.getStyleClass().add("primary");
          Button go = new Button(Messages.text("sites.remove.do"));
          go.getStyleClass().add("danger");
          Sheet ask =
              new Sheet(
                  Messages.text("sites.remove.title", site.site().name()),
                  Messages.text("sites.remove.sub", site.posts()),
                  () -> {});
          keep.setOnAction(_ -> ask.close());
          go.setOnAction(_ -> {
            ask.close();
            model.remove(site.site().id());
          });
          ask.width(520).foot(List.of(go), List.of(keep)).open(done.getScene());
          keep.requestFocus();
        });
  }

  private void publish() {
    model
        .chosen()
        .get()
        .ifPresent(id -> {
          Runnable go =
              () -> {
                sheet.close();
                ways.publish().accept(id);
              };
          if (isLeft(go)) {
            go.run();
          }
        });
  }
}

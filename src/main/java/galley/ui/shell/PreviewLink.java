package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DeskEvent;
import galley.desk.DraftSession;
import galley.desk.Preferences;
import galley.desk.Preferences.PreviewWidth;
import galley.post.Draft;
import galley.post.Post;
import galley.ui.editor.EditorView;
import galley.ui.kit.Fx;
import galley.ui.kit.Outside;
import galley.ui.preview.Device;
import galley.ui.preview.PreviewView;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/** Keeps text and page together: what is shown, where it is scrolled, and what is clicked. */
final class PreviewLink {
  private final EditorView editor;
  private final PreviewView preview;
  private final MainModel model;

  PreviewLink(EditorView editor, PreviewView preview, MainModel model) {
    this.editor = editor;
    this.preview = preview;
    this.model = model;
  }

  /** Adds the tab, and begins to follow. */
  void install(RightPane right) {
    right.add(
        RightPane.Tab.PREVIEW,
        Messages.text("shell.tab.preview"),
        preview::node,
        Optional.of(devices()));
    preview.sync().bindBidirectional(model.sync());
    editor.onScrolled(preview::scrollToLine);
    preview.onScrolled(line -> editor.scrollToLine(line, false));
    preview.onClickLine(line -> editor.goToLine((int) Math.max(0, line)));
    preview.onLink(Outside::open);
    preview.sites(model.desk().siteBuilding().previews());
    var _ =
        model
            .desk()
            .onChange(event -> {
              if (event instanceof DeskEvent.SitesChanged) {
                Fx.run(preview::sitesChanged);
              }
            });
    model.open().session().addListener((_, _, now) -> follow(now));
    follow(model.open().session().get());
  }

  private void follow(Optional<DraftSession> session) {
    if (session.isEmpty()) {
      preview.shut();
      return;
    }
    DraftSession open = session.get();
    preview.open(
        open.id(),
        () -> {
          Post saved = open.post();
          Supplier<Draft> draft = model.open().snapshot();
          return () ->
              new Post(saved.id(), draft.get(), saved.version(), saved.created(), saved.changed());
        });
    preview.scrollToLine(editor.firstVisibleLine());
  }

  private MenuButton devices() {
    MenuButton menu = new MenuButton();
    menu.getStyleClass().addAll("ghost", "device-menu");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    PreviewWidth now = model.desk().settings().preferences().previewWidth();
    for (PreviewWidth width : PreviewWidth.values()) {
      RadioMenuItem item = new RadioMenuItem(words(width));
      item.setToggleGroup(group);
      item.setSelected(width == now);
      item.setOnAction(_ -> choose(menu, width));
      menu.getItems().add(item);
    }
    CheckMenuItem sync = new CheckMenuItem(Messages.text("shell.sync"));
    sync.selectedProperty().bindBidirectional(model.sync());
    menu.getItems().addAll(new SeparatorMenuItem(), sync);
    choose(menu, now);
    return menu;
  }

  private void choose(MenuButton menu, PreviewWidth width) {
    menu.setText(words(width));
    menu.setAccessibleText(Messages.text("shell.device", words(width)));
    preview.device().set(device(width));
    model.desk().settings().change((Preferences p) -> p.withPreviewWidth(width));
  }

  private static Device device(PreviewWidth width) {
    return switch (width) {
      case PHONE -> Device.PHONE;
      case TABLET -> Device.TABLET;
      case PAGE -> Device.PAGE;
    };
  }

  private static String words(PreviewWidth width) {
    return switch (width) {
      case PHONE -> Messages.text("shell.device.phone");
      case TABLET -> Messages.text("shell.device.tablet");
      case PAGE -> Messages.text("shell.device.page");
    };
  }
}

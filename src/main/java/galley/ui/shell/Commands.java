package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.ExportRequest.Format;
import galley.desk.Preferences.Appearance;
import galley.desk.Preferences.Mode;
import galley.post.Stage;
import galley.ui.shell.Command.Group;
import galley.ui.shell.MainView.Parts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** The commands of the window that are not about the text itself. */
final class Commands {
  private final MainView view;
  private final Parts parts;
  private final MainModel model;
  private final Asking asking;
  private final Runnable quit;

  Commands(MainView view, Parts parts, Asking asking, Runnable quit) {
    this.view = view;
    this.parts = parts;
    this.asking = asking;
    model = asking.model();
    this.quit = quit;
  }

  void addTo(Actions actions) {
    post(actions);
    new TextCommands(
            parts.editor().actions(), model.hasPost().and(model.reading().not()), asking::pictures)
        .addTo(actions);
    go(actions);
    view(actions);
    actions.add(
        Group.GALLEY,
        "palette",
        Messages.text("shell.do.palette"),
        "Shortcut+K",
        view::openPalette);
    actions.add(
        Group.GALLEY,
        "settings",
        Messages.text("shell.do.settings"),
        "Shortcut+Comma",
        asking::settings);
    actions.add(Group.GALLEY, "backup", Messages.text("shell.do.backup"), "", model::backUp);
    actions.add(
        Group.GALLEY, "folder", Messages.text("shell.do.folder"), "", asking::libraryFolder);
    actions.add(Group.GALLEY, "quit", Messages.text("shell.do.quit"), "Shortcut+Q", quit);
  }

  private void post(Actions actions) {
    ObservableBooleanValue has = model.hasPost();
    actions.add(Group.POST, "new", Messages.text("shell.do.new"), "Shortcut+N", model::create);
    actions.add(
        Group.POST, "import", Messages.text("shell.do.import"), "Shortcut+O", asking::files);
    actions.add(
        Group.POST, "open-review", Messages.text("shell.do.open-review"), "", asking::review);
    actions.add(
        Group.POST,
        "import-folder",
        Messages.text("shell.do.import-folder"),
        "Shortcut+Shift+O",
        asking::folder);
    actions.add(
        Group.POST, "export", Messages.text("shell.do.export"), "Shortcut+E", has, asking::export);
    for (Format format : Format.values()) {
      actions.add(
          Group.EXPORT,
          format
              .editor()
              .map(editor -> "copy-" + editor.key())
              .orElseGet(() -> "export-" + format.name().toLowerCase(Locale.ROOT)),
          title(format),
          "",
          has,
          () -> asking.export(format));
    }
    actions.add(Group.POST, "save", Messages.text("shell.do.save"), "Shortcut+S", has, model::save);
    actions.add(
        Group.POST,
        "keep",
        Messages.text("shell.do.keep"),
        "Shortcut+Shift+S",
        has,
        asking::revisionName);
    actions.add(
        Group.POST,
        "duplicate",
        Messages.text("shell.do.duplicate"),
        "",
        has,
        () -> withOpen(model::duplicate));
    actions.add(
        Group.POST,
        "delete",
        Messages.text("shell.do.delete"),
        "",
        has,
        () -> withOpen(model::delete));
    for (Stage stage : Stage.values()) {
      actions.add(
          Group.POST,
          "stage-" + stage.key(),
          Messages.text("shell.do.stage", TopBar.words(stage)),
          "",
          has,
          () -> withOpen(post -> model.move(post, stage)));
    }
    actions.add(Group.POST, "example", Messages.text("shell.do.example"), "", model::example);
  }

  private static String title(Format format) {
    return switch (format) {
      case HTML -> Messages.text("shell.do.export-html");
      case SINGLE -> Messages.text("shell.do.export-single");
      case MARKDOWN -> Messages.text("shell.do.export-markdown");
      case EPUB -> Messages.text("shell.do.export-epub");
      case PDF -> Messages.text("shell.do.export-pdf");
      case TEXT -> Messages.text("shell.do.export-text");
      case TEXTBUNDLE -> Messages.text("shell.do.export-textbundle");
      case DOCX -> Messages.text("shell.do.export-docx");
      case CRITICMARKUP -> Messages.text("shell.do.export-criticmarkup");
      case SUBSTACK, WORDPRESS, WIX, MEDIUM ->
          Messages.text("shell.do.copy-for", format.editor().orElseThrow().title());
    };
  }

  private void go(Actions actions) {
    actions.add(
        Group.GO,
        "search",
        Messages.text("shell.do.search"),
        "Shortcut+Shift+F",
        () -> {
          showLibrary();
          parts.library().focusSearch();
        });
    actions.add(
        Group.GO,
        "go-library",
        Messages.text("shell.do.go-library"),
        "Shortcut+Shift+L",
        () -> {
          showLibrary();
          parts.library().focusList();
        });
    actions.add(
        Group.GO,
        "go-headline",
        Messages.text("shell.do.go-headline"),
        "Shortcut+Shift+T",
        model.hasPost(),
        () -> parts.editor().focusHeadline());
    actions.add(
        Group.GO,
        "go-text",
        Messages.text("shell.do.go-text"),
        "Shortcut+Shift+B",
        model.hasPost(),
        () -> parts.editor().focusBody());
    actions.add(Group.GO, "next-part", Messages.text("shell.do.next-part"), "F6", () -> part(1));
    actions.add(
        Group.GO,
        "previous-part",
        Messages.text("shell.do.previous-part"),
        "Shift+F6",
        () -> part(-1));
    for (RightPane.Tab tab : view.right().tabs()) {
      String title =
          switch (tab) {
            case PREVIEW -> Messages.text("shell.do.preview");
            case REVIEW -> Messages.text("shell.do.review");
            case OUTLINE -> Messages.text("shell.do.outline");
            case HISTORY -> Messages.text("shell.do.history");
          };
      String keys =
          switch (tab) {
            case PREVIEW -> "Shortcut+Shift+P";
            case REVIEW -> "Shortcut+3";
            case OUTLINE -> "Shortcut+Shift+U";
            case HISTORY -> "Shortcut+Shift+H";
          };
      actions.add(
          Group.GO,
          tab.name().toLowerCase(Locale.ROOT),
          title,
          keys,
          () -> {
            model.mode().set(tab == RightPane.Tab.REVIEW ? Mode.REVIEW : Mode.SPLIT);
            view.right().show(tab);
          });
    }
  }

  /** Takes the keyboard from the library to the text to the right pane, of those in view. */
  private void part(int by) {
    record Part(Node node, Runnable enter) {}
    List<Part> all =
        Stream.of(
                new Part(parts.library().node(), parts.library()::focusList),
                new Part(parts.editor().node(), parts.editor()::focusBody),
                new Part(view.right().node(), view.right()::focus))
            .filter(part -> part.node().isVisible())
            .toList();
    Node owner = model.scene().getFocusOwner();
    int at = by > 0 ? -1 : all.size();
    for (int i = 0; i < all.size(); i++) {
      if (Actions.isWithin(owner, all.get(i).node())) {
        at = i;
      }
    }
    if (!all.isEmpty()) {
      all.get(Math.floorMod(at + by, all.size())).enter().run();
    }
  }

  private void showLibrary() {
    if (model.mode().get() == Mode.FOCUS) {
      model.mode().set(Mode.SPLIT);
    }
    model.libraryShown().set(true);
  }

  private void view(Actions actions) {
    actions.add(
        Group.VIEW,
        "write",
        Messages.text("shell.do.write"),
        "Shortcut+1",
        () -> model.mode().set(Mode.WRITE));
    actions.add(
        Group.VIEW,
        "split",
        Messages.text("shell.do.split"),
        "Shortcut+2",
        () -> model.mode().set(Mode.SPLIT));
    actions.add(
        Group.VIEW,
        "focus",
        Messages.text("shell.do.focus"),
        "Shortcut+4",
        () -> model.mode().set(Mode.FOCUS));
    actions.add(
        Group.VIEW,
        "toggle-library",
        Messages.text("shell.do.toggle-library"),
        "Shortcut+Back_Slash",
        () -> model.libraryShown().set(!model.libraryShown().get()));
    actions.add(
        Group.VIEW,
        "sync",
        Messages.text("shell.do.sync"),
        "",
        () -> model.sync().set(!model.sync().get()));
    actions.add(
        Group.VIEW, "zoom-in", Messages.text("shell.do.zoom-in"), "Shortcut+Equals", model::zoomIn);
    actions.add(
        Group.VIEW,
        "zoom-out",
        Messages.text("shell.do.zoom-out"),
        "Shortcut+Minus",
        model::zoomOut);
    actions.add(
        Group.VIEW,
        "zoom-reset",
        Messages.text("shell.do.zoom-reset"),
        "Shortcut+0",
        () -> model.zoom().set(1));
    actions.add(
        Group.VIEW, "light", Messages.text("shell.do.light"), "", appearance(Appearance.LIGHT));
    actions.add(
        Group.VIEW, "dark", Messages.text("shell.do.dark"), "", appearance(Appearance.DARK));
    actions.add(
        Group.VIEW, "system", Messages.text("shell.do.system"), "", appearance(Appearance.SYSTEM));
  }

  private Runnable appearance(Appearance appearance) {
    return () -> model.appearance().set(appearance);
  }

  private void withOpen(Consumer<UUID> deed) {
    model.open().id().ifPresent(deed);
  }
}

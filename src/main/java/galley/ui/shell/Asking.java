package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.ExportRequest.Format;
import galley.post.Author;
import galley.post.Finding;
import galley.ui.editor.EditorView;
import galley.ui.export.ExportModel;
import galley.ui.export.ExportView;
import galley.ui.export.Whereto;
import galley.ui.kit.Fx;
import galley.ui.kit.Outside;
import galley.ui.kit.Sheet;
import galley.ui.settings.Identity;
import galley.ui.settings.SecondPlace;
import galley.ui.settings.SettingsView;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** What a command has to ask before it can act: files, a folder, a name. */
final class Asking {
  private final MainModel model;
  private final EditorView editor;
  private final Consumer<Finding> lead;

  /**
   * @param lead leads to what a finding of the open post is about
   */
  Asking(MainModel model, EditorView editor, Consumer<Finding> lead) {
    this.model = model;
    this.editor = editor;
    this.lead = lead;
  }

  MainModel model() {
    return model;
  }

  void export() {
    export(Format.HTML);
  }

  /** Opens the dialog with a form chosen. */
  void export(Format format) {
    model
        .open()
        .id()
        .ifPresent(post -> {
          String headline = editor.details().headline();
          ExportModel exporting = new ExportModel(model.desk().exporting(), post);
          exporting.format().set(format);
          new ExportView(
                  exporting,
                  headline.isBlank() ? Messages.text("shell.untitled") : headline,
                  lead,
                  new SaveTo())
              .open(model.scene());
        });
  }

  /** The system's own dialogs; the one for files asks before it replaces one. */
  private final class SaveTo implements Whereto {
    @Override
    public Optional<Path> folder() {
      return chooseFolder(Messages.text("shell.ask.export"));
    }

    @Override
    public Optional<Path> file(String name) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(Messages.text("shell.ask.export"));
      chooser.setInitialFileName(name);
      return Optional.ofNullable(chooser.showSaveDialog(model.scene().getWindow()))
          .map(File::toPath);
    }
  }

  void settings() {
    new SettingsView(
            new SettingsView.Choices(
                model.appearance(), model.zoom(), model.size(), model.sync(), model.still()),
            model.desk().folder(),
            new SecondPlace.Ways(
                model.desk().keeping()::backupFolder,
                () -> chooseFolder(Messages.text("shell.ask.backups")),
                model.desk().keeping()::backupFolder),
            new Identity.Ways(model.desk().reviewing()::identity, this::named))
        .open(model.scene());
  }

  private CompletableFuture<Author> named(Author me) {
    CompletableFuture<Author> kept =
        model
            .desk()
            .reviewing()
            .identity(me.name(), Optional.of(me.colour()), Optional.of(me.initials()));
    return kept.whenComplete((_, _) -> Fx.run(this::refreshAuthor));
  }

  private void refreshAuthor() {
    model
        .open()
        .shown()
        .ifPresent(open ->
            Fx.deliver(
                model
                    .desk()
                    .jobs()
                    .ask(() -> {
                      open.review().refreshAuthor();
                      return true;
                    }),
                _ -> {},
                model::trouble));
  }

  void files() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("shell.ask.files"));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                Messages.text("shell.ask.posts"),
                "*.md",
                "*.markdown",
                "*.mdx",
                "*.txt",
                "*.html",
                "*.htm",
                "*.zip",
                "*.galley",
                "*.docx"),
            new FileChooser.ExtensionFilter(Messages.text("shell.ask.any"), "*.*"));
    List<File> files = chooser.showOpenMultipleDialog(model.scene().getWindow());
    if (files != null) {
      model.bring(files.stream().map(File::toPath).toList());
    }
  }

  /** Asks for what came back from a review. */
  void review() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("shell.ask.review"));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                Messages.text("shell.ask.reviews"), "*.galley", "*.docx", "*.md", "*.markdown"),
            new FileChooser.ExtensionFilter(Messages.text("shell.ask.any"), "*.*"));
    List<File> files = chooser.showOpenMultipleDialog(model.scene().getWindow());
    if (files != null) {
      model.bring(files.stream().map(File::toPath).toList());
    }
  }

  void folder() {
    chooseFolder(Messages.text("shell.ask.folder"))
        .ifPresent(folder -> model.bring(List.of(folder)));
  }

  Optional<Path> chooseFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(model.scene().getWindow())).map(File::toPath);
  }

  void pictures() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("shell.ask.pictures"));
    chooser.getExtensionFilters().add(pictureFiles());
    List<File> files = chooser.showOpenMultipleDialog(model.scene().getWindow());
    if (files != null) {
      editor.insertPictures(files.stream().map(File::toPath).toList());
    }
  }

  /** The kinds of picture the library takes. */
  static FileChooser.ExtensionFilter pictureFiles() {
    return new FileChooser.ExtensionFilter(
        Messages.text("shell.ask.picture-files"),
        "*.jpg",
        "*.jpeg",
        "*.png",
        "*.gif",
        "*.webp",
        "*.svg");
  }

  void revisionName() {
    TextField field = new TextField();
    field.setAccessibleText(Messages.text("shell.keep.name"));
    field.setPromptText(Messages.text("shell.keep.prompt"));
    Button keep = new Button(Messages.text("shell.keep.do"));
    keep.getStyleClass().add("primary");
    keep.disableProperty().bind(field.textProperty().isEmpty());
    Button cancel = new Button(Messages.text("shell.cancel"));
    cancel.getStyleClass().add("ghost");
    Sheet sheet =
        new Sheet(Messages.text("shell.keep.title"), Messages.text("shell.keep.sub"), () -> {});
    cancel.setOnAction(_ -> sheet.close());
    keep.setOnAction(_ -> {
      sheet.close();
      model.keep(field.getText().strip());
    });
    field.setOnAction(_ -> {
      if (!field.getText().isBlank()) {
        keep.fire();
      }
    });
    sheet.width(460).body(field).foot(List.of(), List.of(cancel, keep)).open(model.scene());
  }

  void libraryFolder() {
    Outside.show(model.desk().folder());
  }
}

package galley.ui.export;

import galley.desk.ExportPlan;
import galley.desk.ExportRequest;
import galley.desk.ExportRequest.Format;
import galley.desk.Exporting;
import galley.export.Paste;
import galley.export.Profile;
import galley.export.Variant;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Decides what a post leaves as: plans in the background whenever the choice changes, writes when
 * asked. On the JavaFX thread.
 */
public final class ExportModel {
  /**
   * What was written.
   *
   * @param files in the folder or the .zip
   * @param bytes that lie on the disk
   */
  record Written(Path path, int files, long bytes) {}

  private final Exporting exporting;
  private final UUID post;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.HTML);
  private final ObjectProperty<Variant> variant = new SimpleObjectProperty<>(Variant.PUBLISH);
  private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.PLAIN);
  private final ObjectProperty<Variant> notes = new SimpleObjectProperty<>(Variant.ARCHIVE);
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<ExportPlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Written>> written =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private int asked;

  public ExportModel(Exporting exporting, UUID post) {
    this.exporting = exporting;
    this.post = post;
    format.addListener((_, _, _) -> plan());
    variant.addListener((_, _, _) -> plan());
    profile.addListener((_, _, _) -> plan());
    notes.addListener((_, _, _) -> plan());
    plan();
  }

  private void plan() {
    int mine = ++asked;
    plan.set(Optional.empty());
    failure.set("");
    ExportRequest request =
        switch (format.get()) {
          case MARKDOWN -> ExportRequest.markdown(variant.get(), profile.get());
          case DOCX, CRITICMARKUP -> ExportRequest.document(format.get(), notes.get());
          case HTML, SINGLE, EPUB, PDF, TEXT, TEXTBUNDLE, SUBSTACK, WORDPRESS, WIX, MEDIUM ->
              ExportRequest.plain(format.get());
        };
    Fx.deliver(
        exporting.plan(post, request),
        made -> {
          if (mine == asked) {
            plan.set(Optional.of(made));
          }
        },
        thrown -> {
          if (mine == asked) {
            failure.set(Trouble.words(thrown));
          }
        });
  }

  /** Whether the plan may be written as things stand. */
  boolean isFree() {
    return plan.get()
        .filter(ready -> ready.errors().isEmpty() || !reason.get().isBlank())
        .isPresent();
  }

  /** Writes the plan into a folder, or as one .zip there. */
  void write(Path into, boolean zip) {
    leave(
        (ready, because) -> written(ready, exporting.write(ready, into, zip, because)),
        now -> written.set(Optional.of(now)));
  }

  /** Writes the plan as one file, over what is there. */
  void writeAs(Path file, boolean zip) {
    leave(
        (ready, because) -> written(ready, exporting.writeAs(ready, file, zip, because)),
        now -> written.set(Optional.of(now)));
  }

  /** Gives what was planned for the clipboard. */
  void paste(Consumer<Paste> clipboard) {
    leave(exporting::paste, clipboard);
  }

  private static CompletableFuture<Written> written(ExportPlan ready, CompletableFuture<Path> to) {
    return to.thenApply(path -> new Written(path, ready.files().size(), ready.bytes(path)));
  }

  private <T> void leave(
      BiFunction<ExportPlan, Optional<String>, CompletableFuture<T>> way, Consumer<T> done) {
    plan.get()
        .ifPresent(ready -> {
          writing.set(true);
          failure.set("");
          Optional<String> because =
              ready.errors().isEmpty() ? Optional.empty() : Optional.of(reason.get().strip());
          Fx.deliver(
              way.apply(ready, because),
              now -> {
                writing.set(false);
                done.accept(now);
              },
              thrown -> {
                writing.set(false);
                failure.set(Trouble.words(thrown));
              });
        });
  }

  public ObjectProperty<Format> format() {
    return format;
  }

  ObjectProperty<Variant> variant() {
    return variant;
  }

  ObjectProperty<Profile> profile() {
    return profile;
  }

  /** Whether what was said goes along in a document. */
  ObjectProperty<Variant> notes() {
    return notes;
  }

  /** Why errors are passed over. */
  StringProperty reason() {
    return reason;
  }

  /** What will be written; empty while it is worked out. */
  ReadOnlyObjectProperty<Optional<ExportPlan>> planned() {
    return plan.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Written>> written() {
    return written.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty writing() {
    return writing.getReadOnlyProperty();
  }

  /** What went wrong, as a sentence; empty while nothing did. */
  ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }
}

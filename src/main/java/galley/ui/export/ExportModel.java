package galley.ui.export;

import galley.desk.ExportPlan;
import galley.desk.ExportRequest;
import galley.desk.ExportRequest.Format;
import galley.desk.Exporting;
import galley.export.Profile;
import galley.export.Variant;
import galley.ui.kit.Fx;
import galley.ui.kit.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
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
    plan();
  }

  private void plan() {
    int mine = ++asked;
    plan.set(Optional.empty());
    failure.set("");
    ExportRequest request =
        switch (format.get()) {
          case HTML -> ExportRequest.html();
          case SINGLE -> ExportRequest.single();
          case MARKDOWN -> ExportRequest.markdown(variant.get(), profile.get());
          case EPUB -> ExportRequest.epub();
          case PDF -> new ExportRequest(Format.PDF, Variant.PUBLISH, Profile.PLAIN);
          case DOCX, CRITICMARKUP -> ExportRequest.document(format.get(), Variant.ARCHIVE);
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
    plan.get()
        .ifPresent(ready -> {
          writing.set(true);
          failure.set("");
          Optional<String> because =
              ready.errors().isEmpty() ? Optional.empty() : Optional.of(reason.get().strip());
          Fx.deliver(
              exporting
                  .write(ready, into, zip, because)
                  .thenApply(path -> new Written(path, ready.files().size(), ready.bytes(path))),
              now -> {
                writing.set(false);
                written.set(Optional.of(now));
              },
              thrown -> {
                writing.set(false);
                failure.set(Trouble.words(thrown));
              });
        });
  }

  ObjectProperty<Format> format() {
    return format;
  }

  ObjectProperty<Variant> variant() {
    return variant;
  }

  ObjectProperty<Profile> profile() {
    return profile;
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

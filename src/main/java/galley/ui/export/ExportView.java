package galley.ui.export;

import galley.asset.Messages;
import galley.desk.ExportPlan;
import galley.desk.ExportRequest.Format;
import galley.export.Paste;
import galley.export.PasteEditor;
import galley.export.Profile;
import galley.export.Variant;
import galley.post.Finding;
import galley.ui.kit.Look;
import galley.ui.kit.Outside;
import galley.ui.kit.Segmented;
import galley.ui.kit.Sheet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The export dialog: what stands in the way, what will be written, and where to. */
public final class ExportView {
  // in letters: where the two halves stand one above the other
  private static final double NARROW = 50;

  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private final ExportModel model;
  private final Whereto where;
  private final Sheet sheet;
  private final FindingList findings;
  private final VBox files = new VBox();
  private final ScrollPane tree = Tall.scroll(files);
  private final Label problem = new Label();
  private final ProgressBar busy = new ProgressBar(-1);
  private final Button folder = new Button();
  private final Button zip = new Button(Messages.text("export.zip"));
  private final Button cancel = new Button(Messages.text("export.cancel"));

  /**
   * @param goTo shows a finding in the text; the dialog closes before
   * @param where asks where to
   */
  public ExportView(ExportModel model, String headline, Consumer<Finding> goTo, Whereto where) {
    this.model = model;
    this.where = where;
    sheet =
        new Sheet(Messages.text("export.title", headline), Messages.text("export.sub"), () -> {});
    findings =
        new FindingList(
            model,
            finding -> {
              sheet.close();
              goTo.accept(finding);
            });
    folder.getStyleClass().add("primary");
    folder.setOnAction(_ -> first());
    zip.setOnAction(_ -> file(true));
    cancel.getStyleClass().add("ghost");
    cancel.setOnAction(_ -> sheet.close());
    sheet.box().getStylesheets().add(Look.sheet("export"));
    sheet.edgeToEdge(columns()).foot(List.of(zip), List.of(cancel, folder));
    model.planned().subscribe(now -> show(now));
    model.reason().subscribe(_ -> able());
    model.writing().subscribe(_ -> able());
    model.failure().subscribe(this::fail);
    model.written().addListener((_, _, now) -> now.ifPresent(this::done));
  }

  /** Shows the dialog over a window. */
  public void open(Scene scene) {
    sheet.open(scene);
  }

  private Region columns() {
    files.getStyleClass().add("export-files");
    problem.getStyleClass().add("bad");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.setMinHeight(Region.USE_PREF_SIZE);
    busy.setAccessibleText(Messages.text("export.busy"));
    VBox.setVgrow(tree, Priority.ALWAYS);
    VBox right =
        new VBox(new FormatChoice(model.format()).node(), markdown(), notes(), says(), tree);
    right.getStyleClass().add("export-right");
    GridPane columns = new GridPane();
    columns.getStyleClass().add("export-columns");
    columns.addRow(0, findings.node(), right);
    GridPane.setHgrow(right, Priority.ALWAYS);
    columns
        .widthProperty()
        .addListener((_, _, width) ->
            stack(columns, right, width.doubleValue() / cancel.getFont().getSize() < NARROW));
    stack(columns, right, false);
    return columns;
  }

  // Side by side each half scrolls by itself; one above the other, both scroll together
  private void stack(GridPane columns, Pane right, boolean narrow) {
    columns.pseudoClassStateChanged(STACKED, narrow);
    GridPane.setConstraints(right, narrow ? 0 : 1, narrow ? 1 : 0);
    GridPane.setVgrow(findings.node(), narrow ? Priority.NEVER : Priority.ALWAYS);
    GridPane.setVgrow(right, narrow ? Priority.NEVER : Priority.ALWAYS);
    // What is wrong, and why it leaves all the same, stay in view whatever scrolls above them
    right.getChildren().removeAll(problem, busy);
    sheet.aboveFoot(narrow ? List.of(findings.override(), problem, busy) : List.of());
    findings.scrolls(!narrow);
    if (!narrow) {
      right.getChildren().addAll(problem, busy);
    }
    Tall.scrolls(tree, !narrow);
  }

  private Region markdown() {
    Map<Variant, String> variants = new EnumMap<>(Variant.class);
    variants.put(Variant.PUBLISH, Messages.text("export.publish"));
    variants.put(Variant.ARCHIVE, Messages.text("export.archive"));
    Segmented<Variant> variant =
        new Segmented<>(Messages.text("export.variant"), variants, model.variant().get());
    variant.value().bindBidirectional(model.variant());
    Map<Profile, String> profiles = new EnumMap<>(Profile.class);
    for (Profile each : Profile.values()) {
      profiles.put(each, name(each));
    }
    Segmented<Profile> profile =
        new Segmented<>(Messages.text("export.profile"), profiles, model.profile().get());
    profile.value().bindBidirectional(model.profile());
    Label says = new Label();
    says.getStyleClass().addAll("soft", "small");
    says.setWrapText(true);
    says.setMinHeight(Region.USE_PREF_SIZE);
    model
        .variant()
        .subscribe(now ->
            says.setText(
                now == Variant.ARCHIVE
                    ? Messages.text("export.archive.says")
                    : Messages.text("export.publish.says")));
    FlowPane choices = new FlowPane(variant.node(), profile.node());
    choices.getStyleClass().add("export-choices");
    choices.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(choices, says);
    box.getStyleClass().add("export-markdown");
    box.visibleProperty().bind(model.format().isEqualTo(Format.MARKDOWN));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Region notes() {
    Map<Variant, String> options = new EnumMap<>(Variant.class);
    options.put(Variant.ARCHIVE, Messages.text("export.notes.with"));
    options.put(Variant.PUBLISH, Messages.text("export.notes.without"));
    Segmented<Variant> notes =
        new Segmented<>(Messages.text("export.variant"), options, model.notes().get());
    notes.value().bindBidirectional(model.notes());
    FlowPane box = new FlowPane(notes.node());
    box.getStyleClass().add("export-markdown");
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.visibleProperty()
        .bind(
            model
                .format()
                .isEqualTo(Format.DOCX)
                .or(model.format().isEqualTo(Format.CRITICMARKUP)));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Region says() {
    Label says = new Label();
    says.getStyleClass().addAll("soft", "small");
    says.setWrapText(true);
    says.setMinHeight(Region.USE_PREF_SIZE);
    model
        .format()
        .subscribe(format -> {
          says.setText(
              switch (format) {
                case PDF -> Messages.text("export.pdf.says");
                case TEXT -> Messages.text("export.text.says");
                case TEXTBUNDLE -> Messages.text("export.textbundle.says");
                case DOCX -> Messages.text("export.docx.says");
                case CRITICMARKUP -> Messages.text("export.criticmarkup.says");
                case SUBSTACK, WIX -> Messages.text("export.paste.says", editor(format));
                case WORDPRESS -> Messages.text("export.wordpress.says");
                case MEDIUM -> Messages.text("export.medium.says");
                case HTML, SINGLE, EPUB, MARKDOWN -> "";
              });
          says.setManaged(!says.getText().isEmpty());
          says.setVisible(says.isManaged());
        });
    return says;
  }

  private static String editor(Format format) {
    return format.editor().map(PasteEditor::title).orElse("");
  }

  private static String name(Profile profile) {
    return switch (profile) {
      case PLAIN -> Messages.text("export.plain");
      case HUGO -> Messages.text("export.hugo");
      case JEKYLL -> Messages.text("export.jekyll");
      case ELEVENTY -> Messages.text("export.eleventy");
      case ASTRO -> Messages.text("export.astro");
    };
  }

  private void show(Optional<ExportPlan> plan) {
    files.getChildren().clear();
    plan.ifPresent(ready -> {
      findings.show(ready);
      BundleTree.lines(ready.request().isOneFile() ? "" : ready.name(), ready.files())
          .forEach(line -> files.getChildren().add(line(line)));
      long bytes = ready.files().stream().mapToLong(file -> file.bytes()).sum();
      Label sum =
          new Label(Messages.text("export.sum", ready.files().size(), BundleTree.size(bytes)));
      sum.getStyleClass().addAll("soft", "export-sum");
      sum.setWrapText(true);
      sum.setMinHeight(Region.USE_PREF_SIZE);
      files.getChildren().add(sum);
    });
    able();
  }

  private static HBox line(BundleTree.Line line) {
    Label name = new Label(line.branch() + line.name());
    name.getStyleClass().add("export-file");
    Label size = new Label(line.size());
    size.getStyleClass().add("export-size");
    size.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(name, gap, size);
    row.setAccessibleText(line.name() + " " + line.size());
    return row;
  }

  private void fail(String sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
    problem.setManaged(!sentence.isEmpty());
    able();
  }

  private void able() {
    boolean working =
        model.writing().get()
            || (model.planned().get().isEmpty() && model.failure().get().isEmpty());
    busy.setVisible(working);
    busy.setManaged(working);
    Format format = model.format().get();
    zip.setVisible(
        format == Format.HTML
            || format == Format.MARKDOWN
            || format == Format.TEXTBUNDLE
            || format.editor().isPresent());
    zip.setText(
        format.editor().isPresent()
            ? Messages.text("export.file")
            : format == Format.TEXTBUNDLE
                ? Messages.text("export.pack")
                : Messages.text("export.zip"));
    folder.setText(
        switch (format) {
          case HTML, MARKDOWN, TEXTBUNDLE -> Messages.text("export.folder");
          case SINGLE -> Messages.text("export.page");
          case EPUB -> Messages.text("export.book");
          case PDF -> Messages.text("export.pdf.save");
          case TEXT -> Messages.text("export.text.save");
          case DOCX, CRITICMARKUP -> Messages.text("export.document");
          case SUBSTACK, WORDPRESS, WIX, MEDIUM -> Messages.text("export.copy", editor(format));
        });
    boolean able = model.isFree() && !model.writing().get();
    folder.setDisable(!able);
    zip.setDisable(!able);
  }

  private void first() {
    if (model.format().get().editor().isPresent()) {
      model.paste(this::copied);
    } else if (model.planned().get().filter(plan -> plan.request().isOneFile()).isPresent()) {
      file(false);
    } else {
      where.folder().ifPresent(into -> model.write(into, false));
    }
  }

  private void file(boolean asZip) {
    model
        .planned()
        .get()
        .ifPresent(plan -> {
          String name =
              plan.request().isOneFile()
                  ? plan.files().getFirst().path()
                  : plan.request().format() == Format.TEXTBUNDLE
                      ? plan.name().replace(".textbundle", ".textpack")
                      : plan.name() + ".zip";
          where.file(name).ifPresent(to -> model.writeAs(to, asZip));
        });
  }

  private void copied(Paste paste) {
    put(paste);
    String editor = editor(model.format().get());
    sheet.heading(Messages.text("export.copied"), Messages.text("export.copied.sub", editor));
    Button close = new Button(Messages.text("export.close"));
    close.getStyleClass().add("primary");
    close.setOnAction(_ -> sheet.close());
    Label says = new Label(Messages.text("export.copied.says"));
    says.setWrapText(true);
    sheet.body(new VBox(says)).aboveFoot(List.of()).foot(List.of(), List.of(close));
    close.requestFocus();
  }

  /** Puts a post onto the system's clipboard. */
  static void put(Paste paste) {
    ClipboardContent content = new ClipboardContent();
    content.putHtml(paste.html());
    content.putString(paste.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void done(ExportModel.Written written) {
    sheet.heading(Messages.text("export.done"), Messages.text("export.done.sub"));
    Label place = new Label(written.path().toString());
    place.getStyleClass().add("export-file");
    place.setWrapText(true);
    Button show = new Button(Messages.text("export.show"));
    show.setOnAction(_ -> Outside.show(written.path()));
    Label size =
        new Label(Messages.text("export.sum", written.files(), BundleTree.size(written.bytes())));
    size.getStyleClass().addAll("soft", "export-sum");
    Button close = new Button(Messages.text("export.close"));
    close.getStyleClass().add("primary");
    close.setOnAction(_ -> sheet.close());
    sheet.body(new VBox(place, size)).aboveFoot(List.of()).foot(List.of(show), List.of(close));
    close.requestFocus();
  }
}

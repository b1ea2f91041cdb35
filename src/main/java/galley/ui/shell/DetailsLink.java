package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.DeskEvent;
import galley.desk.DraftSession;
import galley.desk.SiteView;
import galley.desk.Sites;
import galley.post.Finding;
import galley.post.ImageRef;
import galley.post.KeptSite;
import galley.post.PictureWords;
import galley.post.PostSummary;
import galley.post.Site;
import galley.ui.details.DetailsRow;
import galley.ui.details.Home;
import galley.ui.details.Known;
import galley.ui.editor.EditorView;
import galley.ui.images.PictureEditor;
import galley.ui.kit.Fx;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.stage.FileChooser;

/** Keeps the chips and the words about pictures with the open post. */
final class DetailsLink {
  private final MainModel model;
  private final EditorView editor;
  private final DetailsRow row;
  private final PictureEditor pictures;
  private List<KeptSite> sites = List.of();

  DetailsLink(MainModel model, EditorView editor, Clock clock) {
    this.model = model;
    this.editor = editor;
    row = new DetailsRow(clock, this::known);
    pictures = new PictureEditor(editor::describe, this::replace);
  }

  /** Puts the chips under the standfirst, and begins to follow. */
  void install() {
    editor.chips(row.node());
    editor.onDetails((_, now) -> row.show(now, editor.images()));
    row.onChange(editor::details);
    row.onChooseLead(this::chooseLead);
    row.onDescribeLead(() -> describeLead(PictureWords.ALT));
    editor.onPicture(spot -> pictures.open(spot.anchor(), spot.image(), spot.words()));
    editor.onPictureFailed(model::trouble);
    model
        .open()
        .session()
        .addListener((_, _, now) -> {
          pictures.close();
          now.ifPresent(_ -> row.show(editor.details(), editor.images()));
          readHome();
        });
    row.onMoved(this::move);
    var _ =
        model
            .desk()
            .onChange(event -> {
              if (event instanceof DeskEvent.SitesChanged) {
                Fx.run(this::readHome);
              }
            });
  }

  /** Asks where the open post is published. */
  private void readHome() {
    model
        .open()
        .id()
        .ifPresent(post ->
            Fx.deliver(
                model
                    .desk()
                    .sites()
                    .list()
                    .thenCombine(
                        model.desk().sites().of(post),
                        (all, own) ->
                            new Home(
                                all.stream().map(SiteView::kept).toList(),
                                own.map(kept -> kept.site().id()))),
                home -> {
                  if (model.open().id().equals(Optional.of(post))) {
                    sites = home.sites();
                    row.home(home);
                  }
                },
                model::trouble));
  }

  private void move(Optional<UUID> site) {
    model
        .open()
        .id()
        .ifPresent(post -> {
          Sites all = model.desk().sites();
          Fx.deliver(
              site.isPresent()
                  ? all.join(site.get(), List.of(post)).thenApply(_ -> true)
                  : all.leave(List.of(post)).thenApply(_ -> true),
              _ -> {},
              failure -> {
                model.trouble(failure);
                readHome();
              });
        });
  }

  /** The sections of sites first, since only they have pages of their own. */
  private List<String> sections() {
    return Stream.concat(
            sites.stream().flatMap(kept -> kept.site().sections().stream()).map(Site.Section::name),
            distinct(post -> Stream.of(post.section())).stream())
        .distinct()
        .toList();
  }

  private Known known() {
    return new Known(List.of(), sections(), distinct(post -> post.tags().stream()));
  }

  private List<String> distinct(Function<PostSummary, Stream<String>> words) {
    return model.library().posts().stream()
        .flatMap(words)
        .filter(word -> !word.isBlank())
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  private void chooseLead() {
    withFile((session, file) ->
        Fx.deliver(
            session.addPicture(file),
            image -> {
              if (isOpen(session)) {
                editor.describe(image);
                editor.details(editor.details().withLeadImage(Optional.of(image.file())));
              }
            },
            model::trouble));
  }

  /** Leads to what a finding is about: its place in the text, or the field it is said in. */
  void goTo(Finding finding) {
    if (finding.span().isPresent()) {
      editor.goTo(finding.span().get());
      return;
    }
    editor.focusHeadline(); // brings the header into view
    switch (finding.rule()) {
      case "slug" -> row.openAddress();
      case "picture-missing" -> row.openLead();
      case "alt-text" -> describeLead(PictureWords.ALT);
      case "credit" -> describeLead(PictureWords.CREDIT);
      default -> {}
    }
  }

  private void describeLead(PictureWords words) {
    editor
        .details()
        .leadImage()
        .flatMap(
            file -> editor.images().stream().filter(image -> image.file().equals(file)).findFirst())
        .ifPresentOrElse(image -> pictures.open(row.lead(), image, words), row::openLead);
  }

  private void replace(ImageRef image) {
    withFile((session, file) ->
        Fx.deliver(
            session.replacePicture(image, file),
            now -> {
              if (isOpen(session)) {
                editor.describe(now);
              }
            },
            model::trouble));
  }

  private boolean isOpen(DraftSession session) {
    return model.open().session().get().filter(session::equals).isPresent();
  }

  /** What to do with a file for the open post. */
  @FunctionalInterface
  private interface Use {
    void take(DraftSession session, Path file);
  }

  private void withFile(Use use) {
    model
        .open()
        .session()
        .get()
        .ifPresent(session -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(Messages.text("shell.ask.picture"));
          chooser.getExtensionFilters().add(Asking.pictureFiles());
          File file = chooser.showOpenDialog(model.scene().getWindow());
          if (file != null) {
            use.take(session, file.toPath());
          }
        });
  }
}

package galley.desk;

import galley.asset.Messages;
import galley.check.Checks;
import galley.export.Bundle;
import galley.export.BundleWriter;
import galley.export.Bundles;
import galley.export.Paste;
import galley.export.RevisionText;
import galley.export.Theme;
import galley.images.Pictures;
import galley.markdown.Markdown;
import galley.post.Finding;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.Revision;
import galley.store.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets posts leave: first a plan with what stands in the way, then the files. */
public final class Exporting {
  private final Bench bench;
  private final Pictures pictures;
  private final OpenPosts open;
  private volatile @Nullable Bundles bundles;

  Exporting(Bench bench, Pictures pictures, OpenPosts open) {
    this.bench = bench;
    this.pictures = pictures;
    this.open = open;
  }

  /**
   * Makes the bundle in memory and checks the post. Text that is still in the window is written to
   * the library before, so that what leaves is what the person sees.
   */
  public CompletableFuture<ExportPlan> plan(UUID post, ExportRequest request) {
    return open.written(post).thenCompose(done -> bench.jobs().ask(() -> planNow(post, request)));
  }

  /**
   * Writes what was planned: beside its place first, then moved, so that there is never half a
   * bundle.
   *
   * @param zip whether as one .zip
   * @param reason why errors are to be passed over; kept as the name of the exported revision
   * @return the folder, the page or the .zip that was written; or a {@link DeskException} where
   *     errors stand in the way and no reason is given
   */
  public CompletableFuture<Path> write(
      ExportPlan plan, Path into, boolean zip, Optional<String> reason) {
    return left(plan, reason, () -> written(plan, into, zip));
  }

  /**
   * Writes what was planned as the one file that a person named, over what stood there: they were
   * asked by the system's own dialog.
   *
   * @param zip whether as one .zip
   */
  public CompletableFuture<Path> writeAs(
      ExportPlan plan, Path file, boolean zip, Optional<String> reason) {
    return left(
        plan,
        reason,
        () -> {
          Bundle bundle = plan.bundle();
          if (plan.request().isOneFile()) {
            return BundleWriter.fileAs(bundle, file);
          }
          return plan.request().format() == ExportRequest.Format.TEXTBUNDLE
              ? BundleWriter.fileAs(Bundles.textPack(bundle), file)
              : BundleWriter.zipAs(bundle, file);
        });
  }

  /** What was planned for an editor on the web, to be put onto the clipboard. */
  public CompletableFuture<Paste> paste(ExportPlan plan, Optional<String> reason) {
    return left(
        plan,
        reason,
        () -> bundles().pasted(plan.post(), plan.request().format().editor().orElseThrow()));
  }

  private <T> CompletableFuture<T> left(
      ExportPlan plan, Optional<String> reason, Supplier<T> leaving) {
    if (!plan.errors().isEmpty() && reason.filter(text -> !text.isBlank()).isEmpty()) {
      return CompletableFuture.failedFuture(new DeskException(inTheWay(plan.errors())));
    }
    return bench
        .jobs()
        .work(
            Messages.text("desk.exporting", plan.name()),
            job -> {
              T done = leaving.get();
              if (plan.request().isForReaders()) {
                remember(plan, reason.orElse(""));
              }
              return done;
            });
  }

  private static Path written(ExportPlan plan, Path into, boolean zip) {
    if (zip && plan.request().format() == ExportRequest.Format.TEXTBUNDLE) {
      return BundleWriter.file(Bundles.textPack(plan.bundle()), into);
    }
    if (zip) {
      return BundleWriter.zip(plan.bundle(), into);
    }
    return plan.request().isOneFile()
        ? BundleWriter.file(plan.bundle(), into)
        : BundleWriter.folder(plan.bundle(), into);
  }

  ExportPlan planNow(UUID id, ExportRequest request) {
    Library library = bench.library();
    Post post =
        library.post(id).orElseThrow(() -> new DeskException(Messages.text("desk.no-post", id)));
    Bundles bundles = bundles();
    Bundle bundle =
        switch (request.format()) {
          case HTML -> bundles.html(post, library.media()::find);
          case SINGLE -> bundles.single(post, library.media()::find);
          case EPUB -> bundles.epub(post, library.media()::find);
          case PDF -> bundles.pdf(post, library.media()::find);
          case TEXT -> bundles.text(post);
          case TEXTBUNDLE -> bundles.textBundle(post, library.media()::find);
          case SUBSTACK, WORDPRESS, WIX, MEDIUM ->
              bundles.paste(post, request.format().editor().orElseThrow());
          case MARKDOWN ->
              bundles.markdown(
                  post,
                  request.variant(),
                  request.profile(),
                  library.media()::find,
                  history(post),
                  ReviewFiles.of(library, post));
          case DOCX -> document(id, ReviewFormat.DOCX, request);
          case CRITICMARKUP -> document(id, ReviewFormat.CRITICMARKUP, request);
        };
    List<Finding> findings = Checks.basic(post.draft(), Markdown.parse(post.body()));
    return new ExportPlan(
        post, request, bundle, findings, request.hasNotes() ? 0 : openNotes(library, id));
  }

  private static int openNotes(Library library, UUID id) {
    return library.posts().stream()
        .filter(summary -> summary.id().equals(id))
        .mapToInt(PostSummary::openNotes)
        .sum();
  }

  /** The theme with its fonts is read once; made twice where two plans come first, at no harm. */
  private Bundles bundles() {
    Bundles made = bundles;
    if (made == null) {
      made = new Bundles(pictures, Theme.opinion());
      bundles = made;
    }
    return made;
  }

  private Bundle document(UUID post, ReviewFormat format, ExportRequest request) {
    return new Documents(bench, open).bundle(post, format, !request.isForReaders());
  }

  /** Every kept state of a post, the oldest first. */
  List<RevisionText> history(Post post) {
    List<RevisionText> history = new ArrayList<>();
    bench.library().revisions(post.id()).stream()
        .sorted(Comparator.comparingLong(Revision::number))
        .forEach(revision ->
            history.add(new RevisionText(revision, bench.library().revision(revision.id()))));
    return history;
  }

  /** The state that left is kept for ever; where the post went on meanwhile, that is kept too. */
  private void remember(ExportPlan plan, String reason) {
    Post now = bench.library().post(plan.post().id()).orElse(plan.post());
    if (now.version() == plan.post().version()) {
      String name = reason.isBlank() ? "" : Messages.text("desk.overridden", reason.strip());
      bench.library().save(now, Revision.Kind.EXPORTED, name);
    }
  }

  private static String inTheWay(List<Finding> errors) {
    Finding first = errors.getFirst();
    return errors.size() == 1
        ? Messages.text("desk.one-error", first.message())
        : Messages.text("desk.errors", errors.size(), first.message());
  }
}

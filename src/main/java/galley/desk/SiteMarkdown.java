package galley.desk;

import galley.asset.Messages;
import galley.export.Bundle;
import galley.export.MarkdownSite;
import galley.export.Profile;
import galley.images.Pictures;
import galley.post.KeptSite;
import galley.post.PostSummary;
import galley.post.Site;
import galley.store.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Puts the posts of a site into a site generator's folder, as Markdown. */
public final class SiteMarkdown {
  private final Bench bench;
  private final Pictures pictures;

  SiteMarkdown(Bench bench, Pictures pictures) {
    this.bench = bench;
    this.pictures = pictures;
  }

  /**
   * What was written.
   *
   * @param kept paths of settings and layouts that were left as somebody made them
   * @param waiting posts whose date has not come
   * @param leftOut pictures without a file
   */
  public record Written(
      SiteView site,
      SiteChange change,
      List<String> kept,
      List<PostSummary> waiting,
      List<String> leftOut) {
    public Written {
      kept = List.copyOf(kept);
      waiting = List.copyOf(waiting);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Writes what differs: the posts that are ready or published, and in a folder that is empty or
   * not there yet the settings and layouts that the generator needs.
   */
  public CompletableFuture<Written> write(
      UUID site, Profile profile, Path to, Consumer<Progress> progress) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-building"),
            job -> writeNow(site, profile, to, SiteBuilding.both(job, progress)));
  }

  private Written writeNow(UUID id, Profile profile, Path to, Consumer<Progress> progress) {
    Library library = bench.library();
    KeptSite kept =
        library
            .sites()
            .site(id)
            .orElseThrow(() -> new DeskException(Messages.text("desk.no-site", id)));
    SiteSource source =
        SiteSource.of(library, kept, SiteLog.of(library, id), bench.clock().instant());
    Site site = kept.site();
    String what = Messages.text("desk.site-building");
    Bundle bundle =
        new MarkdownSite(pictures)
            .bundle(
                site,
                source,
                library.media()::find,
                profile,
                (done, total) -> progress.accept(new Progress(what, done, total)));
    ContentFolder.Outcome outcome =
        new ContentFolder(to, profile, id.toString())
            .write(bundle, MarkdownSite.settingPaths(site, profile), progress);
    int taken = source.items().size();
    return new Written(
        new SiteView(kept, taken, taken),
        outcome.change(),
        outcome.kept(),
        source.waiting(),
        bundle.leftOut());
  }
}

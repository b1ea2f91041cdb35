package galley.desk;

import galley.asset.Messages;
import galley.export.SiteBuild;
import galley.export.SiteBundle;
import galley.export.Theme;
import galley.images.Pictures;
import galley.post.KeptSite;
import galley.store.Library;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Builds sites. What was made is kept in the library's {@code cache}, so that only what a change
 * touches is made anew. The site owner's own themes lie in the library's {@code themes}.
 */
public final class SiteBuilding {
  private final Bench bench;
  private final Pictures pictures;

  SiteBuilding(Bench bench, Pictures pictures) {
    this.bench = bench;
    this.pictures = pictures;
  }

  /** Builds sites to be looked at. */
  public SitePreviews previews() {
    return new SitePreviews(bench, pictures);
  }

  /** Builds a site as it would be published now. */
  public CompletableFuture<BuiltSite> build(UUID site, Consumer<Progress> progress) {
    return bench
        .jobs()
        .work(Messages.text("desk.site-building"), job -> buildNow(site, both(job, progress)));
  }

  /** Builds a site and writes what differs into a folder. */
  public CompletableFuture<SiteChange> write(
      BuiltSite built, Path to, Consumer<Progress> progress) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-building"),
            job -> new SiteFolder(to).write(built.bundle(), both(job, progress)));
  }

  /** Where the last build of a site lies, with its home at {@code index.html}. */
  public Path folder(UUID site) {
    return cache(site).resolve("site");
  }

  /** Where the site owner keeps themes. */
  public Path themes() {
    return library().folder().resolve("themes");
  }

  BuiltSite buildNow(UUID id, Consumer<Progress> progress) {
    KeptSite kept =
        library()
            .sites()
            .site(id)
            .orElseThrow(() -> new DeskException(Messages.text("desk.no-site", id)));
    Instant now = bench.clock().instant();
    SiteSource source = SiteSource.of(library(), kept, SiteLog.of(library(), id), now);
    return buildNow(kept, source, progress);
  }

  BuiltSite buildNow(KeptSite kept, SiteSource source, Consumer<Progress> progress) {
    Theme theme = Theme.named(kept.site().theme(), Optional.of(themes()));
    String what = Messages.text("desk.site-building");
    SiteBundle made =
        new SiteBuild(pictures, cache(kept.site().id()))
            .build(
                kept.site(),
                theme,
                source,
                library().media()::find,
                (done, total) -> progress.accept(new Progress(what, done, total)));
    int taken = source.states().size();
    return new BuiltSite(new SiteView(kept, taken, taken), made, source.waiting());
  }

  static Consumer<Progress> both(Job job, Consumer<Progress> progress) {
    return now -> {
      job.report(now);
      progress.accept(now);
    };
  }

  private Path cache(UUID site) {
    return library().folder().resolve("cache").resolve("sites").resolve(site.toString());
  }

  private Library library() {
    return bench.library();
  }
}

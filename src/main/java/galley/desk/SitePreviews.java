package galley.desk;

import galley.asset.Messages;
import galley.desk.SitePreview.Around;
import galley.desk.SitePreview.Kind;
import galley.desk.SitePreview.Page;
import galley.export.BundleFile;
import galley.export.SiteBuild;
import galley.export.SiteBundle;
import galley.export.SitePosts;
import galley.export.Theme;
import galley.images.Pictures;
import galley.post.Details;
import galley.post.KeptSite;
import galley.post.Post;
import galley.post.PostSummary;
import galley.post.PublicationDate;
import galley.post.Site;
import galley.post.Stage;
import galley.store.Library;
import galley.text.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Builds sites to be looked at, with the open post as it stands in the window, as if it were ready.
 * They lie beside what is built to be published, and never in its way. One build of a site at a
 * time.
 */
public final class SitePreviews {
  private final Bench bench;
  private final Pictures pictures;

  SitePreviews(Bench bench, Pictures pictures) {
    this.bench = bench;
    this.pictures = pictures;
  }

  /** The site a post is published on; where several take all posts, the first by name. */
  public CompletableFuture<Optional<Around>> around(UUID post) {
    return bench
        .jobs()
        .ask(() -> {
          List<KeptSite> sites = library().sites().all();
          if (sites.isEmpty()) {
            return Optional.empty();
          }
          List<PostSummary> posts =
              library().posts().stream().filter(one -> one.id().equals(post)).toList();
          Map<UUID, Set<UUID>> own = library().sites().posts();
          return sites.stream()
              .filter(site -> !Sites.of(site, posts, own).isEmpty())
              .findFirst()
              .map(KeptSite::site)
              .map(site ->
                  new Around(site, theme(site), pages(site, details(post), SitePreviews::likely)));
        });
  }

  /**
   * Builds a site with a post on it.
   *
   * @param open gives the post as it stands; asked on a background thread
   * @param progress may throw a {@link java.util.concurrent.CancellationException} to stop
   */
  public CompletableFuture<SitePreview> build(
      UUID site, Supplier<Post> open, Consumer<Progress> progress) {
    return bench.jobs().ask(() -> buildNow(site, open.get(), progress));
  }

  private SitePreview buildNow(UUID id, Post open, Consumer<Progress> progress) {
    KeptSite kept =
        library()
            .sites()
            .site(id)
            .orElseThrow(() -> new DeskException(Messages.text("desk.no-site", id)));
    SiteSource source =
        SiteSource.of(library(), kept, SiteLog.of(library(), id), bench.clock().instant());
    Path folder =
        library().folder().resolve("cache").resolve("site-previews").resolve(id.toString());
    String what = Messages.text("desk.site-building");
    SiteBundle made =
        new SiteBuild(pictures, folder)
            .build(
                kept.site(),
                theme(kept.site()),
                new WithOpen(source, ready(open)),
                library().media()::find,
                (done, total) -> progress.accept(new Progress(what, done, total)));
    Set<String> files =
        made.bundle().files().stream().map(BundleFile::path).collect(Collectors.toSet());
    return new SitePreview(
        folder.resolve("site"),
        made.paths().getOrDefault(open.id(), ""),
        pages(kept.site(), open.details(), files::contains));
  }

  private Details details(UUID post) {
    return library().post(post).map(Post::details).orElseGet(() -> Details.draft("", ""));
  }

  private static boolean likely(String path) {
    return !path.endsWith("-section/index.html");
  }

  private Theme theme(Site site) {
    return Theme.named(site.theme(), Optional.of(library().folder().resolve("themes")));
  }

  private static Post ready(Post open) {
    Stage stage = open.details().stage();
    return stage == Stage.PUBLISHED
        ? open
        : new Post(
            open.id(),
            open.draft().withDetails(open.details().withStage(Stage.READY)),
            open.version(),
            open.created(),
            open.changed());
  }

  private static List<Page> pages(Site site, Details post, Predicate<String> files) {
    List<Page> pages = new ArrayList<>();
    add(pages, files, Kind.HOME, "", "");
    if (!post.section().isBlank()) {
      String slug =
          site.sections().stream()
              .filter(section -> section.name().equalsIgnoreCase(post.section()))
              .map(section -> slug(section.name(), section.slug()))
              .findFirst()
              .orElseGet(() -> Slug.of(post.section()));
      add(pages, files, Kind.SECTION, post.section(), slug + "/");
      add(pages, files, Kind.SECTION, post.section(), slug + "-section/");
    }
    post.tags().forEach(tag -> add(pages, files, Kind.TAG, tag, "tags/" + Slug.of(tag) + "/"));
    post.bylines()
        .forEach(byline -> {
          String slug =
              site.authors().stream()
                  .filter(author -> author.name().equals(byline.name()))
                  .map(author -> slug(author.name(), author.slug()))
                  .findFirst()
                  .orElseGet(() -> Slug.of(byline.name()));
          add(pages, files, Kind.AUTHOR, byline.name(), "authors/" + slug + "/");
        });
    add(pages, files, Kind.ARCHIVE, "", "archive/");
    add(pages, files, Kind.CORRECTIONS, "", "corrections/");
    add(pages, files, Kind.SEARCH, "", "search/");
    add(pages, files, Kind.NOT_FOUND, "", "404.html");
    return pages;
  }

  private static String slug(String name, String slug) {
    return Slug.isValid(slug) ? slug : Slug.of(slug.isBlank() ? name : slug);
  }

  private static void add(
      List<Page> pages, Predicate<String> files, Kind kind, String name, String path) {
    if (files.test(path.endsWith(".html") ? path : path + "index.html")) {
      pages.add(new Page(kind, name, path));
    }
  }

  private Library library() {
    return bench.library();
  }

  /** A site's posts with the open one among them. */
  private static final class WithOpen implements SitePosts {
    private final SiteSource source;
    private final Post open;
    private final List<Item> items = new ArrayList<>();

    WithOpen(SiteSource source, Post open) {
      this.source = source;
      this.open = open;
      List<String> former = List.of();
      for (Item item : source.items()) {
        if (item.id().equals(open.id())) {
          former = item.former();
        } else {
          items.add(item);
        }
      }
      // unsaved words have no version, so what they say stands for one
      long version =
          Long.parseLong(galley.store.Sites.fingerprint(open.draft()).substring(0, 15), 16);
      items.add(new Item(open.id(), version, open.changed(), former));
    }

    @Override
    public List<Item> items() {
      return items;
    }

    @Override
    public boolean waits(UUID id, Optional<PublicationDate> date) {
      return !id.equals(open.id()) && source.waits(id, date);
    }

    @Override
    public Post post(UUID id) {
      return id.equals(open.id()) ? open : source.post(id);
    }
  }
}

package galley.export;

import galley.export.BuildState.Keyed;
import galley.images.Pictures;
import galley.post.Post;
import galley.post.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds whole sites. Only what a change touches is made anew; the same site, posts, theme and
 * pictures give the same bytes, whatever was built before and however many threads work. Slow:
 * never call it on the thread that draws. One build at a time in a folder.
 *
 * <p>Throws {@link ExportException}, and {@link java.util.concurrent.CancellationException} where
 * the progress asked to stop.
 */
public final class SiteBuild {
  private static final int MOST_THREADS = 8;

  private final Pictures pictures;
  private final Path folder;
  private final int threads;

  /**
   * Builds in a folder of its own, which keeps what was made for the next build; it may be deleted
   * between builds. The site lies in its {@code site} folder.
   */
  public SiteBuild(Pictures pictures, Path folder) {
    this(pictures, folder, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
  }

  SiteBuild(Pictures pictures, Path folder, int threads) {
    this.pictures = pictures;
    this.folder = folder;
    this.threads = threads;
  }

  /** Builds the site with the theme it names. */
  public SiteBundle build(
      Site site, Theme theme, SitePosts posts, MediaFiles media, SiteProgress progress) {
    return new Run(site, posts, media, progress).build(theme);
  }

  /** One build. */
  private final class Run {
    private final Site site;
    private final SitePosts posts;
    private final MediaFiles media;
    private final SiteProgress progress;
    private final BuildFolder place = new BuildFolder(folder);
    private final Workers workers;
    private final BuildState before;
    private final Map<String, MadeArticle> articles = new ConcurrentHashMap<>();
    private final Map<String, Keyed> files = new ConcurrentHashMap<>();
    private final AtomicInteger anew = new AtomicInteger();

    Run(Site site, SitePosts posts, MediaFiles media, SiteProgress progress) {
      this.site = site;
      this.posts = posts;
      this.media = media;
      this.progress = progress;
      workers = new Workers(threads, progress::stopped);
      before = place.begin();
    }

    SiteBundle build(Theme theme) {
      Map<UUID, SiteCard> cards = new HashMap<>();
      boolean whole = false;
      try {
        List<SiteCard> all = workers.map(posts.items(), this::card);
        all.forEach(card -> cards.put(card.id(), card));
        List<String> heldBack =
            all.stream()
                .filter(card -> !posts.stages().contains(card.stage()))
                .map(SiteCard::headline)
                .sorted()
                .toList();
        List<SiteCard> shown =
            all.stream().filter(card -> posts.stages().contains(card.stage())).toList();
        SiteAddresses addresses = new SiteAddresses(site, shown);
        List<String> leftOut = make(new SiteFrame(site, theme, addresses), shown);
        Bundle bundle = bundle(leftOut);
        whole = true;
        int count = bundle.files().size();
        Map<UUID, String> paths = new HashMap<>();
        shown.forEach(card -> paths.put(card.id(), addresses.post(card)));
        return new SiteBundle(bundle, anew.get(), count - anew.get(), paths, heldBack);
      } finally {
        remember(cards, whole);
      }
    }

    private SiteCard card(SitePosts.Item item) {
      SiteCard known = before.cards().get(item.id());
      if (known != null && known.item().equals(item)) {
        return known;
      }
      return SiteCard.of(item, posts.post(item.id()));
    }

    private List<String> make(SiteFrame frame, List<SiteCard> shown) {
      SiteArticles making = new SiteArticles(frame, pictures, media, place);
      AtomicInteger done = new AtomicInteger();
      workers.map(
          shown,
          card -> {
            String path = frame.addresses().post(card);
            MadeArticle article = article(making, card, path);
            articles.put(path, article);
            progress.at(done.incrementAndGet(), shown.size());
            return article;
          });
      MadeArticles all = new MadeArticles(frame.addresses(), articles);
      List<SiteUnit> units =
          new ArrayList<>(new SiteLists(frame, making, all).units(pictures, media));
      units.addAll(new SiteExtras(frame, all).units(new Texts(making, all), posts.gone()));
      workers.map(units, this::file);
      return articles.values().stream()
          .flatMap(it -> it.leftOut().stream())
          .distinct()
          .sorted()
          .toList();
    }

    /** Texts of posts for feeds. */
    private final class Texts implements SiteFeed.Texts {
      private final SiteArticles making;
      private final MadeArticles all;

      Texts(SiteArticles making, MadeArticles all) {
        this.making = making;
        this.all = all;
      }

      @Override
      public Post post(SiteCard card) {
        return posts.post(card.id());
      }

      @Override
      public String html(SiteCard card, Post post) {
        return making.forFeed(card, post, all.of(card));
      }

      @Override
      public String pictures(SiteCard card) {
        return all.of(card).pictures().toString();
      }
    }

    private MadeArticle article(SiteArticles making, SiteCard card, String path) {
      Optional<MadeArticle> earlier = Optional.ofNullable(before.articles().get(path));
      String key = making.key(card);
      boolean lies = earlier.filter(making::lies).isPresent();
      if (lies && making.stands(earlier.get(), key)) {
        return earlier.get();
      }
      MadeArticle made = making.make(card, posts.post(card.id()), earlier);
      // A post that waits for a picture is looked at each time, though most times nothing comes of
      // it
      if (!lies || earlier.filter(made::equals).isEmpty()) {
        anew.incrementAndGet();
      }
      return made;
    }

    private Keyed file(SiteUnit unit) {
      Keyed earlier = before.files().get(unit.path());
      Keyed now = earlier;
      if (now == null || !now.key().equals(unit.key()) || !place.has(now.made())) {
        now = new Keyed(unit.key(), place.put(unit.path(), unit.content().get()));
        anew.incrementAndGet();
      }
      files.put(unit.path(), now);
      return now;
    }

    private Bundle bundle(List<String> leftOut) {
      List<BundleFile> all = new ArrayList<>();
      files.values().forEach(file -> all.add(place.file(file.made())));
      for (MadeArticle article : articles.values()) {
        all.add(place.file(article.page()));
        article
            .pictures()
            .forEach(picture -> picture.files().forEach(file -> all.add(place.file(file))));
      }
      String manifest = HtmlBundle.manifestOf(all);
      all.add(place.file(file(SiteUnit.fixed("manifest.json", manifest)).made()));

      Bundle bundle = new Bundle("site", all, leftOut);
      Set<String> now = new HashSet<>();
      bundle.files().forEach(file -> now.add(file.path()));
      place.delete(paths(before).stream().filter(path -> !now.contains(path)).toList());
      return bundle;
    }

    private static List<String> paths(BuildState state) {
      List<String> paths = new ArrayList<>(state.files().keySet());
      for (MadeArticle article : state.articles().values()) {
        paths.add(article.page().path());
        article
            .pictures()
            .forEach(picture -> picture.files().forEach(file -> paths.add(file.path())));
      }
      return paths;
    }

    // What was made before a build failed or was stopped is as good as if it had not been
    private void remember(Map<UUID, SiteCard> cards, boolean whole) {
      Map<String, MadeArticle> allArticles = new TreeMap<>(whole ? Map.of() : before.articles());
      Map<String, Keyed> allFiles = new TreeMap<>(whole ? Map.of() : before.files());
      Map<UUID, SiteCard> allCards = new HashMap<>(whole ? Map.of() : before.cards());
      allArticles.putAll(articles);
      allFiles.putAll(files);
      allCards.putAll(cards);
      place.end(new BuildState(allCards, allArticles, allFiles));
    }
  }
}

package galley.export;

import galley.export.BuildState.Keyed;
import galley.images.Pictures;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds whole sites. Only what a change touches is made anew; the same site, posts, theme and
 * pictures give the same bytes, whatever was built before and however many threads work. Slow:
 * never call it on the thread that draws. One build at a time in a folder.
 *
 * <p>Throws {@link ExportException}, and {@link CancellationException} where the progress asked to
 * stop.
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

  /** A page that has to be made, and what was made for its path the last time. */
  private record Wanted(String path, Optional<MadeArticle> earlier, boolean lies) {}

  /** One build. */
  private final class Run {
    private final Site site;
    private final SitePosts posts;
    private final MediaFiles media;
    private final SiteProgress progress;
    private final BuildFolder place = new BuildFolder(folder);
    private final Workers workers;
    private final BuildState before;
    private final PostsInHand hand;
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
      hand = new PostsInHand(posts);
    }

    SiteBundle build(Theme theme) {
      Map<UUID, SiteCard> cards = new HashMap<>();
      boolean whole = false;
      try {
        List<SiteCard> all = workers.groups(posts.items(), PostsInHand.AT_ONCE, this::cards);
        all.forEach(card -> cards.put(card.id(), card));
        List<String> heldBack =
            all.stream()
                .filter(card -> !posts.stages().contains(card.stage()))
                .map(SiteCard::headline)
                .sorted()
                .toList();
        List<SiteCard> shown = all.stream().filter(this::goesOut).toList();
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

    private boolean goesOut(SiteCard card) {
      return posts.stages().contains(card.stage())
          && !posts.waits(card.id(), PublicationDate.parse(card.date()));
    }

    private List<SiteCard> cards(List<SitePosts.Item> items) {
      List<UUID> unknown =
          items.stream().filter(item -> known(item).isEmpty()).map(SitePosts.Item::id).toList();
      Map<UUID, Post> read = unknown.isEmpty() ? Map.of() : hand.read(unknown);
      return items.stream()
          .map(item -> known(item).orElseGet(() -> SiteCard.of(item, needed(read, item.id()))))
          .toList();
    }

    private Optional<SiteCard> known(SitePosts.Item item) {
      return Optional.ofNullable(before.cards().get(item.id()))
          .filter(card -> card.item().equals(item));
    }

    // One that is no longer there is asked for by itself, which says so
    private Post needed(Map<UUID, Post> read, UUID id) {
      Post post = read.get(id);
      return post == null ? posts.post(id) : post;
    }

    private List<String> make(SiteFrame frame, List<SiteCard> shown) {
      SiteArticles making = new SiteArticles(frame, pictures, media, place);
      AtomicInteger done = new AtomicInteger();
      workers.groups(
          shown,
          PostsInHand.AT_ONCE,
          cards -> {
            articles(making, cards, () -> progress.at(done.incrementAndGet(), shown.size()));
            return cards;
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
      private final Map<SiteCard, String> made = new ConcurrentHashMap<>();

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
        // The newest are in the feed of the site and in that of their section.
        return made.computeIfAbsent(card, it -> making.forFeed(it, post, all.of(it)));
      }

      @Override
      public String pictures(SiteCard card) {
        return all.of(card).pictures().toString();
      }
    }

    private void articles(SiteArticles making, List<SiteCard> cards, Runnable done) {
      Map<SiteCard, Wanted> wanted = new LinkedHashMap<>();
      for (SiteCard card : cards) {
        String path = making.path(card);
        Optional<MadeArticle> earlier = Optional.ofNullable(before.articles().get(path));
        boolean lies = earlier.filter(making::lies).isPresent();
        if (lies && making.stands(earlier.get(), making.key(card))) {
          articles.put(path, earlier.get());
          done.run();
        } else {
          wanted.put(card, new Wanted(path, earlier, lies));
        }
      }
      Map<UUID, Post> read =
          wanted.isEmpty()
              ? Map.of()
              : hand.take(wanted.keySet().stream().map(SiteCard::id).toList());
      wanted.forEach((card, want) -> {
        if (progress.stopped()) {
          throw new CancellationException();
        }
        MadeArticle made = making.make(card, needed(read, card.id()), want.earlier());
        // A post that waits for a picture is looked at each time, though most times nothing comes
        // of it
        if (!want.lies() || want.earlier().filter(made::equals).isEmpty()) {
          anew.incrementAndGet();
        }
        articles.put(want.path(), made);
        done.run();
      });
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

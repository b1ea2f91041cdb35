package galley.desk;

import galley.asset.Messages;
import galley.export.Theme;
import galley.images.PictureException;
import galley.post.KeptSite;
import galley.post.PostSummary;
import galley.post.Site;
import galley.post.Stage;
import galley.store.Library;
import galley.text.Slug;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The sites that posts are published on. A post belongs to one site, or to none; a site may take
 * all posts that belong to none. Removing a site leaves its posts in the library and its pages at
 * its host.
 */
public final class Sites {
  private final Bench bench;

  Sites(Bench bench) {
    this.bench = bench;
  }

  /** All sites by name. */
  public CompletableFuture<List<SiteView>> list() {
    return bench
        .jobs()
        .ask(() -> {
          List<PostSummary> posts = library().posts();
          Map<UUID, Set<UUID>> own = library().sites().posts();
          return library().sites().all().stream()
              .map(kept -> view(kept, of(kept, posts, own), down(kept)))
              .toList();
        });
  }

  /**
   * The site of this name, id, or name as it would stand in an address.
   *
   * @return nothing where there is none, or several are meant
   */
  public CompletableFuture<Optional<SiteView>> find(String name) {
    return list()
        .thenApply(all -> {
          String wanted = name.strip();
          for (SiteView one : all) {
            if (one.site().name().equalsIgnoreCase(wanted)
                || one.site().id().toString().equals(wanted.toLowerCase(Locale.ROOT))) {
              return Optional.of(one);
            }
          }
          List<SiteView> slugged =
              all.stream().filter(one -> Slug.of(one.site().name()).equals(wanted)).toList();
          return slugged.size() == 1 ? Optional.of(slugged.getFirst()) : Optional.empty();
        });
  }

  /** Makes a site. */
  public CompletableFuture<SiteView> create(KeptSite site) {
    return bench.jobs().ask(() -> told(library().sites().create(site)));
  }

  /** Changes a site as it is at that moment. */
  public CompletableFuture<SiteView> change(UUID site, UnaryOperator<KeptSite> change) {
    return bench.jobs().ask(() -> told(library().sites().change(site, change)));
  }

  /** Lets a site go; its posts stay, and what lies at its host stays there. */
  public CompletableFuture<Void> remove(UUID site) {
    return bench
        .jobs()
        .ask(() -> {
          library().sites().remove(site);
          bench.events().accept(new DeskEvent.SitesChanged());
          return nothing();
        });
  }

  /** Gives posts to a site; they leave the site they had. */
  public CompletableFuture<SiteView> join(UUID site, Collection<UUID> posts) {
    return bench
        .jobs()
        .ask(() -> {
          library().sites().join(site, posts);
          return told(needed(site));
        });
  }

  /** Takes posts from the site they have. */
  public CompletableFuture<Void> leave(Collection<UUID> posts) {
    return bench
        .jobs()
        .ask(() -> {
          library().sites().leave(posts);
          bench.events().accept(new DeskEvent.SitesChanged());
          return nothing();
        });
  }

  /**
   * Takes a post down from a site with the next publication. Readers who come to its address are
   * told so, or are led elsewhere.
   *
   * @param to a web address, or the id of another post of the site; may be empty
   */
  public CompletableFuture<Void> withdraw(UUID site, UUID post, String to) {
    return bench
        .jobs()
        .ask(() -> {
          Withdrawn.down(library(), site, post, to);
          bench.events().accept(new DeskEvent.SitesChanged());
          return nothing();
        });
  }

  /** Lets a post that was taken down be published again. */
  public CompletableFuture<Void> restore(UUID site, UUID post) {
    return bench
        .jobs()
        .ask(() -> {
          Withdrawn.up(library(), site, post);
          bench.events().accept(new DeskEvent.SitesChanged());
          return nothing();
        });
  }

  /** The posts that belong to a site, the last changed first. */
  public CompletableFuture<List<PostSummary>> posts(UUID site) {
    return bench.jobs().ask(() -> of(needed(site), library().posts(), library().sites().posts()));
  }

  /** The site a post was given to. */
  public CompletableFuture<Optional<KeptSite>> of(UUID post) {
    return bench
        .jobs()
        .ask(() -> {
          for (Map.Entry<UUID, Set<UUID>> own : library().sites().posts().entrySet()) {
            if (own.getValue().contains(post)) {
              return library().sites().site(own.getKey());
            }
          }
          return Optional.empty();
        });
  }

  /**
   * Takes the picture of somebody who writes into the library.
   *
   * @return its SHA-256, or a {@link DeskException} where it is no picture
   */
  public CompletableFuture<String> portrait(Path file) {
    return bench
        .jobs()
        .ask(() -> {
          try {
            String name = String.valueOf(file.getFileName());
            return new PictureShelf(library().media())
                .add(file, name, taken -> false)
                .sha256()
                .orElseThrow();
          } catch (PictureException e) {
            throw new DeskException(
                Messages.text("desk.picture-unusable", file, String.valueOf(e.getMessage())), e);
          }
        });
  }

  /** The site each post was given to. */
  public CompletableFuture<Map<UUID, UUID>> given() {
    return bench
        .jobs()
        .ask(() -> {
          Map<UUID, UUID> given = new HashMap<>();
          library()
              .sites()
              .posts()
              .forEach((site, posts) -> posts.forEach(post -> given.put(post, site)));
          return Map.copyOf(given);
        });
  }

  /** The names of the themes a site can have: those of the program, then the library's own. */
  public CompletableFuture<List<String>> themes() {
    return bench
        .jobs()
        .ask(() -> {
          List<String> all = new ArrayList<>(Theme.names());
          if (Files.isDirectory(themesFolder())) {
            try (Stream<Path> folders = Files.list(themesFolder())) {
              folders
                  .filter(Files::isDirectory)
                  .map(folder -> String.valueOf(folder.getFileName()))
                  .filter(name -> name.matches("[\\w-]+") && !all.contains(name))
                  .sorted()
                  .toList()
                  .forEach(all::add);
            }
          }
          return List.copyOf(all);
        });
  }

  /**
   * Puts a copy of one of the program's themes into the library's folder, to be changed.
   *
   * @param as the copy's name
   * @return the copy's folder
   */
  public CompletableFuture<Path> copyTheme(String name, String as) {
    return bench
        .jobs()
        .ask(() -> {
          try {
            return Theme.copy(name, themesFolder(), as);
          } catch (FileAlreadyExistsException e) {
            throw new DeskException(Messages.text("desk.theme-there", as), e);
          } catch (IllegalArgumentException e) {
            throw new DeskException(Messages.text("desk.theme-name", as), e);
          } catch (IOException e) {
            throw new DeskException(
                Messages.text("desk.theme-failed", themesFolder(), String.valueOf(e.getMessage())),
                e);
          }
        });
  }

  private Path themesFolder() {
    return library().folder().resolve("themes");
  }

  /**
   * A site that has only a name and an address, which may be said without {@code https://}; a
   * sentence where that is no web address.
   */
  public static Site named(String name, String address, String language) {
    try {
      return Site.of(UUID.randomUUID(), name, Site.web(address), language);
    } catch (IllegalArgumentException e) {
      throw new DeskException(
          name.isBlank()
              ? Messages.text("desk.site-no-name")
              : Messages.text("desk.site-address", address),
          e);
    }
  }

  private Library library() {
    return bench.library();
  }

  private KeptSite needed(UUID site) {
    return library()
        .sites()
        .site(site)
        .orElseThrow(() -> new DeskException(Messages.text("desk.no-site", site)));
  }

  private SiteView told(KeptSite kept) {
    bench.events().accept(new DeskEvent.SitesChanged());
    return view(kept, of(kept, library().posts(), library().sites().posts()), down(kept));
  }

  private Set<UUID> down(KeptSite kept) {
    return Withdrawn.of(library(), kept.site().id()).keySet();
  }

  private static SiteView view(KeptSite kept, List<PostSummary> posts, Set<UUID> down) {
    int ready =
        (int)
            posts.stream()
                .filter(post -> post.stage() == Stage.READY || post.stage() == Stage.PUBLISHED)
                .filter(post -> !down.contains(post.id()))
                .count();
    return new SiteView(kept, posts.size(), ready);
  }

  static List<PostSummary> of(KeptSite kept, List<PostSummary> posts, Map<UUID, Set<UUID>> own) {
    Set<UUID> mine = own.getOrDefault(kept.site().id(), Set.of());
    if (!kept.allPosts()) {
      return posts.stream().filter(post -> mine.contains(post.id())).toList();
    }
    Set<UUID> others = new HashSet<>();
    own.values().forEach(others::addAll);
    others.removeAll(mine);
    return posts.stream().filter(post -> !others.contains(post.id())).toList();
  }

  @SuppressWarnings("NullAway") // the only value of Void
  private static Void nothing() {
    return null;
  }
}

package galley.export;

import galley.images.Pictures;
import galley.post.Post;
import galley.post.Site;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes bundles from which a site generator builds a whole site: the posts where it looks for them,
 * and the least of settings and layouts without which it builds nothing. Slow where there are
 * pictures. Throws {@link ExportException}.
 */
public final class MarkdownSite {
  private final Pictures pictures;

  public MarkdownSite(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * The bundle for a generator. Posts whose stage may not leave the desk are not in it. No more
   * than one post is held in memory at a time: what files hold is made again when they are read.
   */
  public Bundle bundle(
      Site site, SitePosts posts, MediaFiles media, Profile profile, SiteProgress progress) {
    List<SiteCard> cards =
        posts.items().stream()
            .map(item -> SiteCard.of(item, posts.post(item.id())))
            .filter(card -> posts.stages().contains(card.stage()))
            .toList();
    SiteAddresses addresses = new SiteAddresses(site, cards);
    List<BundleFile> files = new ArrayList<>(settings(site, profile));
    Set<String> leftOut = new TreeSet<>();
    Set<String> names = new HashSet<>();
    int done = 0;
    for (SiteCard card :
        cards.stream().sorted((a, b) -> addresses.post(a).compareTo(addresses.post(b))).toList()) {
      progress.at(done++, cards.size());
      String address = addresses.post(card);
      String last = address.substring(address.lastIndexOf('/', address.length() - 2) + 1);
      String slug = last.substring(0, last.length() - 1);
      // Jekyll has one folder for all
      String name = slug;
      for (int i = 2; profile == Profile.JEKYLL && !names.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = slug + "-" + i;
      }
      String slugged = name;
      Supplier<MarkdownBundle> one =
          () -> new MarkdownBundle(named(posts.post(card.id()), slugged), pictures, media);
      MarkdownBundle made = one.get();
      Bundle bundle = made.publish(slugged, profile);
      leftOut.addAll(bundle.leftOut());
      for (BundleFile file : bundle.files()) {
        boolean isText = file.path().equals(made.textPath(slugged, profile));
        BundleFile.Content content =
            isText ? () -> bytes(one.get().text(slugged, profile)) : file.content();
        String path = folder(profile, address) + file.path();
        files.add(new BundleFile(path, file.bytes(), file.sha256(), content));
      }
    }
    return new Bundle("site-" + profile.key(), files, List.copyOf(leftOut));
  }

  /** The paths of what is no post: settings and layouts, which a site's owner may well change. */
  public static Set<String> settingPaths(Site site, Profile profile) {
    return settings(site, profile).stream()
        .map(BundleFile::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Post named(Post post, String slug) {
    return new Post(
        post.id(),
        post.draft().withDetails(post.details().withSlug(slug)),
        post.version(),
        post.created(),
        post.changed());
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String folder(Profile profile, String address) {
    return switch (profile) {
      case JEKYLL -> "";
      case HUGO, ELEVENTY -> "content/" + address;
      case ASTRO -> "src/content/posts/" + address;
      case PLAIN -> address;
    };
  }

  private static List<BundleFile> settings(Site site, Profile profile) {
    Map<String, String> files =
        switch (profile) {
          case PLAIN -> Map.of();
          case HUGO -> hugo(site);
          case JEKYLL -> jekyll(site);
          case ELEVENTY -> eleventy(site);
          case ASTRO -> astro(site);
        };
    return files.entrySet().stream()
        .map(file -> BundleFile.of(file.getKey(), file.getValue()))
        .toList();
  }

  private static Map<String, String> hugo(Site site) {
    String settings =
        """
        baseURL = %s
        title = %s
        languageCode = %s

        [markup.goldmark.renderer]
        unsafe = true
        """
            .formatted(quoted(site.address()), quoted(site.name()), quoted(site.language()));
    return Map.of(
        "hugo.toml",
        settings,
        "config.toml", // the name before version 0.110
        settings,
        "layouts/_default/baseof.html",
        """
        <!doctype html>
        <html lang="{{ .Lang }}">
        <head><meta charset="utf-8"><title>{{ .Title }}</title></head>
        <body>
        <header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></header>
        <main>{{ block "main" . }}{{ end }}</main>
        </body>
        </html>
        """,
        "layouts/_default/single.html",
        """
        {{ define "main" }}<article><h1>{{ .Title }}</h1>
        {{ .Content }}</article>{{ end }}
        """,
        "layouts/_default/list.html",
        """
        {{ define "main" }}<h1>{{ .Title }}</h1>
        <ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
        """);
  }

  private static Map<String, String> jekyll(Site site) {
    return Map.of(
        "_config.yml",
        """
        title: %s
        url: %s
        lang: %s
        permalink: /:categories/:title/
        markdown: kramdown
        plugins: []
        defaults:
          - scope: { path: "" }
            values: { layout: default }
        """
            .formatted(quoted(site.name()), quoted(site.address()), quoted(site.language())),
        "_layouts/default.html",
        """
        <!doctype html>
        <html lang="{{ site.lang }}">
        <head><meta charset="utf-8"><title>{{ page.title | escape }}</title></head>
        <body>
        <header><a href="{{ '/' | relative_url }}">{{ site.title | escape }}</a></header>
        <main><article><h1>{{ page.title | escape }}</h1>
        {{ content }}</article></main>
        </body>
        </html>
        """,
        "index.html",
        """
        ---
        ---
        <ul>{% for post in site.posts %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>{% endfor %}</ul>
        """);
  }

  private static Map<String, String> eleventy(Site site) {
    return Map.of(
        "eleventy.config.mjs",
        """
        let footnotes;
        try {
          footnotes = (await import("markdown-it-footnote")).default;
        } catch {
          // Without it (npm install markdown-it-footnote) footnotes stay as they were written
        }

        export default function (site) {
          if (footnotes) site.amendLibrary("md", (markdown) => markdown.use(footnotes));
          site.addPassthroughCopy("content/**/media/*");
          return { dir: { input: "content" } };
        }
        """,
        "content/content.json",
        "{\"layout\": \"page.njk\"}\n",
        "content/_includes/page.njk",
        """
        <!doctype html>
        <html lang=%s>
        <head><meta charset="utf-8"><title>{{ title }}</title></head>
        <body>
        <main><article><h1>{{ title }}</h1>
        {{ content | safe }}</article></main>
        </body>
        </html>
        """
            .formatted(quoted(site.language())));
  }

  private static Map<String, String> astro(Site site) {
    return Map.of(
        "package.json",
        """
        {
          "private": true,
          "type": "module",
          "scripts": { "build": "astro build" },
          "dependencies": { "astro": "^5" }
        }
        """,
        "astro.config.mjs",
        """
        import { defineConfig } from "astro/config";
        export default defineConfig({ site: %s });
        """
            .formatted(quoted(site.address())),
        "src/content.config.ts",
        """
        import { defineCollection } from "astro:content";
        import { glob } from "astro/loaders";
        export const collections = {
          posts: defineCollection({
            loader: glob({
              pattern: "**/index.md",
              base: "./src/content/posts",
              generateId: ({ entry }) => entry.replace(/\\/index\\.md$/, ""),
            }),
          }),
        };
        """,
        "src/pages/[...path].astro",
        """
        ---
        import { getCollection, render } from "astro:content";
        export async function getStaticPaths() {
          const posts = await getCollection("posts");
          return posts.map((post) => ({ params: { path: post.id }, props: { post } }));
        }
        const { post } = Astro.props;
        const { Content } = await render(post);
        ---
        <html lang=%s>
        <head><meta charset="utf-8"><title>{post.data.title}</title></head>
        <body><main><article><h1>{post.data.title}</h1><Content /></article></main></body>
        </html>
        """
            .formatted(quoted(site.language())));
  }

  /** As TOML, YAML, JSON and JavaScript all read it. */
  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ")
        + "\"";
  }
}

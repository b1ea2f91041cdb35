package galley.export.bench;

import galley.export.SiteBuild;
import galley.export.SiteBundle;
import galley.export.SitePosts;
import galley.export.SiteProgress;
import galley.export.Theme;
import galley.images.Pictures;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Site;
import galley.post.Stage;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Builds a site of so many posts, and the same posts with Hugo, and prints both times: {@code
 * SiteBench <posts> <folder> [hugo]}. Hugo's theme here has the same kinds of page: articles, lists
 * of sections and tags with paging, feeds with the whole text, a sitemap.
 */
final class SiteBench {
  private static final String[] WORDS =
      ("the ferry leaves at six and nobody on the quay is a customer most mornings in winter the"
              + " mate reads out school closures while a nurse sits beside the man who will fix her"
              + " roof and the county says that the sailing loses money every year but does not say"
              + " who rides it to work or when the survey was taken")
          .split(" ", -1);

  private SiteBench() {}

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(post(i));
    }
    if (args.length > 2) {
      hugo(posts, folder.resolve("hugo"));
    }
    Path build = folder.resolve("build");
    took("full build", () -> built(posts, build));
    took("nothing changed", () -> built(posts, build));
    for (int round = 0; round < 4; round++) {
      Post one = posts.get(count / 2);
      posts.set(
          count / 2,
          new Post(
              one.id(),
              one.draft().withBody(one.body() + "\nOne more line.\n"),
              one.version() + 1,
              one.created(),
              one.changed().plusSeconds(60)));
      took("one post changed", () -> built(posts, build));
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("memory in use at the end %,d kB%n", runtime.totalMemory() >> 10);
  }

  private interface Work {
    String run() throws IOException;
  }

  private static void took(String what, Work work) throws IOException {
    long start = System.nanoTime();
    String result = work.run();
    System.out.printf("%-18s %,7d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, result);
  }

  private static String built(List<Post> posts, Path build) {
    Site site = Site.of(new UUID(1, 2), "Coastal Review", "https://example.org/", "en");
    SiteBundle built =
        new SiteBuild(new Pictures(), build)
            .build(
                site,
                Theme.named("opinion", Optional.empty()),
                SitePosts.of(posts),
                _ -> Optional.empty(),
                SiteProgress.NONE);
    return built.made() + " files made of " + built.bundle().files().size();
  }

  private static Post post(int number) {
    Random random = new Random(number);
    StringBuilder body = new StringBuilder();
    for (int p = 0; p < 9; p++) {
      body.append(p % 3 == 2 ? "## Part " + p + "\n\n" : "");
      for (int w = 0; w < 75; w++) {
        body.append(WORDS[random.nextInt(WORDS.length)]).append(w % 12 == 11 ? ". " : " ");
      }
      body.append("**Strong**, *soft* and [there](https://example.org/there).\n\n");
    }
    Details details =
        Details.draft("Headline number " + number, "post-" + number)
            .withStandfirst("The line under headline " + number + ".")
            .withSection("Section " + number % 8)
            .withTags(List.of("tag " + number % 50, "tag " + (number / 7) % 50))
            .withBylines(List.of(new Byline("Author " + number % 12)))
            .withDate(
                Optional.of(PublicationDate.of(LocalDate.of(2026, 1, 1).minusDays(number % 3000))))
            .withStage(Stage.PUBLISHED);
    return new Post(
        new UUID(7, number),
        new Draft(details, body.toString(), List.of()),
        1,
        Instant.EPOCH,
        Instant.parse("2026-11-23T10:00:00Z"));
  }

  private static void hugo(List<Post> posts, Path folder) throws IOException {
    Map<String, String> files =
        Map.of(
            "config.toml",
            """
            baseURL = "https://example.org/"
            title = "Coastal Review"
            paginate = 20
            disableKinds = []
            [taxonomies]
            tag = "tags"
            author = "authors"
            [outputs]
            home = ["HTML", "RSS"]
            section = ["HTML", "RSS"]
            """,
            "layouts/_default/baseof.html",
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
            <meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
            <meta property="og:title" content="{{ .Title }}"><link rel="stylesheet" href="/site.css"></head>
            <body><header><a href="/">{{ .Site.Title }}</a><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
            <main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
            """,
            "layouts/_default/single.html",
            """
            {{ define "main" }}<article><p>{{ .Section }}</p><h1>{{ .Title }}</h1><p>{{ .Description }}</p>
            <p>{{ range .Params.authors }}<a href="/authors/{{ . | urlize }}/">{{ . }}</a>{{ end }} <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> {{ .ReadingTime }} min</p>
            {{ .Content }}<ul>{{ range .Params.tags }}<li><a href="/tags/{{ . | urlize }}/">{{ . }}</a></li>{{ end }}</ul></article>{{ end }}
            """,
            "layouts/_default/list.html",
            """
            {{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p><p><time>{{ .Date.Format "2 January 2006" }}</time> {{ .ReadingTime }} min</p></article>{{ end }}
            {{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Newer</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}{{ end }}
            """,
            "layouts/_default/rss.xml",
            """
            <rss version="2.0"><channel><title>{{ .Title }}</title>{{ range first 20 .RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>
            """);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(folder.resolve("layouts/_default"));
      Files.writeString(path, file.getValue());
    }
    for (Post post : posts) {
      Details details = post.details();
      Path path =
          folder.resolve(
              "content/" + details.section().replace(' ', '-') + "/" + details.slug() + ".md");
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          "---\ntitle: \"%s\"\ndescription: \"%s\"\ndate: %s\ntags: [\"%s\", \"%s\"]\nauthors: [\"%s\"]\n---\n%s"
              .formatted(
                  details.headline(),
                  details.standfirst(),
                  details.date().orElseThrow(),
                  details.tags().getFirst(),
                  details.tags().getLast(),
                  details.bylines().getFirst().name(),
                  post.body()));
    }
    took("hugo", () -> run(folder));
  }

  private static String run(Path folder) throws IOException {
    Process hugo =
        new ProcessBuilder("/usr/bin/time", "-f", "%M kB", "hugo", "--quiet")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "hugo.log"))
            .start();
    try {
      hugo.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    try (var made = Files.walk(folder.resolve("public"))) {
      return made.filter(Files::isRegularFile).count()
          + " files, "
          + Files.readString(folder.resolve("hugo.log"), StandardCharsets.UTF_8).strip();
    }
  }
}

package galley.export.bench;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Posts of a like size in eight sections, and the same posts as a site of Hugo's. */
public final class BenchPosts {
  private static final String[] WORDS =
      ("the ferry leaves at six and nobody on the quay is a customer most mornings in winter the"
              + " mate reads out school closures while a nurse sits beside the man who will fix her"
              + " roof and the county says that the sailing loses money every year but does not say"
              + " who rides it to work or when the survey was taken")
          .split(" ", -1);

  private BenchPosts() {}

  /** What a post of this number says. */
  public static Draft draft(int number) {
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
    return new Draft(details, body.toString(), List.of());
  }

  static Post post(int number) {
    return new Post(
        new UUID(7, number),
        draft(number),
        1,
        Instant.EPOCH,
        Instant.parse("2026-11-23T10:00:00Z"));
  }

  /** Writes a site of these posts for Hugo. */
  static void hugo(List<Post> posts, Path folder) throws IOException {
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
  }
}

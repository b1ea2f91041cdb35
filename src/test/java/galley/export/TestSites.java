package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Site;
import galley.post.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Sites made for tests. */
final class TestSites {
  private static final List<String> SECTIONS = List.of("Opinion", "Harbour", "Islands");
  private static final List<String> TAGS = List.of("transport", "Ferries & boats", "Łódź", "海");
  private static final List<String> WORDS =
      List.of("the ferry harbour tide island winter council room survey boat morning".split(" "));

  private TestSites() {}

  static Site site() {
    return new Site(
        UUID.fromString("00000000-0000-4000-8000-0000000000aa"),
        "Coastal Review",
        "https://example.org/review/",
        "en-GB",
        "Letters from the coast & its \"islands\".",
        List.of(
            "https://www.facebook.com/coastal", "https://coast.example/@review", "javascript:x"),
        List.of(
            new Site.Section("Opinion", "opinion", "What we think."),
            new Site.Section("Harbour", "harbour", ""),
            new Site.Section("Islands", "islands", "")),
        List.of(
            new Site.Contributor(
                "Ada Quill",
                "ada",
                "Writes *about* boats.",
                Optional.empty(),
                List.of("https://example.org/ada"))),
        Site.OPINION,
        Map.of());
  }

  /** A post that is the same for the same number. */
  static Post post(int number) {
    Random random = new Random(number);
    StringBuilder body = new StringBuilder();
    for (int p = 0; p < 3 + random.nextInt(4); p++) {
      body.append(p > 0 && random.nextInt(3) == 0 ? "## Part " + p + "\n\n" : "");
      for (int w = 0; w < 30 + random.nextInt(60); w++) {
        body.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      body.append("[there](https://example.org/) **strong**.[^1]\n\n");
    }
    body.append("[^1]: A note.\n");
    String headline =
        (number % 7 == 0 ? "Éloge " : "") + WORDS.get(number % WORDS.size()) + " number " + number;
    Details details =
        Details.draft(headline, "post-" + number)
            .withStandfirst("What nobody said about number " + number + ".")
            .withSection(number % 10 == 9 ? "" : SECTIONS.get(number % 3))
            .withTags(List.of(TAGS.get(number % TAGS.size()), TAGS.get((number / 3) % TAGS.size())))
            .withBylines(List.of(new Byline(number % 2 == 0 ? "Ada Quill" : "Bo Fenn")))
            .withDate(
                Optional.of(PublicationDate.of(LocalDate.of(2026, 11, 20).minusDays(number * 5L))))
            .withStage(Stage.PUBLISHED);
    return post(number, 1, new Draft(details, body.toString(), List.of()));
  }

  static Post post(int number, long version, Draft draft) {
    return new Post(
        UUID.nameUUIDFromBytes(("post " + number).getBytes(StandardCharsets.UTF_8)),
        draft,
        version,
        Instant.parse("2026-11-01T08:00:00Z"),
        Instant.parse("2026-11-21T09:30:15Z").plusSeconds(version * 60));
  }

  static List<Post> posts(int count) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(post(i));
    }
    return posts;
  }

  /** Posts with all that a site can hold: pictures, corrections, redirects, a page, a draft. */
  static List<Post> full(Samples samples, int others) {
    List<Post> posts = posts(others);
    Post full = samples.full();
    Details details =
        full.details()
            .withStage(Stage.PUBLISHED)
            .withExtra(
                Map.of(
                    "corrections",
                    List.of(
                        Map.of(
                            "date", "2026-11-24",
                            "text", "An earlier version gave the loss as $421,000 <sic>.")),
                    "aliases",
                    List.of("/2026/old-ferry/", "ferry.html", "../up", "https://x.example/")));
    posts.add(post(-1, 1, full.draft().withDetails(details)));
    Details about = Details.draft("About", "about").withStage(Stage.PUBLISHED);
    posts.add(post(-2, 1, new Draft(about, "Who we are.", List.of())));
    Details draft =
        Details.draft("A secret draft", "secret").withSection("Opinion").withStage(Stage.DRAFT);
    posts.add(post(-3, 1, new Draft(draft, "Not yet.", List.<ImageRef>of())));
    Details taken = Details.draft("Tags", "tags").withStage(Stage.READY);
    posts.add(
        post(
            -4,
            1,
            new Draft(taken.withDate(PublicationDate.parse("2025-01-01")), "A word.", List.of())));
    return posts;
  }
}

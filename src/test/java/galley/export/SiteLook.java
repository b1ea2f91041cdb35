package galley.export;

import galley.images.Pictures;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Site;
import galley.post.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a site of real posts in both themes, to be looked at: {@code SiteLook <folder>}. */
final class SiteLook {
  private SiteLook() {}

  public static void main(String[] args) throws Exception {
    Path into = Files.createDirectories(Path.of(args[0]));
    Samples samples = new Samples(Files.createDirectories(into.resolve("samples")));
    List<Post> posts = new ArrayList<>();
    Post ferry = samples.full();
    ImageRef lead = ferry.draft().images().getFirst();
    List<ImageRef> images = new ArrayList<>(ferry.draft().images());
    images.set(0, lead);
    Details details =
        ferry
            .details()
            .withHeadline("The ferry is the last public square we have")
            .withStandfirst(
                "Cutting the 06:40 saves the county less than it thinks, and costs the islands more"
                    + " than it counts.")
            .withBylines(List.of(new Byline("Staff Writer")))
            .withStage(Stage.PUBLISHED)
            .withExtra(
                Map.of(
                    "corrections",
                    List.of(
                        Map.of(
                            "date", "2026-11-24",
                            "text", "An earlier version gave the loss as $421,000."))));
    posts.add(TestSites.post(-1, 1, ferry.draft().withDetails(details).withImages(images)));
    Details about = Details.draft("About", "about").withStage(Stage.PUBLISHED);
    posts.add(TestSites.post(-2, 1, ferry.draft().withDetails(about).withBody("Who we are.\n")));
    try (Corpus corpus = new Corpus(into.resolve("scratch"))) {
      int number = 1;
      for (Post post : corpus.posts()) {
        Details own =
            post.details()
                .withStage(Stage.PUBLISHED)
                .withSection(List.of("Opinion", "Harbour", "Islands").get(number % 3))
                .withDate(
                    Optional.of(
                        PublicationDate.of(LocalDate.of(2026, 11, 22).minusDays(3L * number))));
        posts.add(TestSites.post(number++, 1, post.draft().withDetails(own)));
      }
      for (String theme : Theme.names()) {
        Site site = TestSites.site();
        SiteBundle built =
            new SiteBuild(new Pictures(), into.resolve(theme))
                .build(
                    site,
                    Theme.named(theme, Optional.empty()),
                    SitePosts.of(posts),
                    sha -> samples.find(sha).or(() -> corpus.find(sha)),
                    SiteProgress.NONE);
        System.out.println(theme + " " + built.made() + " " + built.bundle().bytes());
      }
    }
  }
}

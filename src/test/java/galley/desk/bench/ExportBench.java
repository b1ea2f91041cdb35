package galley.desk.bench;

import galley.desk.Desk;
import galley.desk.DeskOptions;
import galley.desk.ExportPlan;
import galley.desk.ExportRequest;
import galley.export.Profile;
import galley.export.Variant;
import galley.post.PostSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures bringing posts in and letting them go, each export as a person's: planned, checked,
 * written, forced, remembered in the history. Arguments: a folder of posts, a folder for the
 * library and the bundles (deleted by nobody), rounds.
 */
public final class ExportBench {
  private static final Optional<String> REASON = Optional.of("Measured");

  private ExportBench() {}

  public static void main(String[] arguments) throws IOException {
    Path posts = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "export-");
    int rounds = Integer.parseInt(arguments[2]);
    Map<String, ExportRequest> requests = new LinkedHashMap<>();
    requests.put("markdown", ExportRequest.markdown(Variant.PUBLISH, Profile.PLAIN));
    requests.put("html", ExportRequest.html());
    requests.put("single", ExportRequest.single());
    try (Desk desk =
        Desk.open(folder.resolve("library"), Clock.systemUTC(), DeskOptions.starting())) {
      long start = System.nanoTime();
      int came = desk.importing().bring(List.of(posts), _ -> {}).join().posts().size();
      System.out.printf("import: %d posts in %.2f s%n", came, seconds(start));
      for (int round = 1; round <= rounds; round++) {
        for (Map.Entry<String, ExportRequest> request : requests.entrySet()) {
          export(desk, request.getKey(), request.getValue(), folder.resolve(request.getKey()));
        }
      }
    }
  }

  private static void export(Desk desk, String name, ExportRequest request, Path into) {
    List<PostSummary> posts = desk.posts().join();
    long planning = 0;
    long start = System.nanoTime();
    for (PostSummary post : posts) {
      long one = System.nanoTime();
      ExportPlan plan = desk.exporting().plan(post.id(), request).join();
      planning += System.nanoTime() - one;
      desk.exporting().write(plan, into, false, REASON).join();
    }
    double all = seconds(start);
    System.out.printf(
        "%s: %d posts in %.2f s, %.1f a second (%.1f ms to plan, %.1f ms to write each)%n",
        name,
        posts.size(),
        all,
        posts.size() / all,
        planning / 1e6 / posts.size(),
        (all * 1e3 - planning / 1e6) / posts.size());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

package galley.review;

import galley.Effort;
import galley.post.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** The texts that anchors are tried in, and the trials. */
final class Trials {
  private Trials() {}

  /** The posts of the corpus beside the project, none where it is not there. */
  static List<String> corpus() throws IOException {
    Path posts = Path.of(System.getProperty("galley.shared", "none"), "corpus", "posts");
    List<String> texts = new ArrayList<>();
    if (Files.isDirectory(posts)) {
      try (var files = Files.list(posts)) {
        for (Path file : files.sorted().toList()) {
          texts.add(body(Files.readString(file)));
        }
      }
    }
    return texts;
  }

  /** The sample post, and posts that are made for this. */
  static List<String> own() throws IOException {
    List<String> texts = new ArrayList<>();
    texts.add(body(Files.readString(Path.of("assets", "sample", "index.md"))));
    for (int i = 0; i < 20; i++) {
      texts.add(new Prose(Effort.seed(100 + i)).post(6 + 3 * i));
    }
    return texts;
  }

  private static String body(String file) {
    int end = file.startsWith("---") ? file.indexOf("\n---", 3) : -1;
    return end < 0 ? file : file.substring(file.indexOf('\n', end + 1) + 1);
  }

  /** Tries every kind of edit on every text, with so many anchors each time. */
  static Table table(List<String> texts, int anchors, Function<Trial, Map<UUID, Placement>> way) {
    Table table = new Table();
    Lexicon lexicon = new Lexicon(String.join(" ", texts));
    for (int i = 0; i < texts.size(); i++) {
      for (Mutation kind : Mutation.values()) {
        Random random = new Random(Effort.seed(31L * i + kind.name().hashCode()));
        Trial trial = Trial.of(kind, texts.get(i), lexicon, random, anchors);
        Map<UUID, Placement> places = way.apply(trial);
        trial
            .anchors()
            .forEach((id, span) -> {
              Placement place = places.get(id);
              if (place != null) {
                table.add(kind, trial.outcome(span, place));
              }
            });
      }
    }
    return table;
  }

  static Map<UUID, Placement> ours(Trial trial) {
    return Reattach.of(trial.before(), trial.after(), trial.places());
  }
}

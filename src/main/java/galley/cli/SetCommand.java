package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.post.Details;
import galley.post.Draft;
import galley.post.Post;
import galley.post.Revision;
import galley.post.Stage;
import galley.text.Slug;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = "Changes a post, as a new revision; the one before stays in its history.")
final class SetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(names = "--headline", paramLabel = "T", description = "Another headline.")
  private @Nullable String headline;

  @Option(names = "--standfirst", paramLabel = "T", description = "Another standfirst.")
  private @Nullable String standfirst;

  @Option(
      names = "--slug",
      paramLabel = "T",
      description = "Another slug; where it was published, the old address leads to the new one.")
  private @Nullable String slug;

  @Option(
      names = "--stage",
      paramLabel = "S",
      description = "Another stage: draft, in-review, ready, published.")
  private @Nullable String stage;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "Another body: the whole file, Markdown in UTF-8, taken as it is.")
  private @Nullable Path body;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Give it to a site, by its name or id; an empty name takes it from its site.")
  private @Nullable String site;

  @Option(names = "--json", description = "Print the post as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Galley galley;

  SetCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    boolean words =
        headline != null || standfirst != null || slug != null || stage != null || body != null;
    if (slug != null && !Slug.isValid(slug)) {
      throw new DeskException(Messages.text("cli.no-slug", slug));
    }
    if (!words && site == null && spec != null) {
      throw new ParameterException(spec.commandLine(), Messages.text("cli.set-what"));
    }
    Optional<Stage> newStage = ListCommand.stage(stage);
    Path file = body;
    Optional<String> newBody = file == null ? Optional.empty() : Optional.of(text(file));
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      if (site != null) {
        place(desk, found, site);
      }
      Post saved =
          !words
              ? found
              : desk.change(
                      found.id(), draft -> changed(draft, newStage, newBody), Revision.Kind.COMMAND)
                  .join();
      if (json) {
        Posts.printJson(galley.console(), desk, saved);
      } else {
        galley.console().say(Messages.text("cli.changed", saved.slug(), Posts.words(saved)));
      }
      return Commands.DONE;
    }
  }

  private static void place(Desk desk, Post post, String name) {
    List<UUID> one = List.of(post.id());
    if (name.isBlank()) {
      desk.sites().leave(one).join();
    } else {
      desk.sites().join(SiteCommand.named(desk, name).site().id(), one).join();
    }
  }

  private Draft changed(Draft draft, Optional<Stage> newStage, Optional<String> newBody) {
    Details details = draft.details();
    if (headline != null) {
      details = details.withHeadline(headline);
    }
    if (standfirst != null) {
      details = details.withStandfirst(standfirst);
    }
    if (slug != null) {
      details = details.withSlug(slug);
    }
    if (newStage.isPresent()) {
      details = details.withStage(newStage.get());
    }
    return draft.withDetails(details).withBody(newBody.orElse(draft.body()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new DeskException(Messages.text("cli.not-utf8", file), e);
    } catch (IOException e) {
      throw new DeskException(Messages.text("cli.unreadable", file), e);
    }
  }
}

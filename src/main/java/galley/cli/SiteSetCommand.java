package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.SiteView;
import galley.post.KeptSite;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Changes a site.",
      "What is added comes after what is there; the same name again changes what is there."
    })
final class SiteSetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @ArgGroup(exclusive = false, multiplicity = "0..1")
  private @Nullable SiteWords words;

  @Option(
      names = "--all-posts",
      negatable = true,
      description = "Every post belongs to it that was not given to another site, or not.")
  private @Nullable Boolean allPosts;

  @Option(
      names = "--author-picture",
      paramLabel = "NAME=FILE",
      description = "Give an author a picture.")
  private Map<String, Path> portraits = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print the site as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Galley galley;

  SiteSetCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    SiteWords said = words == null ? new SiteWords() : words;
    if (words == null && allPosts == null && portraits.isEmpty() && spec != null) {
      throw new ParameterException(spec.commandLine(), Messages.text("cli.site-set-what"));
    }
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      Map<String, String> pictures = new LinkedHashMap<>();
      portraits.forEach(
          (name, file) -> pictures.put(name, desk.sites().portrait(file.toAbsolutePath()).join()));
      SiteView now =
          desk.sites().change(found.site().id(), kept -> changed(kept, said, pictures)).join();
      if (json) {
        galley.console().say(Shapes.print(SiteShapes.shown(now)));
      } else {
        List.of(Messages.text("cli.site-changed", now.site().name()))
            .forEach(galley.console()::say);
      }
      return Commands.DONE;
    }
  }

  private KeptSite changed(KeptSite kept, SiteWords said, Map<String, String> pictures) {
    KeptSite worded = kept.with(before -> said.changed(before, pictures));
    return allPosts == null ? worded : worded.withAllPosts(allPosts);
  }
}

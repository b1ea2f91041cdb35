package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.store.Problem;
import galley.store.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Reads the whole library and its backups, and compares them with fingerprints.")
final class VerifyCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print what was read and found as JSON.")
  private boolean json;

  private final Galley galley;

  VerifyCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      var progress = galley.progress();
      Verification found = desk.keeping().verify(progress).join();
      progress.accept(new Progress("", 1, 1));
      if (json) {
        galley.console().say(Shapes.print(checked(found)));
      } else {
        print(found);
      }
      if (!found.problems().isEmpty()) {
        galley
            .console()
            .err()
            .println("galley: " + Messages.text("cli.problems", found.problems().size()));
      }
      return found.problems().isEmpty() ? Commands.DONE : Commands.NO;
    }
  }

  private void print(Verification found) {
    Console console = galley.console();
    for (Problem problem : found.problems()) {
      console.say("✗ " + problem.where() + ": " + problem.what());
      console.say("  " + problem.safe() + " " + problem.next());
    }
    if (found.problems().isEmpty()) {
      console.say(Messages.text("cli.all-well"));
    }
    console.say(
        Messages.text(
            "cli.verified", found.posts(), found.revisions(), found.media(), found.backups()));
  }

  private static ObjectNode checked(Verification found) {
    ObjectNode root = Shapes.object();
    root.putObject("checked")
        .put("posts", found.posts())
        .put("revisions", found.revisions())
        .put("sites", found.sites())
        .put("media", found.media())
        .put("backups", found.backups())
        .put("journals", found.journals());
    ArrayNode problems = root.putArray("problems");
    for (Problem problem : found.problems()) {
      problems
          .addObject()
          .put("what", problem.what())
          .put("where", problem.where())
          .put("safe", problem.safe())
          .put("next", problem.next());
    }
    return root;
  }
}

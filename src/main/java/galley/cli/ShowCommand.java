package galley.cli;

import galley.desk.Desk;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Post;
import galley.text.Words;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a post.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(names = "--json", description = "Print everything about it as JSON.")
  private boolean json;

  private final Galley galley;

  ShowCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      if (json) {
        Posts.printJson(galley.console(), desk, found);
      } else {
        print(found);
      }
      return Commands.DONE;
    }
  }

  private void print(Post found) {
    Console console = galley.console();
    Details details = found.details();
    int words = Posts.words(found);
    console.say(details.headline());
    if (!details.standfirst().isEmpty()) {
      console.say(details.standfirst());
    }
    String names = details.bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
    String date = details.date().map(Object::toString).orElse("");
    String line =
        java.util.stream.Stream.of(
                names,
                date,
                details.stage().key(),
                words + " words",
                Words.readingMinutes(words) + " min")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    console.say(line);
    console.say("");
    console.out().print(found.body());
    if (!found.body().endsWith("\n")) {
      console.say("");
    }
  }
}

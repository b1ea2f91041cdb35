package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.LogEntry;
import galley.desk.People;
import galley.desk.SiteView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    description = "Lists a site's publications, the newest first.")
final class SiteLogCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Parameters(paramLabel = "SITE", description = "A site's name or id.")
  private String site = "";

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  private final Galley galley;

  SiteLogCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    try (Desk desk = galley.open()) {
      SiteView found = SiteCommand.named(desk, site);
      List<LogEntry> log = desk.publishing(People.NOBODY).log(found.site().id()).join();
      if (json) {
        galley.console().say(Shapes.print(shape(found, log)));
      } else if (log.isEmpty()) {
        galley.console().say(Messages.text("cli.site-unpublished", found.site().name()));
      } else {
        for (LogEntry one : log) {
          galley
              .console()
              .say(
                  Messages.text(
                      "cli.site-log",
                      MINUTE.format(one.at()),
                      one.kind() == LogEntry.Kind.PUBLISHED ? 0 : 1,
                      one.release(),
                      one.destination(),
                      one.by(),
                      one.counts().sent()));
        }
      }
      return Commands.DONE;
    }
  }

  private static ObjectNode shape(SiteView found, List<LogEntry> log) {
    ObjectNode root = Shapes.object().put("site", found.site().name());
    ArrayNode all = root.putArray("releases");
    for (LogEntry one : log) {
      ObjectNode node =
          all.addObject()
              .put("number", one.number())
              .put("kind", one.kind() == LogEntry.Kind.PUBLISHED ? "published" : "rolledBack")
              .put("release", one.release())
              .put("at", one.at().toString())
              .put("by", one.by())
              .put("destination", one.destination())
              .put("sent", one.counts().sent())
              .put("bytes", one.counts().bytes())
              .put("removed", one.counts().removed())
              .put("reason", one.reason());
      ArrayNode posts = node.putArray("posts");
      one.put()
          .forEach((id, put) ->
              posts
                  .addObject()
                  .put("id", id.toString())
                  .put("path", put.path())
                  .put("sha256", put.sha256()));
      ArrayNode gone = node.putArray("gone");
      one.gone().forEach(id -> gone.add(id.toString()));
    }
    return root;
  }
}

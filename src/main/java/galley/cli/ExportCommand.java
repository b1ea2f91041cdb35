package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.ExportPlan;
import galley.desk.ExportRequest;
import galley.desk.Exporting;
import galley.export.BundleFile;
import galley.export.Profile;
import galley.export.Variant;
import galley.post.Finding;
import galley.post.Post;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a post as a bundle.",
      "That is a page with its pictures, one self-contained page, Markdown, a book, or a PDF.",
      "Errors such as a picture without alt text stand in the way of what readers would see."
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POST", description = "A slug or an id.")
  private String post = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = {
        "html (a page in a folder), single (one file), markdown, epub (a book) or pdf;",
        "text, textbundle (for programs people write in; a .textpack with --zip);",
        "substack, wordpress, wix or medium (HTML to be pasted there);",
        "docx or criticmarkup (one document with what was said, to be marked up)."
      })
  private ExportRequest.Format format = ExportRequest.Format.HTML;

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = {
        "Markdown: publish (for a site generator) or archive (everything).",
        "docx and criticmarkup: publish leaves out all that was said."
      })
  private @Nullable Variant variant;

  @Option(
      names = "--profile",
      defaultValue = "plain",
      paramLabel = "P",
      description = "Markdown only: plain, hugo, jekyll, eleventy, astro.")
  private Profile profile = Profile.PLAIN;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder that gets the bundle; it is made where it is missing.")
  private Path to = Path.of("");

  @Option(names = "--zip", description = "As one .zip instead of a folder.")
  private boolean zip;

  @Option(
      names = "--override",
      paramLabel = "REASON",
      description = "Export in spite of errors; the reason stays in the post's history.")
  private @Nullable String reason;

  @Option(names = "--json", description = "Print what was written and found as JSON.")
  private boolean json;

  private final Galley galley;

  ExportCommand(Galley galley) {
    this.galley = galley;
  }

  @Override
  public Integer call() {
    Optional<String> why = Optional.ofNullable(reason).filter(text -> !text.isBlank());
    try (Desk desk = galley.open()) {
      Post found = Posts.named(desk, post);
      Exporting exporting = desk.exporting();
      ExportPlan plan = exporting.plan(found.id(), request()).join();
      boolean stopped = !plan.errors().isEmpty() && why.isEmpty();
      Optional<Path> root =
          stopped
              ? Optional.empty()
              : Optional.of(exporting.write(plan, to.toAbsolutePath(), zip, why).join());
      if (json) {
        galley.console().say(Shapes.print(written(plan, root)));
      } else {
        print(plan, root);
      }
      if (stopped) {
        galley.console().err().println("galley: " + stoppedBy(plan.errors()));
      }
      return stopped ? Commands.NO : Commands.DONE;
    }
  }

  private ExportRequest request() {
    boolean document =
        format == ExportRequest.Format.DOCX || format == ExportRequest.Format.CRITICMARKUP;
    Variant usual = document ? Variant.ARCHIVE : Variant.PUBLISH;
    return new ExportRequest(format, variant == null ? usual : variant, profile);
  }

  private void print(ExportPlan plan, Optional<Path> root) {
    Console console = galley.console();
    for (Finding finding : plan.findings()) {
      boolean stops = plan.errors().contains(finding); // nothing stops an archive
      String sign = stops ? "✗ " : "! ";
      String about = finding.words().isBlank() ? "" : " (" + finding.words().strip() + ")";
      console.say(sign + finding.message() + about);
    }
    root.ifPresent(path ->
        console.say(Messages.text("cli.exported", path, plan.files().size(), plan.bytes(path))));
  }

  private static String stoppedBy(List<Finding> errors) {
    return errors.size() == 1
        ? Messages.text("cli.export-error", errors.getFirst().message())
        : Messages.text("cli.export-errors", errors.size(), errors.getFirst().message());
  }

  private static ObjectNode written(ExportPlan plan, Optional<Path> root) {
    ObjectNode node = Shapes.object().put("root", root.map(Path::toString).orElse(null));
    root.ifPresent(path -> node.put("bytes", plan.bytes(path)));
    ArrayNode files = node.putArray("files");
    if (root.isPresent()) {
      for (BundleFile file : plan.files()) {
        files
            .addObject()
            .put("path", file.path())
            .put("bytes", file.bytes())
            .put("sha256", file.sha256());
      }
    }
    Shapes.findings(node.putArray("findings"), plan.findings());
    return node;
  }
}

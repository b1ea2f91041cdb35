package galley.export;

import galley.asset.Messages;
import galley.images.Pictures;
import galley.markdown.FrontMatter;
import galley.markdown.Markdown;
import galley.post.DraftJson;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.PublicationDate;
import galley.post.Revision;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the bundles that are Markdown. */
final class MarkdownBundle {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Post post;
  private final UsedPictures used;

  MarkdownBundle(Post post, Pictures pictures, MediaFiles media) {
    this.post = post;
    used = new UsedPictures(post.draft(), Markdown.parse(post.body()), media, pictures);
  }

  /** For a site generator. */
  Bundle publish(String slug, Profile profile) {
    List<BundleFile> files = new ArrayList<>();
    files.add(BundleFile.of(textPath(slug, profile), text(slug, profile)));
    paths(slug, profile).forEach((image, path) -> files.add(cleaned(image, path)));
    return new Bundle(dated(slug, profile == Profile.JEKYLL), files, used.absent());
  }

  /** The text alone, as it stands in the bundle for a site generator. */
  String text(String slug, Profile profile) {
    String root = profile == Profile.JEKYLL ? "/" : "";
    Map<String, String> addresses = new LinkedHashMap<>();
    paths(slug, profile).forEach((image, path) -> addresses.put(image.file(), root + path));
    String body = new PictureAddresses(post.body()).changed(post.draft(), addresses);
    if (profile == Profile.JEKYLL) {
      body = KramdownWords.protectedIn(body);
    }
    body = new TemplateTags(profile).protectedFrom(body);
    String front =
        FrontMatter.write(
            FrontMatterKeys.published(post, addresses, TemplateTags.takesBrace(body)));
    return "---\n" + front + "---\n" + body;
  }

  /** Where that text lies. */
  String textPath(String slug, Profile profile) {
    return profile == Profile.JEKYLL ? "_posts/" + dated(slug, true) + ".md" : "index.md";
  }

  private Map<ImageRef, String> paths(String slug, Profile profile) {
    boolean jekyll = profile == Profile.JEKYLL;
    Map<ImageRef, String> paths = PictureNames.paths(used.present(), !jekyll);
    if (jekyll) {
      paths.replaceAll((_, name) -> "assets/posts/" + slug + "/" + name);
    }
    return paths;
  }

  // Read again when it is written: the pictures of a whole site do not fit in memory
  private BundleFile cleaned(ImageRef image, String path) {
    UsedPictures all = used; // what stays in memory holds no text
    byte[] now = all.open(image).cleaned();
    return new BundleFile(
        path,
        now.length,
        Sha256.of(now),
        () -> {
          try {
            return new ByteArrayInputStream(all.open(image).cleaned());
          } catch (ExportException e) {
            throw new IOException(e.getMessage(), e);
          }
        });
  }

  /** For keeping: every picture the draft knows with its first bytes, and all that was said. */
  Bundle archive(String slug, List<RevisionText> history, Map<String, String> review) {
    List<ImageRef> images =
        post.draft().images().stream().filter(image -> used.file(image).isPresent()).toList();
    List<BundleFile> files = new ArrayList<>();
    PictureNames.paths(images, true).forEach((image, path) -> files.add(original(image, path)));
    String front = FrontMatter.write(FrontMatterKeys.archived(post.details()));
    files.add(BundleFile.of("index.md", "---\n" + front + "---\n" + post.body()));
    files.add(BundleFile.of(".galley/post.json", json()));
    review.forEach((name, text) -> files.add(BundleFile.of(".galley/review/" + name, text)));
    files.add(BundleFile.of(".galley/SHA256SUMS", sums(slug, files)));
    if (!history.isEmpty()) { // with sums of its own: it is another one in every library
      List<BundleFile> past = List.of(BundleFile.of(".galley/history/history.json", json(history)));
      files.addAll(past);
      files.add(BundleFile.of(".galley/history/SHA256SUMS", sums(slug, past)));
    }
    return new Bundle(dated(slug, false), files, used.absent());
  }

  private static String sums(String slug, List<BundleFile> files) {
    StringBuilder sums = new StringBuilder();
    for (BundleFile file : new Bundle(slug, files, List.of()).files()) {
      sums.append(file.sha256()).append("  ").append(file.path()).append('\n');
    }
    return sums.toString();
  }

  // A post without a date keeps its name plain, unless the generator can't do without
  private String dated(String slug, boolean always) {
    Optional<LocalDate> day = post.details().date().map(PublicationDate::day);
    if (always && day.isEmpty()) {
      day = Optional.of(LocalDate.ofInstant(post.created(), ZoneOffset.UTC));
    }
    return day.map(it -> it + "-" + slug).orElse(slug);
  }

  private BundleFile original(ImageRef image, String path) {
    Path file = used.file(image).orElseThrow();
    try {
      return BundleFile.of(path, file, image.sha256().orElseThrow());
    } catch (IOException e) {
      throw new ExportException(
          Messages.text("export.picture", image.file(), Messages.text("export.picture-gone")), e);
    }
  }

  private String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.set("draft", DraftJson.write(post.draft()));
    return written(root);
  }

  private static String json(List<RevisionText> history) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode revisions = root.putArray("revisions");
    for (RevisionText text : history) {
      Revision revision = text.revision();
      ObjectNode one = revisions.addObject();
      one.put("number", revision.number());
      one.put("at", revision.at().toString());
      one.put("kind", revision.kind().name().toLowerCase(Locale.ROOT));
      one.put("name", revision.name());
      one.set("draft", DraftJson.write(text.draft()));
    }
    return written(root);
  }

  private static String written(ObjectNode root) {
    return DraftJson.forUtf8(JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n");
  }
}

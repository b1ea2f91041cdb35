package galley.intake;

import galley.asset.Messages;
import galley.markdown.FrontMatter;
import galley.markdown.FrontMatterException;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.markdown.PictureUse;
import galley.post.Draft;
import galley.post.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a Markdown file with front matter. Its body stays as it is, to the last character. */
final class MarkdownPost {
  /** Where front matter goes that can't be read, so that it is not lost. */
  static final String UNREAD = "front-matter";

  // CommonMark 4.2, without markup inside: what a headline can hold
  private static final Pattern HEADING =
      Pattern.compile(
          "\\A\\s*#[ \\t]+([^\\r\\n`*_\\[\\]<>&\\\\]{1,300}?)[ \\t]*#*[ \\t]*(?:\\R|\\z)");
  private static final Pattern TEMPLATE = Pattern.compile("\\{%|\\{\\{");
  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#.*$");

  private static final Pattern IN_MARKUP =
      Pattern.compile(
          "(?i)<img\\b[^>]{0,2000}?\\bsrc\\s*=\\s*[\"']([^\"'<>]{1,500})[\"']"
              + "|\\{[%{][^{}]{0,500}?[\"']([^\"'{}]{1,500}\\.(?:png|jpe?g|gif|svg|webp|avif))[\"']");

  private static final int LARGEST_MARKUP = 2_000_000;

  private final PostFile file;
  private final Path scratch;
  private final Notes notes;

  MarkdownPost(PostFile file, Path scratch, Notes notes) {
    this.file = file;
    this.scratch = scratch;
    this.notes = notes;
  }

  static boolean hasFrontMatter(String text) {
    return FrontMatter.split(text).language() != FrontMatter.Language.NONE;
  }

  Incoming read() throws RefusedException, IOException {
    return read(TextFile.read(file.path(), file.from(), notes));
  }

  Incoming read(TextFile text) {
    FrontMatter.Parts parts = FrontMatter.split(text.text());
    Map<String, @Nullable Object> keys = keys(parts);
    String body = parts.body();
    String heading = "";
    Matcher first = HEADING.matcher(body);
    if (parts.language() == FrontMatter.Language.NONE && first.lookingAt()) {
      heading = first.group(1);
      body = body.substring(first.end());
      notes.changed(Messages.text("intake.heading-is-headline", heading));
    }
    FileName name = FileName.of(file.place());
    DetailsReader.Read read = new DetailsReader(notes).read(keys, name, heading);
    if (TEMPLATE.matcher(body).find()) {
      notes.kept(Messages.text("intake.template-tags"));
    }
    Map<String, ImageRef> images = new LinkedHashMap<>();
    read.lead().ifPresent(lead -> images.put(lead.file(), lead));
    ParsedBody parsed = Markdown.parse(body);
    for (PictureUse use : parsed.pictures()) {
      if (!PictureFinder.hasNoFile(use.destination())) {
        images.computeIfAbsent(use.destination(), ImageRef::place);
      }
    }
    for (ImageRef words : read.pictures()) {
      images.computeIfPresent(words.file(), (none, image) -> image.alt().isEmpty() ? words : image);
    }
    PictureFinder finder = new PictureFinder(file, scratch, notes);
    List<IncomingPicture> pictures = new ArrayList<>();
    images.keySet().forEach(image -> finder.find(image).ifPresent(pictures::add));
    for (String named : namedInMarkup(body)) {
      if (!images.containsKey(named)) {
        finder
            .peek(named)
            .ifPresent(picture -> {
              images.put(named, ImageRef.place(named));
              pictures.add(picture);
            });
      }
    }
    return new Incoming(
        new Draft(read.details(), body, List.copyOf(images.values())),
        pictures,
        file.from(),
        notes.all(),
        Optional.empty(),
        text.exact() ? Optional.empty() : Optional.of(file.path()));
  }

  /** Pictures that HTML and template tags name, which are text to Markdown. */
  private static List<String> namedInMarkup(String body) {
    List<String> named = new ArrayList<>();
    if (body.length() > LARGEST_MARKUP) {
      return named;
    }
    Matcher found = IN_MARKUP.matcher(body);
    while (found.find()) {
      named.add(found.group(1) != null ? found.group(1) : found.group(2));
    }
    return named.stream().distinct().toList();
  }

  private Map<String, @Nullable Object> keys(FrontMatter.Parts parts) {
    try {
      Map<String, @Nullable Object> keys = FrontMatter.read(parts);
      Matcher comments = COMMENT.matcher(parts.front());
      String values = keys.toString(); // a line of a long text may begin like a remark
      comments
          .results()
          .map(remark -> remark.group().strip())
          .filter(remark -> !values.contains(remark))
          .forEach(remark -> notes.setAside(Messages.text("intake.comments", remark)));
      return keys;
    } catch (FrontMatterException e) {
      notes.kept(Messages.text("intake.front-matter-broken", String.valueOf(e.getMessage())));
      return unread(parts.front());
    }
  }

  private static Map<String, @Nullable Object> unread(String front) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put(UNREAD, front);
    return keys;
  }
}

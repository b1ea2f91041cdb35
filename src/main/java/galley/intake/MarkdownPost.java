package galley.intake;

import galley.asset.Messages;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import java.io.IOException;
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
      Pattern.compile("\\A\\s*#[ \\t]+([^\\r\\n`*_\\[\\]<>&\\\\]+?)[ \\t]*#*[ \\t]*(?:\\R|\\z)");

  private MarkdownPost() {}

  static Incoming read(Tree tree, PostFile file) throws RefusedException, IOException {
    Notes notes = new Notes();
    TextFile text = TextFile.read(file.path(), file.from(), notes);
    return read(text, tree, file, notes);
  }

  static Incoming read(TextFile text, Tree tree, PostFile file, Notes notes) {
    Front front = Front.of(text.text());
    Map<String, @Nullable Object> keys = keys(front, notes);
    FileName name = FileName.of(file.place());
    String body = front.body();
    String heading = "";
    Matcher first = HEADING.matcher(body);
    if (keys.isEmpty() && first.lookingAt()) {
      heading = first.group(1);
      body = body.substring(first.end());
      notes.changed(Messages.text("intake.heading-is-headline", heading));
    }
    DetailsReader.Read read = new DetailsReader(notes).read(keys, name, heading);
    Details details = read.details();
    List<ImageRef> images = new ArrayList<>();
    read.lead().ifPresent(images::add);
    return new Incoming(
        new Draft(details, body, images),
        List.of(),
        file.from(),
        notes.all(),
        Optional.empty(),
        text.exact() ? Optional.empty() : Optional.of(file.path()));
  }

  private static Map<String, @Nullable Object> keys(Front front, Notes notes) {
    try {
      return front.keys();
    } catch (RefusedException e) {
      notes.kept(Messages.text("intake.front-matter-broken", String.valueOf(e.getMessage())));
      Map<String, @Nullable Object> keys = new LinkedHashMap<>();
      keys.put(UNREAD, front.yaml());
      return keys;
    }
  }
}

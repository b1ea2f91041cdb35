package galley.export;

import galley.images.Pictures;
import galley.markdown.Markdown;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A post for programs people write in: TextBundle, version 2 of textbundle.org's specification. */
final class TextBundle {
  private static final String OURS = "galley";

  private final Post post;
  private final UsedPictures used;

  TextBundle(Post post, Pictures pictures, MediaFiles media) {
    this.post = post;
    used = new UsedPictures(post.draft(), Markdown.parse(post.body()), media, pictures);
  }

  /** The folder {@code <name>.textbundle}. */
  Bundle folder(String name) {
    List<BundleFile> files = new ArrayList<>();
    Map<String, String> addresses = new LinkedHashMap<>();
    PictureNames.paths(used.present(), false)
        .forEach((image, file) -> {
          files.add(BundleFile.of("assets/" + file, used.open(image).cleaned()));
          addresses.put(image.file(), "assets/" + file);
        });
    String text = text(addresses);
    files.add(BundleFile.of("text.md", text));
    files.add(BundleFile.of("info.json", info(text)));
    return new Bundle(name + ".textbundle", files, used.absent());
  }

  /** That folder zipped, as the one file {@code <name>.textpack}. */
  static Bundle pack(Bundle folder) {
    String name = folder.name().replaceFirst("\\.textbundle$", "");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      BundleZip.write(folder, zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // all of it is in the memory
    }
    BundleFile pack = BundleFile.of(name + ".textpack", zip.toByteArray());
    return new Bundle(name, List.of(pack), folder.leftOut());
  }

  /** Whether nobody has written into a text since it left. */
  static boolean isUntouched(byte[] info, byte[] text) {
    try {
      JsonNode ours = JsonMapper.shared().readTree(info).path(OURS).path("text");
      return ours.isString() && ours.stringValue().equals(Sha256.of(text));
    } catch (JacksonException e) {
      return false;
    }
  }

  private String text(Map<String, String> addresses) {
    Details details = post.details();
    StringBuilder text = new StringBuilder();
    if (!details.headline().isBlank()) {
      text.append("# ").append(details.headline().strip()).append("\n\n");
    }
    if (!details.standfirst().isBlank()) {
      text.append('*').append(details.standfirst().strip()).append("*\n\n");
    }
    details
        .leadImage()
        .map(file -> PictureNames.reference(post.draft(), file))
        .filter(image -> addresses.containsKey(image.file()))
        .filter(image -> !isInText(image))
        .ifPresent(image ->
            text.append("![")
                .append(image.alt().strip().replaceAll("[\\[\\]\\\\]", "\\\\$0"))
                .append("](")
                .append(addresses.get(image.file()))
                .append(")\n\n"));
    return text.append(new PictureAddresses(post.body()).changed(post.draft(), addresses))
        .toString();
  }

  private boolean isInText(ImageRef image) {
    return Markdown.parse(post.body()).pictures().stream()
        .map(use -> PictureNames.reference(post.draft(), use.destination()))
        .anyMatch(image::equals);
  }

  private static String info(String text) {
    ObjectNode info = JsonMapper.shared().createObjectNode();
    info.put("version", 2);
    info.put("type", "net.daringfireball.markdown");
    info.put("transient", false);
    info.put("creatorIdentifier", OURS);
    info.putObject(OURS).put("text", Sha256.of(text));
    return info.toPrettyString().replace("\r\n", "\n") + "\n";
  }
}

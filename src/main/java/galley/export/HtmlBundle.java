package galley.export;

import galley.images.Pictures;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the bundles that are pages. */
final class HtmlBundle {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Post post;
  private final ParsedBody body;
  private final Theme theme;
  private final UsedPictures used;

  HtmlBundle(Post post, Theme theme, Pictures pictures, MediaFiles media) {
    this.post = post;
    this.theme = theme;
    body = Markdown.parse(post.body());
    used = new UsedPictures(post.draft(), body, media, pictures);
  }

  /** The files of a theme that lie in every folder: its style sheet, its fonts, their licence. */
  static List<BundleFile> look(Theme theme) {
    List<BundleFile> files = new ArrayList<>();
    files.add(BundleFile.of(sheet(theme), theme.css()));
    for (String font : theme.fonts()) {
      files.add(BundleFile.of("assets/fonts/" + font, theme.font(font)));
    }
    if (!theme.fonts().isEmpty()) {
      files.add(BundleFile.of("assets/fonts/OFL.txt", theme.licence()));
    }
    return files;
  }

  private static String sheet(Theme theme) {
    return "assets/site." + Sha256.of(theme.css()).substring(0, 10) + ".css";
  }

  /**
   * The page with its style sheet, fonts and pictures beside it.
   *
   * @param look the theme's {@link #look}, made once for many posts
   */
  Bundle folder(String name, List<BundleFile> look) {
    List<BundleFile> files = new ArrayList<>();
    Map<String, PictureFiles> pictures = new HashMap<>();
    Map<String, String> stems = PictureNames.stems(used.present());
    for (ImageRef image : used.present()) {
      String stem = stems.getOrDefault(image.file(), "picture");
      // The lead picture is the first of those used, and where there is none the first in the text
      PictureCopies.Copies copies = PictureCopies.files(used.open(image), stem, pictures.isEmpty());
      pictures.put(image.file(), copies.links());
      files.addAll(copies.files());
    }
    files.addAll(look);
    PageLinks links = new Links(pictures, Optional.of(sheet(theme)), theme, address(post));
    files.add(BundleFile.of("index.html", Page.of(post, body, theme, links).html()));
    files.add(manifest(files));
    return new Bundle(name, files, used.absent());
  }

  /** The page as one file that needs no other. */
  Bundle single(String name) {
    Map<String, PictureFiles> pictures = new HashMap<>();
    for (ImageRef image : used.present()) {
      pictures.put(image.file(), PictureCopies.inline(used.open(image)));
    }
    PageLinks links = new Links(pictures, Optional.empty(), theme, address(post));
    String html = Page.of(post, body, theme, links).html();
    return new Bundle(name, List.of(BundleFile.of(name + ".html", html)), used.absent());
  }

  private static Optional<String> address(Post post) {
    return post.details().extra().get("canonicalURL") instanceof String address
        ? Sources.web(address)
        : Optional.empty();
  }

  private static BundleFile manifest(List<BundleFile> files) {
    return BundleFile.of("manifest.json", manifestOf(files));
  }

  /** JSON that names every file with its size and SHA-256. */
  static String manifestOf(List<BundleFile> files) {
    List<Map<String, Object>> entries =
        new Bundle("manifest", files, List.of())
            .files().stream()
                .map(file -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("path", file.path());
                  entry.put("bytes", file.bytes());
                  entry.put("sha256", file.sha256());
                  return entry;
                })
                .toList();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", 1);
    manifest.put("files", entries);
    return JSON.writeValueAsString(manifest).replace("\r\n", "\n") + "\n";
  }

  /** A bundle's own files, or everything in the page. */
  private record Links(
      Map<String, PictureFiles> pictures,
      Optional<String> styleSheet,
      Theme theme,
      Optional<String> address)
      implements PageLinks {
    @Override
    public Optional<PictureFiles> picture(ImageRef image) {
      return Optional.ofNullable(pictures.get(image.file()));
    }

    @Override
    public String font(String name) {
      return "data:font/woff2;base64," + Base64.getEncoder().encodeToString(theme.font(name));
    }

    @Override
    public String sources() {
      return styleSheet.isPresent() ? "'self'" : "data:";
    }
  }
}

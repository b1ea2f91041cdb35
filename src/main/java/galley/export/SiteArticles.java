package galley.export;

import galley.export.MadeArticle.MadePicture;
import galley.images.Pictures;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import galley.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the pages of a site's posts, with their pictures beside them. Any thread. */
final class SiteArticles {
  private final SiteFrame frame;
  private final Pictures pictures;
  private final MediaFiles media;
  private final BuildFolder folder;
  // A large picture takes hundreds of megabytes while it is scaled, on all cores
  private final Object onePictureAtATime = new Object();

  SiteArticles(SiteFrame frame, Pictures pictures, MediaFiles media, BuildFolder folder) {
    this.frame = frame;
    this.pictures = pictures;
    this.media = media;
    this.folder = folder;
  }

  /** Where a post's page lies. */
  String path(SiteCard card) {
    return frame.addresses().post(card);
  }

  /** What a post's page is made from. */
  String key(SiteCard card) {
    SiteAddresses addresses = frame.addresses();
    StringBuilder key = new StringBuilder(frame.key()).append('\u001f');
    key.append(addresses.token(card));
    addresses.section(card.section()).ifPresent(group -> key.append(group.path()));
    for (String tag : card.tags()) {
      addresses.tag(tag).ifPresent(group -> key.append('\u001f').append(group.path()));
    }
    for (String author : card.authors()) {
      addresses.author(author).ifPresent(group -> key.append('\u001f').append(group.path()));
    }
    return Sha256.of(key.toString());
  }

  /** Whether what was made is what would be made now. */
  boolean stands(MadeArticle made, String key) {
    return made.key().equals(key) && made.leftOut().isEmpty();
  }

  /** Whether all that was made is still in the folder. */
  boolean lies(MadeArticle made) {
    return folder.has(made.page()) && made.pictures().stream().allMatch(this::stands);
  }

  private boolean stands(MadePicture picture) {
    return picture.files().stream().allMatch(folder::has);
  }

  /**
   * Makes the page and puts it in the folder.
   *
   * @param before what was made for this path the last time
   */
  MadeArticle make(SiteCard card, Post post, Optional<MadeArticle> before) {
    String path = frame.addresses().post(card);
    ParsedBody body = Markdown.parse(post.body());
    UsedPictures used = new UsedPictures(post.draft(), body, media, pictures);
    Map<String, String> stems = PictureNames.stems(used.present());
    List<MadePicture> made = new ArrayList<>();
    for (ImageRef image : used.present()) {
      String stem = stems.getOrDefault(image.file(), "picture");
      made.add(picture(path, image, stem, used, before, made.isEmpty()));
    }
    Map<String, PictureFiles> links = new HashMap<>();
    made.forEach(each -> links.put(each.image(), each.links()));
    String root = SitePath.root(path);
    PageLinks pageLinks =
        new Links(
            links,
            Optional.of(root + frame.sheet()),
            address(card),
            Optional.of(frame.around(post, root)));
    Page page = Page.of(post, body, frame.theme(), pageLinks);
    String alt =
        used.present().stream()
            .findFirst()
            .map(image -> image.decorative() ? "" : image.alt())
            .orElse("");
    Made html = folder.put(path + "index.html", html(page, post.details(), path, root));
    return new MadeArticle(key(card), html, body.words(), made, alt, used.absent());
  }

  private byte[] html(Page page, Details details, String path, String root) {
    StringBuilder article = new StringBuilder();
    for (PageBlock block : page.blocks()) {
      article.append(block.html()).append('\n');
    }
    Map<String, Object> values = new HashMap<>();
    values.put("head", page.head());
    values.put("language", details.language());
    values.put("direction", SiteFrame.direction(details.language()));
    values.put("article", article.toString());
    String current =
        frame.addresses().section(details.section()).map(SiteAddresses.Group::path).orElse(path);
    return frame.page("article.peb", root, current, values).getBytes(StandardCharsets.UTF_8);
  }

  private Optional<String> address(SiteCard card) {
    return Optional.of(
        card.canonical().isEmpty()
            ? frame.absolute(frame.addresses().post(card))
            : card.canonical());
  }

  private MadePicture picture(
      String path,
      ImageRef image,
      String stem,
      UsedPictures used,
      Optional<MadeArticle> before,
      boolean shared) {
    String from = image.sha256().orElseThrow();
    Optional<MadePicture> kept =
        before.stream()
            .flatMap(it -> it.pictures().stream())
            .filter(it -> it.isFor(image.file(), from, stem, shared) && stands(it))
            .findFirst();
    if (kept.isPresent()) {
      return kept.get();
    }
    synchronized (onePictureAtATime) {
      PictureCopies.Copies copies = PictureCopies.files(used.open(image), stem, shared);
      List<Made> files = new ArrayList<>();
      for (BundleFile copy : copies.files()) {
        files.add(folder.put(path + copy.path(), copy.bytesOf()));
      }
      return new MadePicture(image.file(), from, stem, shared, copies.links(), files);
    }
  }

  /**
   * A post's article for feeds: its body with whole addresses.
   *
   * @param made its page
   */
  String forFeed(SiteCard card, Post post, MadeArticle made) {
    String address = frame.absolute(frame.addresses().post(card));
    Map<String, PictureFiles> links = new HashMap<>();
    made.pictures()
        .forEach(each ->
            links.put(each.image(), moved(each.links(), to -> address + SitePath.encoded(to))));
    PageLinks pageLinks =
        new Links(links, Optional.of(frame.sheet()), address(card), Optional.empty());
    List<PageBlock> blocks =
        Page.of(post, Markdown.parse(post.body()), frame.theme(), pageLinks).blocks();
    StringBuilder html = new StringBuilder();
    String lead = blocks.getFirst().html();
    int figure = lead.indexOf("<figure");
    html.append(figure < 0 ? "" : lead.substring(figure, lead.lastIndexOf("</header>")));
    for (PageBlock block : blocks.subList(1, blocks.size() - 1)) {
      html.append(block.html()).append('\n');
    }
    return html.toString().replace(" href=\"#", " href=\"" + Html.escaped(address) + "#");
  }

  /** The picture a list shows a post with, for a page whose way home is known. */
  String shown(SiteCard card, MadeArticle made, String root, String sizes) {
    return made.shown()
        .map(picture -> {
          String path = SitePath.link(root, frame.addresses().post(card));
          PictureFiles links = moved(picture.links(), to -> path + to);
          return Figures.picture(links, made.alt(), sizes, true);
        })
        .orElse("");
  }

  private static PictureFiles moved(PictureFiles files, Function<String, String> address) {
    return new PictureFiles(
        moved(files.webp(), address),
        moved(files.fallback(), address),
        files.width(),
        files.height(),
        files.share().map(address));
  }

  private static List<PictureFiles.Copy> moved(
      List<PictureFiles.Copy> copies, Function<String, String> address) {
    return copies.stream()
        .map(copy -> new PictureFiles.Copy(address.apply(copy.address()), copy.width()))
        .toList();
  }

  private record Links(
      Map<String, PictureFiles> pictures,
      Optional<String> styleSheet,
      Optional<String> address,
      Optional<PageSite> site)
      implements PageLinks {
    @Override
    public Optional<PictureFiles> picture(ImageRef image) {
      return Optional.ofNullable(pictures.get(image.file()));
    }

    @Override
    public String font(String name) {
      throw new IllegalStateException("A site's fonts are named by its style sheet");
    }

    @Override
    public String sources() {
      return "'self'";
    }
  }
}

package galley.intake;

import galley.asset.Messages;
import galley.markdown.HtmlToMarkdown;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PublicationDate;
import galley.text.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a saved web page: finds its article, takes headline, byline and date from what the page
 * says of itself, and turns the rest into Markdown. What it leaves out it names in the notes; the
 * page is kept as it was.
 */
final class WebPage {
  private static final Pattern FIRST_PICTURE =
      Pattern.compile("\\A!\\[[^\\]\\n]*]\\((media/[^)\\s]+)(?: \"[^\"\\n]*\")?\\)\\n(?:\\n|\\z)");
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!--\\s*saved from url=\\(\\d+\\)(\\S+)\\s*-->");
  private static final int LONGEST_NOTE = 700;

  private final PostFile file;
  private final Path scratch;
  private final Notes notes;

  WebPage(PostFile file, Path scratch, Notes notes) {
    this.file = file;
    this.scratch = scratch;
    this.notes = notes;
  }

  Incoming read(TextFile text) {
    Document page = Jsoup.parse(text.text());
    PageFacts facts = PageFacts.of(page);
    String address = address(text.text(), facts);
    PageSweep sweep = new PageSweep();
    Element body = page.body();
    sweep.page(body);
    Element article = Leaves.article(body);
    List<String> outside = outside(body, article, facts);
    MetaLine meta = sweep.head(article, facts, PageSweep.above(body, article));
    sweep.tail(article);
    raiseHeadings(article);
    links(article, address);
    PagePictures pictures =
        new PagePictures(new PictureFinder(file, scratch, notes), scratch, notes);
    pictures.read(article);
    HtmlToMarkdown.Converted converted = HtmlToMarkdown.convert(article);
    Map<String, ImageRef> images = images(converted);
    Matcher first = FIRST_PICTURE.matcher(converted.markdown());
    boolean lead = first.lookingAt() && images.containsKey(first.group(1));
    String markdown = lead ? converted.markdown().substring(first.end()) : converted.markdown();
    Details details =
        details(facts, meta, markdown)
            .withLeadImage(lead ? Optional.of(first.group(1)) : Optional.empty());
    List<String> gone = new ArrayList<>(sweep.gone());
    gone.addAll(outside);
    tell(details, meta, address, gone);
    converted.embeds().forEach(embed -> notes.changed(Messages.text("intake.embed", embed)));
    return new Incoming(
        new Draft(details, markdown, List.copyOf(images.values())),
        pictures.found(),
        file.from(),
        notes.all(),
        Optional.empty(),
        Optional.of(file.path()));
  }

  private Details details(PageFacts facts, MetaLine meta, String markdown) {
    String headline =
        facts.headline().isEmpty() ? FileName.of(file.place()).headline() : facts.headline();
    // many sites describe a post by its first words, which would then stand there twice
    String start = PageFacts.plain(facts.standfirst().replaceFirst("(?:…|\\.\\.\\.|\\[…])$", ""));
    boolean own = !start.isEmpty() && !PageFacts.plain(markdown).contains(start);
    Optional<PublicationDate> date = meta.date().or(meta::updated);
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    meta.updated()
        .filter(updated -> !date.map(PublicationDate::day).equals(Optional.of(updated.day())))
        .ifPresent(updated -> extra.put("updated", updated.toString()));
    Locale language = Locale.forLanguageTag(facts.language());
    return Details.draft(headline, Slug.of(headline))
        .withStandfirst(own ? facts.standfirst() : "")
        .withBylines(meta.names().stream().map(Byline::new).toList())
        .withDate(date)
        .withSection(facts.section())
        .withTags(facts.tags())
        .withLanguage(language.getLanguage().isEmpty() ? "en" : language.toLanguageTag())
        .withExtra(extra);
  }

  private static Map<String, ImageRef> images(HtmlToMarkdown.Converted converted) {
    Map<String, ImageRef> images = new LinkedHashMap<>();
    for (HtmlToMarkdown.ConvertedPicture picture : converted.pictures()) {
      if (PictureFinder.hasNoFile(picture.destination())) {
        continue;
      }
      Caption caption = caption(picture);
      images.putIfAbsent(
          picture.destination(),
          ImageRef.place(picture.destination())
              .withWords(picture.alt(), caption.text(), caption.credit(), "", false));
    }
    return images;
  }

  private static Caption caption(HtmlToMarkdown.ConvertedPicture picture) {
    if (picture.credit().isEmpty()) {
      return Caption.of(picture.caption());
    }
    Caption credit = Caption.of(picture.credit()); // "Photograph: Jane Doe" is credited to Jane Doe
    return new Caption(
        picture.caption(),
        credit.text().isEmpty() && !credit.credit().isEmpty() ? credit.credit() : picture.credit());
  }

  private void tell(Details details, MetaLine meta, String address, List<String> gone) {
    if (!address.isEmpty()) {
      notes.kept(Messages.text("intake.address", address));
    }
    notes.kept(Messages.text("intake.headline", details.headline()));
    if (!details.standfirst().isEmpty()) {
      notes.kept(Messages.text("intake.standfirst", details.standfirst()));
    }
    if (details.bylines().isEmpty()) {
      notes.changed(Messages.text("intake.no-byline"));
    } else {
      notes.kept(Messages.text("intake.byline", String.join(", ", meta.names())));
    }
    details.date().ifPresent(date -> notes.kept(Messages.text("intake.date", date)));
    meta.minutes().ifPresent(minutes -> notes.setAside(Messages.text("intake.minutes", minutes)));
    String all = String.join(" · ", gone.stream().distinct().toList());
    if (!all.isEmpty()) {
      notes.setAside(
          Messages.text(
              "intake.residue",
              all.length() > LONGEST_NOTE ? all.substring(0, LONGEST_NOTE) + "…" : all));
    }
    notes.kept(Messages.text("intake.page-kept"));
  }

  /** The words around the article that are not in its details. */
  private static List<String> outside(Element body, Element article, PageFacts facts) {
    return Leaves.of(body).stream()
        .filter(leaf -> !leaf.equals(article) && !leaf.parents().contains(article))
        .map(leaf -> leaf.text().strip())
        .filter(text -> !text.isEmpty() && MetaLine.of(text).isEmpty())
        .filter(text -> !PageFacts.plain(text).equals(PageFacts.plain(facts.headline())))
        .toList();
  }

  /** The highest heading below a headline is a section's, which is the second level. */
  private static void raiseHeadings(Element article) {
    List<Element> headings = article.select("h1, h2, h3, h4, h5, h6");
    int highest = headings.stream().mapToInt(WebPage::level).min().orElse(2);
    if (highest != 2) {
      headings.forEach(heading -> heading.tagName("h" + Math.min(6, level(heading) + 2 - highest)));
    }
  }

  private static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }

  /** Links that count on the site they stood on get its address. */
  private static void links(Element article, String address) {
    if (!address.matches("(?i)https?://.+")) {
      return;
    }
    for (Element link : article.select("a[href]")) {
      link.setBaseUri(address);
      String whole = link.absUrl("href");
      if (!whole.isEmpty() && !link.attr("href").startsWith("#")) {
        link.attr("href", whole);
      }
    }
  }

  private static String address(String html, PageFacts facts) {
    Matcher saved = SAVED_FROM.matcher(html.substring(0, Math.min(html.length(), 2000)));
    return !facts.address().isEmpty() ? facts.address() : saved.find() ? saved.group(1) : "";
  }
}

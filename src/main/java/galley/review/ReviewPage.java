package galley.review;

import galley.asset.Messages;
import galley.markdown.Markdown;
import galley.markdown.ParsedBody;
import galley.markdown.PictureHtml;
import galley.markdown.RenderedBlock;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PlacedAnnotation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A post with its annotations as one page that any browser shows: the text at the left, and beside
 * each block the cards about it. No script, nothing from elsewhere, and what people wrote is text.
 */
public final class ReviewPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String STYLE =
      """
      body{margin:0;font:17px/1.6 Georgia,serif;color:#1c1c1c;background:#faf9f7}
      main{max-width:1100px;margin:0 auto;padding:32px 24px}
      .row{display:grid;grid-template-columns:minmax(0,1fr) 320px;gap:32px;align-items:start}
      .row>div{min-width:0;overflow-wrap:break-word}
      img{max-width:100%;height:auto}
      pre{overflow:auto}
      .card{font:14px/1.45 system-ui,sans-serif;background:#fff;border:1px solid #ddd;
      border-left:4px solid;border-radius:6px;padding:10px 12px;margin:0 0 12px}
      .card p{margin:4px 0;white-space:pre-wrap;overflow-wrap:break-word}
      .head{color:#555}.quote{color:#555;font-style:italic}
      .reply{border-top:1px solid #eee;margin-top:8px;padding-top:6px}
      del{color:#9b1c1c}ins{color:#14532d}
      .closed{opacity:.7}
      @media(max-width:800px){.row{grid-template-columns:1fr}}
      @media(prefers-color-scheme:dark){body{background:#191918;color:#e8e6e3}
      .card{background:#242423;border-color:#444}.head,.quote{color:#aaa}
      del{color:#f3a0a0}ins{color:#9fdcb4}}
      """;

  private final Draft draft;
  private final Map<String, String> media;
  private final ParsedBody body;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param media where a picture lies beside the page, by its fingerprint
   */
  private ReviewPage(Draft draft, Map<String, String> media) {
    this.draft = draft;
    this.media = media;
    body = Markdown.parse(draft.body());
  }

  /**
   * The page.
   *
   * @param media an address for each picture by its fingerprint: a file beside, or a data: URI
   */
  public static String of(
      Draft draft, Map<String, String> media, List<PlacedAnnotation> annotations) {
    return of(draft, media, annotations, "");
  }

  /**
   * The page with a few words before it.
   *
   * @param foreword what its sender says; may be empty
   */
  static String of(
      Draft draft, Map<String, String> media, List<PlacedAnnotation> annotations, String foreword) {
    return new ReviewPage(draft, media).html(annotations, foreword);
  }

  private String html(List<PlacedAnnotation> annotations, String foreword) {
    String language = escaped(draft.details().language());
    out.append("<!doctype html>\n<html lang=\"")
        .append(language)
        .append("\">\n<head>\n")
        .append("<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("img-src 'self' file: data:; style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(draft.details().headline()))
        .append("</title>\n")
        .append("<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    if (!foreword.isEmpty()) {
      out.append("<div class=\"card\"><p>").append(escaped(foreword)).append("</p></div>\n");
    }
    List<List<PlacedAnnotation>> beside = beside(annotations);
    row(header(), beside.getFirst());
    List<RenderedBlock> blocks = blocks();
    for (int i = 0; i < blocks.size(); i++) {
      row(blocks.get(i).html(), beside.get(i + 1));
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private List<RenderedBlock> blocks() {
    PictureHtml plain = PictureHtml.plain();
    return body.render((use, figure) -> {
      Optional<String> file =
          draft.image(use.destination()).flatMap(ImageRef::sha256).map(media::get);
      if (file.isEmpty()) {
        String words = "[" + escaped(use.alt().isEmpty() ? use.destination() : use.alt()) + "]";
        return figure ? "<p>" + words + "</p>" : "<span>" + words + "</span>";
      }
      return plain.render(
          new galley.markdown.PictureUse(
              file.get(), use.alt(), use.title(), use.span(), use.alone()),
          figure);
    });
  }

  /** The annotations of the head, then those of each block, by the line they begin in. */
  private List<List<PlacedAnnotation>> beside(List<PlacedAnnotation> annotations) {
    List<RenderedBlock> blocks = blocks();
    List<List<PlacedAnnotation>> beside = new ArrayList<>();
    for (int i = 0; i <= blocks.size(); i++) {
      beside.add(new ArrayList<>());
    }
    for (PlacedAnnotation one : annotations) {
      Anchor anchor = one.annotation().anchor();
      int at = 0;
      if ((anchor.inBody() || anchor.scope() == Anchor.Scope.IMAGE) && !blocks.isEmpty()) {
        int offset = Math.min(one.placement().span().start(), draft.body().length());
        int line = body.lines().lineOf(offset);
        for (int i = 0; i < blocks.size(); i++) {
          if (blocks.get(i).firstLine() >= 0 && blocks.get(i).firstLine() <= line) {
            at = i + 1;
          }
        }
      }
      beside.get(at).add(one);
    }
    return beside;
  }

  private String header() {
    return "<h1>"
        + escaped(draft.details().headline())
        + "</h1>"
        + (draft.details().standfirst().isEmpty()
            ? ""
            : "<p><strong>" + escaped(draft.details().standfirst()) + "</strong></p>");
  }

  private void row(String html, List<PlacedAnnotation> cards) {
    out.append("<div class=\"row\"><div>").append(html).append("</div><aside>");
    cards.forEach(this::card);
    out.append("</aside></div>\n");
  }

  private void card(PlacedAnnotation placed) {
    Annotation one = placed.annotation();
    out.append("<div class=\"card")
        .append(one.status().isOpen() ? "" : " closed")
        .append("\" style=\"border-left-color:")
        .append(one.author().colour())
        .append("\">");
    head(one, placed);
    String exact = one.anchor().exact();
    if (one.kind() == Annotation.Kind.SUGGESTION) {
      out.append("<p><del>")
          .append(escaped(exact))
          .append("</del> <ins>")
          .append(escaped(one.replacement().orElse("")))
          .append("</ins></p>");
    } else if (!exact.isEmpty()) {
      out.append("<p class=\"quote\">\u201c").append(escaped(exact)).append("\u201d</p>");
    } else if (!one.anchor().target().isEmpty()) {
      out.append("<p class=\"quote\">").append(escaped(one.anchor().target())).append("</p>");
    }
    words(one);
    for (Annotation reply : placed.replies()) {
      out.append("<div class=\"reply\">");
      head(reply, placed);
      words(reply);
      out.append("</div>");
    }
    out.append("</div>");
  }

  private void head(Annotation one, PlacedAnnotation placed) {
    out.append("<div class=\"head\"><strong>")
        .append(escaped(one.author().name()))
        .append("</strong> \u00b7 ")
        .append(TIME.format(one.at()));
    if (one.kind() != Annotation.Kind.REPLY) {
      out.append(" \u00b7 ")
          .append(kind(one.kind()))
          .append(" \u00b7 ")
          .append(status(one.status()));
      if (placed.placement().state() == galley.post.Placement.State.ORPHAN) {
        out.append(" \u00b7 ").append(Messages.text("packet.orphan"));
      }
    }
    if (!one.verified()) {
      out.append(" \u00b7 ").append(Messages.text("packet.unverified"));
    }
    out.append("</div>");
  }

  private void words(Annotation one) {
    if (!one.body().isEmpty()) {
      out.append("<p>").append(escaped(one.body())).append("</p>");
    }
    one.source()
        .ifPresent(source ->
            out.append("<p>")
                .append(escaped(source.title()))
                .append(" ")
                .append(escaped(source.address()))
                .append("</p>"));
  }

  private static String kind(Annotation.Kind kind) {
    return switch (kind) {
      case COMMENT -> Messages.text("packet.comment");
      case QUERY -> Messages.text("packet.query");
      case SUGGESTION -> Messages.text("packet.suggestion");
      case SOURCE -> Messages.text("packet.source");
      case REPLY -> Messages.text("packet.reply");
      case CHECK -> Messages.text("packet.check");
    };
  }

  private static String status(Annotation.Status status) {
    return switch (status) {
      case OPEN -> Messages.text("packet.open");
      case RESOLVED -> Messages.text("packet.resolved");
      case ACCEPTED -> Messages.text("packet.accepted");
      case REJECTED -> Messages.text("packet.rejected");
      case WITHDRAWN -> Messages.text("packet.withdrawn");
      case STALE -> Messages.text("packet.stale");
      case ANSWERED -> Messages.text("packet.answered");
      case VERIFIED -> Messages.text("packet.verified");
      case UNVERIFIABLE -> Messages.text("packet.unverifiable");
      case CUT -> Messages.text("packet.cut");
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

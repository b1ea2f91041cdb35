package galley.export;

import galley.post.Byline;
import galley.post.Details;
import galley.post.PublicationDate;
import galley.post.Source;
import galley.text.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what stands above and below the body of an article. */
final class ArticleParts {
  private final Details details;
  private final Vocabulary.Language words;
  private final Optional<PageSite> site;

  /** Leads to a section, to topics and authors where the page stands on a site. */
  ArticleParts(Details details, Theme theme, Optional<PageSite> site) {
    this.details = details;
    this.site = site;
    words = theme.words(details.language());
  }

  /** Section, headline, standfirst, byline row, and the lead picture's figure. */
  String header(int wordsInBody, String leadFigure) {
    StringBuilder html = new StringBuilder("<header class=\"head\">\n");
    if (!details.section().isBlank()) {
      String section = linked(details.section(), site.flatMap(PageSite::section), "");
      html.append("<p class=\"kicker\">").append(section).append("</p>\n");
    }
    html.append("<h1>").append(escaped(details.headline())).append("</h1>\n");
    if (!details.standfirst().isBlank()) {
      html.append("<p class=\"standfirst\">").append(escaped(details.standfirst()));
      html.append("</p>\n");
    }
    String who = byline() + date();
    // Without either it is no article but a page such as “About”, and nobody plans time for one
    String row = who.isEmpty() ? "" : who + readingTime(wordsInBody);
    if (!row.isEmpty()) {
      html.append("<p class=\"byline\">").append(row.strip()).append("</p>\n");
    }
    return html.append(leadFigure).append("</header>").toString();
  }

  private String byline() {
    List<String> names = details.bylines().stream().map(Byline::name).map(this::author).toList();
    if (names.isEmpty()) {
      return "";
    }
    String all = names.getLast();
    if (names.size() > 1) {
      String others = String.join(", ", names.subList(0, names.size() - 1));
      all = words.say("and", others, all);
    }
    return "<span>" + words.say("by", all) + "</span> ";
  }

  private String author(String name) {
    Optional<String> page = site.map(it -> it.authors().get(name));
    String shown = linked(name, page, " rel=\"author\"");
    return "<span class=\"author\">" + shown + "</span>";
  }

  private static String linked(String text, Optional<String> address, String attributes) {
    return address
        .map(to -> "<a href=\"" + escaped(to) + "\"" + attributes + ">" + escaped(text) + "</a>")
        .orElse(escaped(text));
  }

  private String date() {
    return details
        .date()
        .map(date -> "<time datetime=\"" + date + "\">" + escaped(shown(date)) + "</time> ")
        .orElse("");
  }

  private String shown(PublicationDate date) {
    return shown(date.day(), words.locale());
  }

  /** A day as it is written in a language, its month in full. */
  static String shown(LocalDate day, Locale locale) {
    // Plain English without a country is read everywhere: day, month, year can't be misread
    boolean plainEnglish = locale.getLanguage().equals("en") && locale.getCountry().isEmpty();
    return plainEnglish
        ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(day)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private String readingTime(int wordsInBody) {
    int minutes = Words.readingMinutes(wordsInBody);
    return minutes == 0 ? "" : "<span>" + words.say("minutes", minutes) + "</span>";
  }

  /** Corrections, sources and tags; empty where there are none. */
  String footer() {
    StringBuilder html = new StringBuilder();
    Corrections.of(details).forEach(each -> html.append(correction(each)).append('\n'));
    List<Source> sources = Sources.shown(details.sources());
    if (!sources.isEmpty()) {
      String title = escaped(words.say("sources"));
      html.append("<section class=\"sources\" aria-labelledby=\"page-sources\">\n");
      html.append("<h2 id=\"page-sources\">").append(title).append("</h2>\n<ol>\n");
      sources.forEach(source -> html.append("<li>").append(source(source)).append("</li>\n"));
      html.append("</ol>\n</section>\n");
    }
    if (!details.tags().isEmpty()) {
      String label = escaped(words.say("topics"));
      html.append("<ul class=\"tags\" aria-label=\"").append(label).append("\">\n");
      for (String tag : details.tags()) {
        Optional<String> page = site.map(it -> it.tags().get(tag));
        html.append("<li>").append(linked(tag, page, "")).append("</li>\n");
      }
      html.append("</ul>\n");
    }
    return html.isEmpty() ? "" : "<footer class=\"foot\">\n" + html + "</footer>";
  }

  private String correction(Corrections.Correction correction) {
    String label =
        correction
            .day()
            .map(day -> words.say("corrected-on", shown(day, words.locale())))
            .orElseGet(() -> words.say("corrected"));
    return "<p class=\"correction\"><b>"
        + escaped(label)
        + "</b> "
        + escaped(correction.text())
        + "</p>";
  }

  private String source(Source source) {
    Optional<String> link = Sources.link(source);
    String title = source.title().isBlank() ? link.orElse("") : source.title().strip();
    String shown =
        link.map(to -> "<a href=\"" + escaped(to) + "\">" + escaped(title) + "</a>")
            .orElse(escaped(title));
    String rest =
        Stream.of(
                Sources.place(source).filter(_ -> link.isEmpty()),
                source.date().map(day -> shown(day, words.locale())))
            .flatMap(Optional::stream)
            .map(text -> ", " + escaped(text))
            .collect(Collectors.joining());
    return shown + rest;
  }

  private static String escaped(String text) {
    return Html.escaped(text.strip());
  }
}

package galley.intake;

import galley.asset.Messages;
import galley.intake.TextBlocks.Block;
import galley.post.Byline;
import galley.post.Details;
import galley.post.Draft;
import galley.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a web page, as copying it out of a browser gives it. By what lines look like it
 * tells the article from what the page has around it; every line goes into the post or into the
 * notes. A text that is no page comes in as it is.
 */
final class PageText {
  private final PostFile file;
  private final Notes notes;

  PageText(PostFile file, Notes notes) {
    this.file = file;
    this.notes = notes;
  }

  Incoming read(TextFile text) {
    List<Block> blocks = TextBlocks.of(text.text());
    PageHead head = PageHead.of(blocks);
    return head.telling() ? page(head) : plain(text, blocks);
  }

  private Incoming page(PageHead head) {
    String headline =
        head.headline().isEmpty() ? FileName.of(file.place()).headline() : head.headline();
    tell(headline, head);
    PageBody body = new PageBody(notes);
    body.read(head.rest());
    if (body.headings() > 0) {
      notes.kept(Messages.text("intake.headings", body.headings()));
    }
    List<String> setAside = new ArrayList<>(head.setAside());
    setAside.addAll(body.setAside());
    if (!setAside.isEmpty()) {
      notes.setAside(
          Messages.text(
              "intake.residue", String.join(" · ", setAside.stream().distinct().toList())));
    }
    Map<String, @Nullable Object> extra = new LinkedHashMap<>();
    head.meta().updated().ifPresent(date -> extra.put("updated", date.toString()));
    Details details =
        Details.draft(headline, Slug.of(headline))
            .withStandfirst(head.standfirst())
            .withSection(head.section())
            .withBylines(head.meta().names().stream().map(Byline::new).toList())
            .withDate(head.meta().date().or(head.meta()::updated))
            .withExtra(extra);
    return incoming(new Draft(details, body.markdown(), body.images()), false);
  }

  private void tell(String headline, PageHead head) {
    notes.kept(Messages.text("intake.headline", headline));
    if (!head.standfirst().isEmpty()) {
      notes.kept(Messages.text("intake.standfirst", head.standfirst()));
    }
    if (head.meta().names().isEmpty()) {
      notes.changed(Messages.text("intake.no-byline"));
    } else {
      notes.kept(Messages.text("intake.byline", String.join(", ", head.meta().names())));
    }
    head.meta().date().ifPresent(date -> notes.kept(Messages.text("intake.date", date)));
    head.meta().updated().ifPresent(date -> notes.kept(Messages.text("intake.updated", date)));
    head.meta()
        .minutes()
        .ifPresent(minutes -> notes.setAside(Messages.text("intake.minutes", minutes)));
  }

  /** A text without the looks of a page: its first line is the headline if it looks like one. */
  private Incoming plain(TextFile text, List<Block> blocks) {
    String all = text.text();
    String headline = FileName.of(file.place()).headline();
    String body = all;
    if (blocks.size() > 1 && isTitle(blocks.getFirst())) {
      headline = blocks.getFirst().text();
      int end = all.indexOf(headline) + headline.length();
      body = all.substring(end).replaceFirst("^\\h*(?:\\R\\h*)+(?=\\S)", "");
      notes.changed(Messages.text("intake.first-line-is-headline", headline));
    }
    Details details = Details.draft(headline, Slug.of(headline));
    return incoming(new Draft(details, body, List.of()), text.exact());
  }

  private static boolean isTitle(Block first) {
    return first.isOneLine()
        && first.text().length() <= 150
        && !first.text().matches(".*[.,;:]$|[\\p{Ll}#>*+-].*");
  }

  private Incoming incoming(Draft draft, boolean exact) {
    return new Incoming(
        draft,
        List.of(),
        file.from(),
        notes.all(),
        Optional.empty(),
        exact ? Optional.empty() : Optional.of(file.path()));
  }
}

package galley.review;

import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import galley.markdown.Mark;
import galley.markdown.Passage;
import galley.markdown.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes runs of the words of passages, cut where comments and changes begin and end. */
final class WordRuns {
  private final Slots slots;
  private final Map<String, Integer> notes;
  private int slot;
  private Change split = Change.NONE;
  private String link = "";
  private int looks;

  private List<Run> runs = new ArrayList<>();
  private Para shape = new Para(Style.TEXT, 0, ListKind.NONE, 0, Change.NONE, List.of());

  WordRuns(Slots slots, Map<String, Integer> notes) {
    this.slots = slots;
    this.notes = notes;
  }

  /**
   * Adds the paragraphs of one passage, or of one cell of it: one, and one more for each that is
   * put in.
   *
   * @param passage its number, or -1 for a footnote's, which have no slots
   * @param verbatim whether what is put in is no Markdown here
   */
  void of(List<Stretch> words, int passage, boolean verbatim, Para as, List<Para> out) {
    shape = as;
    runs = new ArrayList<>(as.runs());
    for (Stretch stretch : words) {
      if (passage < 0) {
        runs.add(run(stretch, 0, stretch.text().length(), Change.NONE));
      } else {
        stretch(stretch, verbatim, out);
      }
    }
    Optional<Change> end =
        passage < 0 || isTable(passage) ? Optional.empty() : slots.endCut(passage);
    out.add(
        new Para(
            shape.style(),
            shape.level(),
            shape.list(),
            shape.listId(),
            end.orElse(Change.NONE),
            runs,
            before(as)));
  }

  /** What the last paragraph was, where what was put in made another of it. */
  private Optional<Para> before(Para as) {
    Change by = split;
    split = Change.NONE;
    boolean same = shape.style() == as.style() && shape.level() == as.level();
    return same || by.what() == What.NONE
        ? Optional.empty()
        : Optional.of(new Para(as.style(), as.level(), as.list(), as.listId(), by, List.of()));
  }

  private boolean isTable(int passage) {
    return slots.isTable(passage);
  }

  private void stretch(Stretch stretch, boolean verbatim, List<Para> out) {
    int units = Math.max(1, stretch.text().length());
    int from = 0;
    for (int unit = 0; unit < units; unit++, slot++) {
      Optional<Slots.Inserted> before = slots.insertedBefore(slot);
      boolean mark = !slots.before(slot).isEmpty();
      boolean turns = unit > 0 && !slots.cut(slot).equals(slots.cut(slot - 1));
      if (before.isPresent() || mark || turns) {
        flush(stretch, from, unit);
        from = unit;
        before.ifPresent(what -> insert(what, stretch, verbatim, out));
        runs.addAll(slots.before(slot));
      }
      Optional<Slots.Inserted> after = slots.insertedAfter(slot);
      if (after.isPresent() || !slots.after(slot).isEmpty()) {
        if (stretch.kind() == Stretch.Kind.WORDS || unit + 1 == units) {
          flushAt(stretch, from, unit + 1, slot);
          from = unit + 1;
        }
        after.ifPresent(what -> insert(what, stretch, verbatim, out));
        runs.addAll(slots.after(slot));
      }
    }
    if (from < units && !(stretch.text().isEmpty() && from > 0)) {
      flushAt(stretch, from, units, slot - 1);
    }
  }

  private void flush(Stretch stretch, int from, int to) {
    if (to > from) {
      flushAt(stretch, from, to, slot - 1);
    }
  }

  private void flushAt(Stretch stretch, int from, int to, int last) {
    Change change = slots.cut(last).orElse(Change.NONE);
    boolean whole = stretch.kind() != Stretch.Kind.WORDS;
    if (whole && to < stretch.text().length() && !stretch.text().isEmpty()) {
      return; // a picture isn't cut in two
    }
    if (whole || !stretch.text().isEmpty()) {
      runs.add(run(stretch, whole ? 0 : from, whole ? stretch.text().length() : to, change));
    }
  }

  private Run run(Stretch stretch, int from, int to, Change change) {
    String text = stretch.text().substring(from, to);
    return switch (stretch.kind()) {
      case WORDS -> Run.words(text, looks(stretch.looks()), stretch.link().orElse(""), change);
      case BREAK -> new Run(Run.Kind.BREAK, "\n", 0, "", "", 0, change);
      case PICTURE ->
          new Run(Run.Kind.PICTURE, stretch.picture().orElse(""), 0, "", stretch.text(), 0, change);
      case NOTE ->
          notes.containsKey(stretch.text())
              ? new Run(Run.Kind.NOTE, "", 0, "", "", notes.get(stretch.text()), change)
              : Run.words("[^" + stretch.text() + "]", 0, "", change);
    };
  }

  private static int looks(int marks) {
    return ((marks & Mark.STRONG) != 0 ? Run.BOLD : 0)
        | ((marks & Mark.EMPHASIS) != 0 ? Run.ITALIC : 0)
        | ((marks & Mark.STRUCK) != 0 ? Run.STRUCK : 0)
        | ((marks & Mark.CODE) != 0 ? Run.CODE : 0);
  }

  /** Puts words in; each paragraph they bring ends the one they stand in. */
  private void insert(Slots.Inserted what, Stretch among, boolean verbatim, List<Para> out) {
    String words = what.words();
    Change change = what.change();
    link = what.within(among) ? among.link().orElse("") : "";
    looks = what.within(among) ? looks(among.looks()) : 0;
    if (verbatim || what.passages().isEmpty() && !words.contains("\n\n")) {
      runs.add(Run.words(verbatim ? words : words.replace('\n', ' '), looks, link, change));
      return;
    }
    String stripped = words.strip();
    int start = stripped.isEmpty() ? words.length() : words.indexOf(stripped);
    String lead = words.substring(0, start);
    String tail = stripped.isEmpty() ? "" : words.substring(start + stripped.length());
    boolean first = !isBreak(lead);
    if (first) {
      blank(lead, change);
    }
    for (Passage passage : what.passages()) {
      if (!first) {
        end(change, out);
        shape = like(passage);
      }
      first = false;
      for (Stretch stretch : passage.words()) {
        runs.add(among(run(stretch, 0, stretch.text().length(), change)));
      }
    }
    if (what.passages().isEmpty() || isBreak(tail)) {
      Para before = shape;
      end(change, out);
      shape = before;
    } else {
      blank(tail, change);
    }
  }

  private static boolean isBreak(String blanks) {
    return blanks.indexOf('\n') >= 0;
  }

  private void blank(String words, Change change) {
    if (!words.isEmpty()) {
      runs.add(Run.words(words, looks, link, change));
    }
  }

  /** A run as it looks among the words it was put in. */
  private Run among(Run run) {
    boolean own = run.kind() != Run.Kind.WORDS || !run.link().isEmpty();
    return own ? run : Run.words(run.text(), run.looks() | looks, link, run.change());
  }

  /** Ends the paragraph with an end that is put in too. */
  private void end(Change change, List<Para> out) {
    Change mark = new Change(What.INSERTED, change.author(), change.at());
    out.add(new Para(shape.style(), shape.level(), shape.list(), shape.listId(), mark, runs));
    runs = new ArrayList<>();
  }

  private Para like(Passage passage) {
    Style style =
        switch (passage.kind()) {
          case HEADING -> Style.HEADING;
          case CODE, HTML -> Style.CODE;
          case RULE -> Style.RULE;
          case TEXT, TABLE -> passage.quotes() > 0 ? Style.QUOTE : Style.TEXT;
        };
    boolean list = passage.item().isPresent() && style == Style.TEXT;
    if (list && shape.list() != ListKind.NONE) {
      return shape;
    }
    return new Para(
        style,
        style == Style.HEADING ? passage.level() : 0,
        list ? ListKind.BULLETS : ListKind.NONE,
        list ? 1 : 0,
        Change.NONE,
        List.of());
  }
}

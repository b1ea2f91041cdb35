package galley.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.IndexRange;

/**
 * What a writer does to words and lines: emphasis, links, headings, quotes, lists, code, footnotes.
 * Each is one step to undo, and doing it again takes it back. On the JavaFX thread.
 */
final class Writing {
  private static final Pattern MARKS =
      Pattern.compile(
          "^( {0,3}(?:#{1,6}[ \\t]+|>[ \\t]?)|[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+"
              + "(?:\\[[ xX]\\][ \\t]+)?)");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:|www\\.)\\S+");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^(\\d+)\\]");

  private final Surface area;

  Writing(Surface area) {
    this.area = area;
  }

  void apply(Edit edit) {
    area.getUndoManager().preventMerge();
    area.replaceText(edit.start(), edit.end(), edit.text());
    area.selectRange(edit.anchor(), edit.caret());
    area.getUndoManager().preventMerge();
    area.requestFollowCaret();
  }

  /** Makes edits at once, which are in their order and do not overlap; the caret stays. */
  void replace(List<Edit> edits) {
    if (edits.isEmpty()) {
      return;
    }
    area.getUndoManager().preventMerge();
    var changes = area.createMultiChange(edits.size());
    for (Edit edit : edits) {
      changes.replaceText(edit.start(), edit.end(), edit.text());
    }
    changes.commit();
    area.getUndoManager().preventMerge();
  }

  /** Puts a mark on both sides of the selection or the word at the caret, or takes it away. */
  void wrap(String mark) {
    IndexRange selected = selectionOrWord();
    int start = selected.getStart();
    int end = selected.getEnd();
    int length = mark.length();
    String inside = area.getText(start, end);
    if (inside.length() >= 2 * length
        && bare(inside, mark)
        && inside.startsWith(mark)
        && inside.endsWith(mark)) {
      String less = inside.substring(length, inside.length() - length);
      apply(new Edit(start, end, less, start, start + less.length()));
    } else if (surrounds(start, end, mark)) {
      apply(new Edit(start - length, end + length, inside, start - length, end - length));
    } else {
      apply(new Edit(start, end, mark + inside + mark, start + length, end + length));
    }
  }

  /** Whether a mark such as {@code *} is not just part of a longer one such as {@code **}. */
  private static boolean bare(String inside, String mark) {
    return mark.length() > 1
        || !inside.startsWith(mark + mark)
        || inside.startsWith(mark.repeat(3));
  }

  private boolean surrounds(int start, int end, String mark) {
    int length = mark.length();
    if (start < length || end + length > area.getLength()) {
      return false;
    }
    int from = start;
    while (from > 0 && area.getText(from - 1, from).equals(mark.substring(0, 1))) {
      from--;
    }
    int marks = start - from;
    boolean single = length == 1 && mark.charAt(0) == '*';
    return area.getText(start - length, start).equals(mark)
        && area.getText(end, end + length).equals(mark)
        && (single ? marks % 2 == 1 : marks >= length);
  }

  /** What is selected, without the blanks around it, or else the word at the caret. */
  IndexRange selectionOrWord() {
    IndexRange selected = area.getSelection();
    if (selected.getLength() > 0) {
      return trimmed(selected);
    }
    return wordAt(area.getCaretPosition());
  }

  /** The word around an offset; nothing between words. */
  IndexRange wordAt(int offset) {
    String line = area.line(area.lineOf(offset));
    int column = area.position(offset).getMinor();
    int from = column;
    while (from > 0 && isWord(line.charAt(from - 1))) {
      from--;
    }
    int to = column;
    while (to < line.length() && isWord(line.charAt(to))) {
      to++;
    }
    return new IndexRange(offset - column + from, offset - column + to);
  }

  private IndexRange trimmed(IndexRange range) {
    String text = area.getText(range);
    int start = range.getStart() + text.length() - text.stripLeading().length();
    int end = range.getEnd() - text.length() + text.stripTrailing().length();
    return start < end ? new IndexRange(start, end) : range;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || Character.isSurrogate(c);
  }

  /** Makes the selection a link, the caret where its address or its words go. */
  void link(String address) {
    IndexRange selected = selectionOrWord();
    int start = selected.getStart();
    String words = area.getText(selected);
    if (ADDRESS.matcher(words.strip()).matches()) {
      apply(new Edit(start, selected.getEnd(), "[](" + words.strip() + ")", start + 1, start + 1));
      return;
    }
    String target = ADDRESS.matcher(address.strip()).matches() ? address.strip() : "";
    String link = "[" + words + "](" + target + ")";
    int caret =
        words.isEmpty()
            ? start + 1
            : target.isEmpty() ? start + words.length() + 3 : start + link.length();
    apply(new Edit(start, selected.getEnd(), link, caret, caret));
  }

  /** Makes the lines headings of this level, or plain where they are. */
  void heading(int level) {
    String hashes = "#".repeat(level) + " ";
    lines(lines -> {
      boolean all = lines.stream().filter(l -> !l.isBlank()).allMatch(l -> l.startsWith(hashes));
      return each(lines, line -> all ? plain(line) : hashes + plain(line));
    });
  }

  void quote() {
    lines(lines -> {
      boolean all = lines.stream().allMatch(line -> line.startsWith(">"));
      return lines.stream()
          .map(line -> all ? line.replaceFirst("^> ?", "") : line.isEmpty() ? ">" : "> " + line)
          .toList();
    });
  }

  void bullets() {
    list("- ", "[-*+][ \\t]+(?!\\[[ xX]\\][ \\t]).*");
  }

  void tasks() {
    list("- [ ] ", "[-*+][ \\t]+\\[[ xX]\\][ \\t].*");
  }

  void numbers() {
    lines(lines -> {
      boolean all = isAll(lines, "\\d{1,9}[.)][ \\t]+.*");
      int[] number = {0};
      return each(lines, line -> all ? plain(line) : ++number[0] + ". " + plain(line));
    });
  }

  private void list(String mark, String already) {
    lines(lines -> {
      boolean all = isAll(lines, already);
      return each(lines, line -> all ? plain(line) : mark + plain(line));
    });
  }

  private static boolean isAll(List<String> lines, String pattern) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .allMatch(line -> line.strip().matches(pattern));
  }

  private static List<String> each(List<String> lines, UnaryOperator<String> change) {
    boolean only = lines.size() == 1;
    return lines.stream().map(line -> line.isBlank() && !only ? line : change.apply(line)).toList();
  }

  private static String plain(String line) {
    return MARKS.matcher(line).replaceFirst("");
  }

  /** Puts a fence around the lines, or takes it away. */
  void codeBlock() {
    lines(lines -> {
      if (lines.size() > 2
          && lines.getFirst().startsWith("```")
          && lines.getLast().startsWith("```")) {
        return lines.subList(1, lines.size() - 1);
      }
      List<String> fenced = new ArrayList<>(lines);
      fenced.addFirst("```");
      fenced.addLast("```");
      return fenced;
    });
  }

  /** Puts a reference at the caret and its note at the end of the body, the caret in the note. */
  void footnote() {
    String text = area.getText();
    int number = 1;
    Matcher notes = FOOTNOTE.matcher(text);
    while (notes.find()) {
      if (notes.group(1).length() < 7) {
        number = Math.max(number, Integer.parseInt(notes.group(1)) + 1);
      }
    }
    int caret = area.getSelection().getEnd();
    String reference = "[^" + number + "]";
    String gap = text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    String lastLine = text.stripTrailing().lines().reduce("", (a, b) -> b);
    if (lastLine.matches("\\[\\^[^\\]]+\\]:.*")) {
      gap = text.endsWith("\n") ? "" : "\n";
    }
    String note = gap + reference + ": ";
    area.getUndoManager().preventMerge();
    area.createMultiChange(2).insertText(caret, reference).insertText(text.length(), note).commit();
    area.getUndoManager().preventMerge();
    area.moveTo(area.getLength());
    area.requestFollowCaret();
  }

  /** Changes the lines the selection touches, which stay selected. */
  void lines(UnaryOperator<List<String>> change) {
    IndexRange selected = area.getSelection();
    int first = area.lineOf(selected.getStart());
    int last = area.lineOf(selected.getEnd());
    if (last > first && area.getAbsolutePosition(last, 0) == selected.getEnd()) {
      last--; // a selection up to the start of a line does not touch that line
    }
    int start = area.getAbsolutePosition(first, 0);
    int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
    String old = area.getText(start, end);
    String text = String.join("\n", change.apply(List.of(old.split("\n", -1))));
    if (text.equals(old)) {
      return;
    }
    if (selected.getLength() > 0) {
      apply(new Edit(start, end, text, start, start + text.length()));
    } else {
      int fromEnd = end - selected.getEnd();
      int caret = Math.max(start, start + text.length() - fromEnd);
      apply(new Edit(start, end, text, caret, caret));
    }
  }

  /** Moves the selected lines over the line above (-1) or below (1). */
  void move(int by) {
    IndexRange selected = area.getSelection();
    int first = area.lineOf(selected.getStart());
    int last = area.lineOf(selected.getEnd());
    if (last > first && area.getAbsolutePosition(last, 0) == selected.getEnd()) {
      last--;
    }
    int other = by < 0 ? first - 1 : last + 1;
    if (other < 0 || other >= area.getParagraphs().size()) {
      return;
    }
    int top = area.getAbsolutePosition(Math.min(first, other), 0);
    int bottomLine = Math.max(last, other);
    int bottom = area.getAbsolutePosition(bottomLine, area.getParagraphLength(bottomLine));
    int start = area.getAbsolutePosition(first, 0);
    int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
    String lines = area.getText(start, end);
    String passed = area.line(other);
    String text = by < 0 ? lines + "\n" + passed : passed + "\n" + lines;
    int shift = by < 0 ? -(passed.length() + 1) : passed.length() + 1;
    apply(
        new Edit(
            top,
            bottom,
            text,
            Math.clamp(area.getAnchor() + shift, top, top + text.length()),
            Math.clamp(area.getCaretPosition() + shift, top, top + text.length())));
  }
}

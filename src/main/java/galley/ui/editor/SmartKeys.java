package galley.ui.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyEvent;

/**
 * The keys that do more than their letter: Enter goes on with a list or a quote, Tab indents an
 * item and never leaves the text, Alt with an arrow moves lines, and brackets come in pairs. On the
 * JavaFX thread.
 */
final class SmartKeys {
  private static final Pattern ITEM =
      Pattern.compile("([ \t]*)([-*+]|\\d{1,9}[.)])([ \t]+|$)(?:(\\[[ xX]\\])(?=[ \t]))?");
  private static final Pattern QUOTED = Pattern.compile("( {0,3}(?:>[ \\t]?)+)(.*)");
  private static final Map<String, String> PAIRS =
      Map.of("(", ")", "[", "]", "{", "}", "`", "`", "\"", "\"", "“", "”", "*", "*", "_", "_");
  private static final List<String> CLOSED_AT_ONCE = List.of("(", "[", "{", "`");

  private final Surface area;
  private final Writing writing;
  private final Runnable upAndOut;
  private final Deque<String> closers = new ArrayDeque<>();
  private int closersLine = -1;
  private boolean composing;

  /**
   * @param upAndOut runs when the caret goes up from the first line
   */
  SmartKeys(Surface area, Writing writing, Runnable upAndOut) {
    this.area = area;
    this.writing = writing;
    this.upAndOut = upAndOut;
  }

  void install() {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!composing && pressed(event)) {
            event.consume();
          }
        });
    area.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!composing && typed(event)) {
            area.requestFollowCaret();
            event.consume();
          }
        });
    area.currentParagraphProperty()
        .addListener((_, _, line) -> {
          if (line != closersLine) {
            closers.clear();
          }
        });
  }

  void composing(boolean now) {
    composing = now;
  }

  private boolean pressed(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isMetaDown();
    if (!plain) {
      return false;
    }
    return switch (event.getCode()) {
      case ENTER -> !event.isAltDown() && enter(event.isShiftDown());
      case TAB -> !event.isAltDown() && tab(event.isShiftDown());
      case BACK_SPACE -> !event.isAltDown() && backspace();
      case UP, KP_UP -> event.isAltDown() ? move(-1) : up(event);
      case DOWN, KP_DOWN -> event.isAltDown() && move(1);
      default -> false;
    };
  }

  private boolean move(int by) {
    writing.move(by);
    return true;
  }

  private boolean up(KeyEvent event) {
    if (event.isShiftDown()
        || area.getCurrentParagraph() != 0
        || area.lineIndex(0, area.getCaretColumn()) != 0) {
      return false;
    }
    upAndOut.run();
    return true;
  }

  private boolean enter(boolean shift) {
    if (shift || area.getSelection().getLength() > 0) {
      return false;
    }
    int number = area.getCurrentParagraph();
    String line = area.line(number);
    int column = area.getCaretColumn();
    Block.Kind kind = area.getParagraph(number).getParagraphStyle().kind();
    if (kind == Block.Kind.CODE || kind == Block.Kind.FENCE) {
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      return !indent.isEmpty() && column >= indent.length() && insert("\n" + indent);
    }
    Matcher quoted = QUOTED.matcher(line);
    String quote = quoted.matches() ? quoted.group(1) : "";
    if (column < quote.length()) {
      return false;
    }
    String rest = line.substring(quote.length());
    Matcher item = ITEM.matcher(rest);
    boolean isItem = item.lookingAt() && !item.group(3).isEmpty();
    if (isItem && column < quote.length() + item.end()) {
      return false;
    }
    if (isItem) {
      return rest.substring(item.end()).isBlank()
          ? end(number, quote, quote)
          : insert("\n" + quote + next(item));
    }
    if (quote.isEmpty()) {
      return false;
    }
    return rest.isBlank() ? end(number, "", quote) : insert("\n" + quote.stripTrailing() + " ");
  }

  /**
   * Ends a list or a quote: its empty line goes, and an empty line parts what follows from it.
   *
   * @param outside the quote marks that stay
   * @param inside the quote marks the line has
   */
  private boolean end(int line, String outside, String inside) {
    // CommonMark 5.1: without an empty line the next words would go on with the last paragraph.
    String above = line == 0 ? "" : area.line(line - 1);
    boolean parted =
        above.isBlank()
            || outside.equals(inside)
                && above.startsWith(outside.stripTrailing())
                && above.substring(outside.stripTrailing().length()).isBlank();
    String text = parted ? outside : outside.stripTrailing() + "\n" + outside;
    int start = area.getAbsolutePosition(line, 0);
    int end = area.getAbsolutePosition(line, area.getParagraphLength(line));
    int caret = start + text.length();
    writing.apply(new Edit(start, end, text, caret, caret));
    return true;
  }

  private boolean insert(String text) {
    int caret = area.getCaretPosition();
    area.replaceText(caret, caret, text);
    area.requestFollowCaret();
    return true;
  }

  private static String next(Matcher item) {
    String mark = item.group(2);
    if (Character.isDigit(mark.charAt(0))) {
      long number = Long.parseLong(mark.substring(0, mark.length() - 1)) + 1;
      mark = number + mark.substring(mark.length() - 1);
    }
    String task = item.group(4) == null ? "" : "[ ] ";
    return item.group(1) + mark + item.group(3) + task;
  }

  private boolean tab(boolean back) {
    IndexRange selected = area.getSelection();
    int first = area.lineOf(selected.getStart());
    Block.Kind kind = area.getParagraph(first).getParagraphStyle().kind();
    if (kind == Block.Kind.ITEM || isEmptyItem(kind, area.line(first))) {
      writing.lines(
          lines -> lines.stream().map(line -> back ? outdented(line) : indented(line)).toList());
      return true;
    }
    if (kind == Block.Kind.CODE) {
      writing.lines(lines ->
          lines.stream()
              .map(line -> back ? line.replaceFirst("^(?: {1,4}|\\t)", "") : "    " + line)
              .toList());
      return true;
    }
    // A tab in prose would make it code, and one that left the text would lose what is typed next.
    return true;
  }

  /** An empty item below words reads as part of them, but who wrote it means an item. */
  private static boolean isEmptyItem(Block.Kind kind, String line) {
    Matcher item = ITEM.matcher(line);
    return kind != Block.Kind.CODE
        && kind != Block.Kind.FENCE
        && item.lookingAt()
        && line.substring(item.end()).isBlank();
  }

  private static String indented(String line) {
    Matcher item = ITEM.matcher(line);
    // CommonMark 5.2: content of a nested item starts under the text of its parent
    int by = item.lookingAt() ? item.group(2).length() + 1 : 2;
    return line.isBlank() ? line : " ".repeat(by) + line;
  }

  private static String outdented(String line) {
    Matcher item = ITEM.matcher(line);
    int by = item.lookingAt() ? item.group(2).length() + 1 : 2;
    return line.replaceFirst("^(?: {1," + by + "}|\\t)", "");
  }

  private boolean backspace() {
    int caret = area.getCaretPosition();
    if (area.getSelection().getLength() > 0 || closers.isEmpty() || caret == 0) {
      return false;
    }
    String closer = closers.peek();
    if (!closer.equals(PAIRS.get(at(caret - 1))) || !closer.equals(at(caret))) {
      return false;
    }
    closers.pop();
    writing.apply(new Edit(caret - 1, caret + 1, "", caret - 1, caret - 1));
    return true;
  }

  private boolean typed(KeyEvent event) {
    String key = event.getCharacter();
    if (event.isControlDown() && !event.isAltDown() || event.isMetaDown()) {
      return false;
    }
    int caret = area.getCaretPosition();
    IndexRange selected = area.getSelection();
    if (selected.getLength() > 0) {
      String closer = PAIRS.get(key);
      if (closer == null || area.getText(selected).contains("\n")) {
        return false;
      }
      writing.apply(
          new Edit(
              selected.getStart(),
              selected.getEnd(),
              key + area.getText(selected) + closer,
              selected.getStart() + 1,
              selected.getEnd() + 1));
      return true;
    }
    if (!closers.isEmpty() && key.equals(closers.peek()) && key.equals(at(caret))) {
      closers.pop();
      area.moveTo(caret + 1);
      return true;
    }
    return CLOSED_AT_ONCE.contains(key) && open(key, caret);
  }

  private boolean open(String key, int caret) {
    String after = at(caret);
    boolean room = after.isBlank() || ")]}.,;:!?".contains(after);
    boolean fresh = !key.equals("`") || caret == 0 || at(caret - 1).isBlank();
    // Three backticks open a fence, which closes far below.
    if (!room || !fresh) {
      return false;
    }
    int line = area.getCurrentParagraph();
    if (area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.CODE) {
      return false;
    }
    if (line != closersLine) {
      closers.clear();
      closersLine = line;
    }
    String closer = PAIRS.getOrDefault(key, "");
    area.replaceText(caret, caret, key + closer);
    area.moveTo(caret + 1);
    closers.push(closer);
    return true;
  }

  private String at(int offset) {
    return offset < area.getLength() ? area.getText(offset, offset + 1) : "";
  }
}

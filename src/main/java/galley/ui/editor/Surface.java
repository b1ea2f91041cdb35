package galley.ui.editor;

import galley.asset.Messages;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.SimpleEditableStyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.model.TwoDimensional.Position;
import org.jspecify.annotations.Nullable;

/**
 * The area that holds the body's source, character for character. It knows how runs and lines look,
 * what a screen reader asks, and when an input method is composing; all else is added to it. On the
 * JavaFX thread.
 */
final class Surface extends StyledTextArea<Block, Look> {
  private Consumer<Boolean> composing = now -> {};
  private BooleanSupplier pasting = () -> false;

  Surface() {
    super(
        Block.PLAIN,
        Surface::dress,
        Look.PLAIN,
        Surface::dress,
        new SimpleEditableStyledDocument<>(Block.PLAIN, Look.PLAIN),
        false);
    setWrapText(true);
    getStyleClass().add("manuscript");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText(Messages.text("editor.body"));
    setOnInputMethodTextChanged(this::handleInputMethodEvent);
    caretPositionProperty()
        .addListener((_, _, _) -> {
          notifyAccessibleAttributeChanged(AccessibleAttribute.CARET_OFFSET);
        });
    selectionProperty()
        .addListener((_, _, _) -> {
          notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
          notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
    plainTextChanges()
        .subscribe(change -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  private static void dress(TextFlow flow, Block block) {
    flow.getStyleClass().setAll("paragraph-text", block.kind().style());
    if (block.level() > 0) {
      flow.getStyleClass().add("h" + block.level());
    }
    if (block.hung()) {
      flow.getStyleClass().add("hung");
    }
    // The card below a picture's line lies behind the flow, and wants its clicks.
    flow.setPickOnBounds(block.kind() != Block.Kind.PICTURE);
  }

  private static void dress(TextExt text, Look look) {
    text.getStyleClass().addAll(look.styles());
  }

  /**
   * Has this area laid out before the frame's own layout. Else a fresh line leaves the window's
   * style flag dirty, and a second frame paints the whole window anew.
   */
  void hasten() {
    sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            scene.addPreLayoutPulseListener(() -> {
              if (isNeedsLayout() && scene.equals(getScene())) {
                layout();
              }
            });
          }
        });
  }

  /** Tells when an input method begins (true) and ends (false) composing. */
  void onComposing(Consumer<Boolean> listener) {
    composing = listener;
  }

  /** Asks first whether something else takes what the clipboard holds. */
  void onPaste(BooleanSupplier taker) {
    pasting = taker;
  }

  @Override
  public void paste() {
    if (!pasting.getAsBoolean()) {
      super.paste();
    }
  }

  @Override
  protected void handleInputMethodEvent(InputMethodEvent event) {
    if (!event.getComposed().isEmpty()) {
      composing.accept(true);
    }
    super.handleInputMethodEvent(event);
    if (event.getComposed().isEmpty()) {
      composing.accept(false);
    }
  }

  /** The flow that lays the lines out. */
  @SuppressWarnings("unchecked")
  VirtualFlow<?, Cell<?, Region>> flow() {
    return (VirtualFlow<?, Cell<?, Region>>) getChildrenUnmodifiable().getFirst();
  }

  /** The box around a line's text. The flow makes one where the line is out of view. */
  Region box(int line) {
    return flow().getCell(line).getNode();
  }

  /** The text inside a line's box. */
  static TextFlow textOf(Region box) {
    return (TextFlow) box.getChildrenUnmodifiable().getFirst();
  }

  /** The line of an offset, counted from 0. */
  int lineOf(int offset) {
    return offsetToPosition(offset, Bias.Forward).getMajor();
  }

  /** The text of a line without its ending. */
  String line(int line) {
    return getParagraph(line).getText();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> getText();
      case EDITABLE -> isEditable();
      case CARET_OFFSET -> getCaretPosition();
      case SELECTION_START -> getSelection().getStart();
      case SELECTION_END -> getSelection().getEnd();
      case LINE_FOR_OFFSET -> lineOf(clamp((Integer) parameters[0]));
      case LINE_START -> getAbsolutePosition(clampLine((Integer) parameters[0]), 0);
      case LINE_END -> {
        int line = clampLine((Integer) parameters[0]);
        yield getAbsolutePosition(line, getParagraphLength(line));
      }
      case BOUNDS_FOR_RANGE -> bounds((Integer) parameters[0], (Integer) parameters[1]);
      case OFFSET_AT_POINT -> {
        Point2D here = screenToLocal((Point2D) parameters[0]);
        yield here == null ? 0 : hit(here.getX(), here.getY()).getInsertionIndex();
      }
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private Bounds @Nullable [] bounds(int from, int to) {
    Bounds found = getCharacterBoundsOnScreen(clamp(from), clamp(Math.max(from, to))).orElse(null);
    return found == null ? null : new Bounds[] {found};
  }

  private int clamp(int offset) {
    return Math.clamp(offset, 0, getLength());
  }

  private int clampLine(int line) {
    return Math.clamp(line, 0, getParagraphs().size() - 1);
  }

  /** Where an offset is in its line. */
  Position position(int offset) {
    return offsetToPosition(offset, Bias.Forward);
  }

  /** Whether a node is this area or lies in it. */
  boolean holds(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (equals(at)) {
        return true;
      }
    }
    return false;
  }
}

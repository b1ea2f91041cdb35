package galley.ui.editor;

import galley.post.ImageRef;
import galley.post.PictureWords;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/**
 * Puts a card below each line that is a picture. A selection over the line frames the card: painted
 * over it, the picture could not be seen. On the JavaFX thread.
 */
final class PictureCards implements Margin.Painter {
  /** A card whose line is selected, and a line whose end is. */
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  private static final PseudoClass SPANNED = PseudoClass.getPseudoClass("spanned");

  private final Surface area;
  private final Margin margin;
  private final Images images;
  private Consumer<PictureSpot> open = spot -> {};

  PictureCards(Surface area, Margin margin, Images images) {
    this.area = area;
    this.margin = margin;
    this.images = images;
  }

  /** Follows the selection over these lines. */
  void install() {
    area.selectionProperty()
        .addListener((_, _, _) -> {
          for (Beside beside : margin.lines()) {
            if (isPicture(beside.line())) {
              beside.box().ifPresent(box -> pick(beside, box));
            }
          }
        });
  }

  private void pick(Beside beside, Region box) {
    select(beside.line(), beside.getChildrenUnmodifiable(), Surface.textOf(box));
  }

  private void select(int line, List<Node> nodes, TextFlow flow) {
    int start = area.getAbsolutePosition(line, 0);
    int end = start + area.getParagraphLength(line);
    IndexRange range = area.getSelection();
    boolean any = range.getLength() > 0;
    boolean whole = any && range.getStart() <= start && range.getEnd() >= end;
    flow.pseudoClassStateChanged(SPANNED, any && range.getStart() <= end && range.getEnd() > end);
    for (Node node : nodes) {
      if (node instanceof PictureCard) {
        node.pseudoClassStateChanged(PICKED, whole);
      }
    }
  }

  private boolean isPicture(int line) {
    return line < area.getParagraphs().size()
        && area.getParagraph(line).getParagraphStyle().kind() == Block.Kind.PICTURE;
  }

  void onOpen(Consumer<PictureSpot> listener) {
    open = listener;
  }

  @Override
  public List<Node> paint(int line) {
    if (!isPicture(line)) {
      return List.of();
    }
    return PictureLine.of(area.line(line))
        .<List<Node>>map(found -> List.of(card(found)))
        .orElse(List.of());
  }

  private Node card(PictureLine found) {
    ImageRef image = images.shown(found);
    PictureCard[] self = new PictureCard[1];
    PictureCard card =
        new PictureCard(image, words -> open.accept(new PictureSpot(image, self[0], words)));
    self[0] = card;
    images.small(image, card::picture);
    return card;
  }

  /** Opens the editor of a picture that has just come, whose card is there after a layout. */
  void openNew(int line) {
    Fx.later(() -> {
      area.layout();
      margin.repaint(line);
      open(line);
    });
  }

  /** Opens the editor of the picture on a line, where it is in view. */
  void open(int line) {
    margin.lines().stream()
        .filter(beside -> beside.line() == line)
        .flatMap(beside -> beside.getChildrenUnmodifiable().stream())
        .filter(PictureCard.class::isInstance)
        .findFirst()
        .ifPresent(card ->
            PictureLine.of(area.line(line))
                .map(images::shown)
                .ifPresent(
                    image -> open.accept(new PictureSpot(image, card, PictureWords.first(image)))));
  }

  /** Sets what is said of a picture, and writes its alt text wherever it stands in the body. */
  void describe(ImageRef image) {
    images.put(image);
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      if (isPicture(line)) {
        describe(line, image);
      }
    }
  }

  private void describe(int line, ImageRef image) {
    String source = area.line(line);
    PictureLine found = PictureLine.of(source).orElse(null);
    if (found == null || !found.file().equals(image.file())) {
      return;
    }
    String now = found.withAlt(source, image.alt());
    if (!now.equals(source) && !found.alt().equals(image.alt())) {
      int start = area.getAbsolutePosition(line, 0);
      area.replaceText(
          start + found.altSpan().start(),
          start + found.altSpan().end(),
          now.substring(
              found.altSpan().start(), now.length() - source.length() + found.altSpan().end()));
    }
    margin.repaint(line);
  }

  @Override
  public void place(int line, List<Node> nodes, TextFlow flow, Region box) {
    select(line, nodes, flow);
    Region card = (Region) nodes.getFirst();
    double left = flow.getInsets().getLeft();
    double width = box.getWidth() - left - flow.getInsets().getRight();
    double height = card.prefHeight(width);
    double bottom = box.getHeight() - box.getInsets().getBottom();
    double room = flow.getInsets().getBottom();
    card.resizeRelocate(left, Math.rint(bottom - room + (room - height) / 2), width, height);
  }

  /** The picture a caret in this line is at. */
  Optional<PictureLine> at(int line) {
    return PictureLine.of(area.line(line));
  }
}

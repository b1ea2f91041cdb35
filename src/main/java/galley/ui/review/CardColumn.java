package galley.ui.review;

import galley.asset.Messages;
import galley.post.PlacedAnnotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The cards, each level with its words where there is room, in the order of their places. The
 * current one is level first, and the others make way. Cards out of view are not there at all. On
 * the JavaFX thread.
 */
final class CardColumn extends Region {
  private static final double GAP = 10;
  private static final double SIDE = 12;

  /** About how wide a card is before the column has a width. */
  private static final double WIDTH = 356;

  /** How far above its words a card begins, so that the two first lines are level. */
  private static final double ABOVE = 9;

  private final ReviewModel model;
  private final NoteWords words;
  private final Map<UUID, Card> cards = new HashMap<>();
  private Optional<UnsentCard> unsent = Optional.empty();
  private DoublePredicate scroll = by -> false;
  private DoubleSupplier paperTop = () -> 0;
  private double lift;
  private double hidden;
  private Optional<UUID> wanted = Optional.empty();

  /** A card's note and where it wants to stand. */
  private record Place(UUID id, int order, double y) {}

  CardColumn(ReviewModel model, NoteWords words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("note-cards");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(Messages.text("review.cards"));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setMinSize(0, 0);
    setOnScroll(event -> {
      roll(-event.getDeltaY());
      event.consume();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.onChanged(this::renew);
    model.onEnter(this::enter);
    model.onResumed(() -> {
      cards.clear();
      requestLayout();
    });
    model
        .current()
        .addListener((_, _, _) -> {
          lift = 0;
          requestLayout();
        });
  }

  /** Names who scrolls the text by so many pixels, and tells whether it can go on that way. */
  void onScroll(DoublePredicate by) {
    scroll = by;
  }

  /** Names who knows where the text's upper edge is in the window. */
  void paperTop(DoubleSupplier whoKnows) {
    paperTop = whoKnows;
  }

  /** The text moved under the window. */
  void moved() {
    lift = 0;
    requestLayout();
  }

  /** Scrolls the text; where that is at its end, the cards that did not fit. */
  private void roll(double by) {
    if (by < 0 && lift > 0) {
      lift = Math.max(0, lift + by);
      requestLayout();
    } else if (!scroll.test(by) && by > 0 && hidden > 0) {
      lift += Math.min(by, hidden);
      requestLayout();
    }
  }

  private void renew() {
    Set<UUID> alive = new HashSet<>();
    for (PlacedAnnotation note : model.shown()) {
      alive.add(note.annotation().id());
      Card card = cards.get(note.annotation().id());
      if (card != null) {
        card.show(note);
      }
    }
    cards.keySet().retainAll(alive);
    Optional<Unsent> begun = model.unsent().get();
    if (!unsent.map(card -> card.begun().id()).equals(begun.map(Unsent::id))) {
      unsent = begun.map(note -> new UnsentCard(model, note));
    }
    // What is not here now must not take the keyboard from somebody who writes on, later
    wanted = wanted.filter(id -> alive.contains(id) || begun.map(Unsent::id).equals(wanted));
    requestLayout();
  }

  /** Puts the keyboard on a card once it is there. */
  void enter(UUID note) {
    wanted = Optional.of(note);
    requestLayout();
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    double top = sceneToLocal(0, paperTop.getAsDouble()).getY();
    for (PlacedAnnotation note : model.shown()) {
      places.add(place(note.annotation().id(), top));
    }
    unsent.ifPresent(card -> places.add(place(card.begun().id(), top)));
    places.sort(Comparator.comparingInt(Place::order));
    return places;
  }

  private Place place(UUID id, double top) {
    Level level = model.level(id);
    if (level.equals(Level.NOWHERE)
        && unsent.filter(card -> card.begun().id().equals(id)).isPresent()) {
      return new Place(id, -1, SIDE);
    }
    double y = level.y();
    if (Double.isFinite(y)) {
      double here = sceneToLocal(0, y).getY() - ABOVE;
      // What stands beside the tabs has its card at the upper edge until it leaves with its words.
      y = here - top + ABOVE >= 0 ? Math.max(SIDE, here) : SIDE + here - top + ABOVE;
    }
    return new Place(id, level.order(), y);
  }

  @Override
  protected void layoutChildren() {
    double width = Math.max(80, getWidth() - 2 * SIDE);
    List<Place> places = places();
    int pivot = -1;
    for (int i = 0; i < places.size(); i++) {
      UUID id = places.get(i).id();
      boolean first = unsent.map(card -> card.begun().id().equals(id)).orElse(model.isCurrent(id));
      if (first && Double.isFinite(places.get(i).y())) {
        pivot = i;
      }
    }
    List<Node> shown = new ArrayList<>();
    double floor = Double.NEGATIVE_INFINITY;
    if (pivot >= 0) {
      Region card = card(places.get(pivot).id());
      double tall = tall(card, width);
      double y = Math.max(places.get(pivot).y(), SIDE + room(places.subList(0, pivot), width));
      y = Math.max(SIDE, Math.min(y, getHeight() - tall - SIDE));
      put(card, y - lift, width, tall);
      shown.add(card);
      floor = y + tall + GAP;
      above(places.subList(0, pivot), y - GAP, width, shown);
    }
    below(places.subList(pivot + 1, places.size()), floor, width, shown);
    shown.sort(Comparator.comparingDouble(Node::getLayoutY));
    if (!getChildren().equals(shown)) {
      getChildren().setAll(shown);
    }
    for (Node node : shown) {
      if (node instanceof Card card) {
        card.current(model.isCurrent(card.id()));
      }
    }
    enterWanted(shown);
  }

  /** The room that the cards above want whose words are in view. */
  private double room(List<Place> places, double width) {
    double room = 0;
    for (int i = places.size() - 1; i >= 0 && room < getHeight(); i--) {
      if (!(places.get(i).y() >= SIDE) || !Double.isFinite(places.get(i).y())) {
        return room;
      }
      room += tall(card(places.get(i).id()), width) + GAP;
    }
    return room;
  }

  private void above(List<Place> places, double floor, double width, List<Node> shown) {
    double bottom = floor;
    for (int i = places.size() - 1; i >= 0 && bottom > lift; i--) {
      Place place = places.get(i);
      if (!Double.isFinite(place.y())) {
        return;
      }
      Region card = card(place.id());
      double tall = tall(card, width);
      double y = Math.min(place.y(), bottom - tall);
      if (y + tall > lift) {
        put(card, y - lift, width, tall);
        shown.add(card);
      }
      bottom = y - GAP;
    }
  }

  private void below(List<Place> places, double from, double width, List<Node> shown) {
    double floor = from;
    double end = 0;
    for (Place place : places) {
      if (place.y() == Double.POSITIVE_INFINITY) {
        break;
      }
      if (place.y() == Double.NEGATIVE_INFINITY) {
        continue;
      }
      double y = Math.max(place.y(), floor);
      if (y - lift > getHeight() + 400) {
        end = Math.max(end, y + 120);
        break;
      }
      Region card = card(place.id());
      double tall = tall(card, width);
      if (y + tall > lift && y - lift < getHeight()) {
        put(card, y - lift, width, tall);
        shown.add(card);
      }
      floor = y + tall + GAP;
      end = y + tall;
    }
    hidden = Math.max(0, end + SIDE - getHeight() - lift);
  }

  private Region card(UUID id) {
    if (unsent.filter(card -> card.begun().id().equals(id)).isPresent()) {
      return dressed(unsent.get());
    }
    return dressed(
        cards.computeIfAbsent(id, _ -> new Card(model, words, model.find(id).orElseThrow())));
  }

  /** A card measures right only with its looks, which it has from the window. */
  private Region dressed(Region card) {
    if (card.getParent() == null) {
      getChildren().add(card);
      card.applyCss();
    }
    return card;
  }

  private static double tall(Region card, double width) {
    return Math.ceil(card.prefHeight(width));
  }

  private static void put(Region card, double y, double width, double tall) {
    card.resizeRelocate(SIDE, Math.rint(y), width, tall);
  }

  private void enterWanted(List<Node> shown) {
    wanted.ifPresent(id -> {
      for (Node node : shown) {
        if (node instanceof Card card && card.id().equals(id)) {
          wanted = Optional.empty();
          card.requestFocus();
        } else if (node instanceof UnsentCard card && card.begun().id().equals(id)) {
          wanted = Optional.empty();
          card.begin();
        }
      }
    });
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown()) {
      model.wish(new Wish.Undo());
      event.consume();
    } else if (event.getTarget() instanceof Card
        && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      model.step(event.getCode() == KeyCode.DOWN ? 1 : -1, 0).ifPresent(this::enter);
      event.consume();
    }
  }

  /**
   * Makes a card for one more of the first notes, before anybody looks at them.
   *
   * @return whether there is one more to be made
   */
  boolean prepare(int most) {
    for (PlacedAnnotation note : model.shown().subList(0, Math.min(most, model.shown().size()))) {
      if (!cards.containsKey(note.annotation().id())) {
        Region card = card(note.annotation().id());
        tall(card, WIDTH);
        return true;
      }
    }
    return false;
  }

  /** How many cards there are now, for those who measure. */
  int made() {
    return cards.size();
  }
}

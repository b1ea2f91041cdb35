package galley.ui.editor;

import galley.text.Span;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.scene.control.IndexRange;
import javafx.util.Duration;
import org.fxmisc.richtext.MultiChangeBuilder;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;

/**
 * Finding and replacing in the body: the text is searched in the background, again after each edit
 * while there is something to look for. On the JavaFX thread.
 */
final class Find {
  private final Surface area;
  private final Margin margin;
  private final Scrolling scrolling;
  private final HitMarks marks;
  private final Executor background;
  private final PauseTransition soon = new PauseTransition(Duration.millis(150));

  private Query query = Query.NOTHING;
  private Finder.Found found = Finder.Found.NONE;
  private int current = -1;
  private int asked;
  private int replaced;
  private boolean fresh = true;
  private boolean pointed;
  private Runnable changed = () -> {};
  private Optional<Runnable> afterwards = Optional.empty();

  Find(Surface area, Margin margin, Scrolling scrolling, Executor background) {
    this.scrolling = scrolling;
    this.area = area;
    this.margin = margin;
    this.background = background;
    marks = new HitMarks(area);
  }

  void install() {
    margin.add(marks);
    soon.setOnFinished(_ -> search());
    area.selectionProperty().addListener((_, _, _) -> unpoint());
    var _ =
        area.multiPlainChanges()
            .subscribe(parts -> {
              for (PlainTextChange part : parts) {
                query =
                    query.after(
                        part.getPosition(),
                        part.getRemoved().length(),
                        part.getInserted().length());
              }
              if (!query.words().isEmpty()) {
                fresh = false;
                soon.playFromStart();
              }
            });
  }

  /** Tells when there is another outcome or another current hit. */
  void onChanged(Runnable listener) {
    changed = listener;
  }

  /** Looks for something else; the first hit after the caret becomes the current one. */
  void look(Query wanted) {
    query = wanted;
    fresh = false; // until then the hits are those of what was looked for before
    afterwards =
        Optional.of(() -> {
          if (current >= 0) {
            scrolling.reveal(found.hits().get(current));
          }
        });
    search();
  }

  Query query() {
    return query;
  }

  List<Span> hits() {
    return found.hits();
  }

  Optional<Finder.Problem> problem() {
    return found.problem();
  }

  /** The number of the current hit from 1, 0 where there is none. */
  int number() {
    return current + 1;
  }

  /** How many hits were just replaced at once, 0 when something else was done since. */
  int replaced() {
    return replaced;
  }

  private void search() {
    soon.stop();
    replaced = 0;
    int ask = ++asked;
    Query wanted = query;
    if (wanted.words().isEmpty()) {
      show(Finder.Found.NONE);
      return;
    }
    ReadOnlyStyledDocument<?, ?, ?> text = area.getContent().snapshot();
    Fx.deliver(
        CompletableFuture.supplyAsync(() -> Finder.find(text.getText(), wanted), background),
        outcome -> {
          if (ask == asked) {
            show(outcome);
          }
        },
        failure -> {
          throw new IllegalStateException("Searching the text failed", failure);
        });
  }

  private void show(Finder.Found outcome) {
    found = outcome;
    fresh = true;
    IndexRange selected = area.getSelection();
    int at = HitMarks.firstAfter(found.hits(), selected.getStart());
    current = found.hits().isEmpty() ? -1 : at % found.hits().size();
    repaint();
    changed.run();
    Optional<Runnable> next = afterwards;
    afterwards = Optional.empty();
    next.ifPresent(Runnable::run);
  }

  private void repaint() {
    marks.show(query.within(), found.hits(), current);
    margin.repaint();
  }

  /** Does something as soon as the hits are those of the text as it is. */
  private void whenFresh(Runnable work) {
    if (fresh) {
      work.run();
    } else {
      afterwards = Optional.of(work);
      search();
    }
  }

  /** Goes to the next hit (1) or the one before (-1), around the end where need be. */
  void step(int by) {
    whenFresh(() -> {
      List<Span> hits = found.hits();
      if (hits.isEmpty()) {
        return;
      }
      IndexRange selected = area.getSelection();
      boolean onCurrent =
          current >= 0
              && hits.get(current).start() == selected.getStart()
              && hits.get(current).end() == selected.getEnd();
      if (onCurrent) {
        current = Math.floorMod(current + by, hits.size());
      } else {
        int next =
            HitMarks.firstAfter(hits, by > 0 ? selected.getStart() : selected.getStart() - 1);
        current = Math.floorMod(by > 0 ? next : next - 1, hits.size());
      }
      select(hits.get(current));
    });
  }

  /** Selects the current hit and brings it into view. */
  void showCurrent() {
    if (current >= 0) {
      select(found.hits().get(current));
    }
  }

  /** Goes to a hit that was found elsewhere, and marks it until the caret goes on. */
  void point(Span hit) {
    asked++;
    pointed = false;
    query = Query.NOTHING;
    found = new Finder.Found(List.of(hit), Optional.empty());
    current = 0;
    area.moveTo(hit.start());
    scrolling.reveal(hit);
    repaint();
    changed.run();
    pointed = true;
  }

  private void unpoint() {
    if (pointed) {
      pointed = false;
      show(Finder.Found.NONE);
    }
  }

  private void select(Span hit) {
    area.selectRange(hit.start(), hit.end());
    scrolling.reveal(hit);
    repaint();
    changed.run();
  }

  /** Replaces the current hit and goes to the next. */
  void replace(String with) {
    whenFresh(() -> {
      if (current < 0) {
        return;
      }
      Span hit = found.hits().get(current);
      String text = Finder.replacement(area.getText(), hit, query, with);
      area.getUndoManager().preventMerge();
      area.replaceText(hit.start(), hit.end(), text);
      area.getUndoManager().preventMerge();
      area.moveTo(hit.start() + text.length());
      afterwards = Optional.of(this::showCurrent);
      search();
    });
  }

  /** Replaces every hit, in one step to undo. */
  void replaceAll(String with) {
    whenFresh(() -> {
      List<Span> hits = found.hits();
      if (hits.isEmpty()) {
        return;
      }
      String text = area.getText();
      area.getUndoManager().preventMerge();
      MultiChangeBuilder<Block, String, Look> changes = area.createMultiChange(hits.size());
      for (Span hit : hits) {
        changes.replaceText(hit.start(), hit.end(), Finder.replacement(text, hit, query, with));
      }
      changes.commit();
      area.getUndoManager().preventMerge();
      afterwards =
          Optional.of(() -> {
            replaced = hits.size();
            changed.run();
          });
      search();
    });
  }

  /** Forgets what was looked for. */
  void clear() {
    look(Query.NOTHING);
  }
}

package galley.review;

import galley.docx.WordText;
import galley.docx.WordText.Block;
import galley.docx.WordText.Change;
import galley.docx.WordText.Change.What;
import galley.docx.WordText.Grid;
import galley.docx.WordText.ListKind;
import galley.docx.WordText.Para;
import galley.docx.WordText.Run;
import galley.docx.WordText.Style;
import galley.docx.WordText.WordComment;
import galley.markdown.Markdown;
import galley.markdown.Passage;
import galley.markdown.Passages;
import galley.markdown.Stretch;
import galley.post.Anchor;
import galley.post.Anchor.Scope;
import galley.post.Annotation;
import galley.post.Author;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.PlacedAnnotation;
import galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Lays a post and its review out as what a Word document says. */
final class ToWord {
  private final Slots slots;
  private final WordRuns runs;
  private final List<WordComment> comments = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Integer, List<Block>> notes = new TreeMap<>();
  private final Map<Integer, Integer> starts = new TreeMap<>();
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private final Map<String, int[]> sizes = new HashMap<>();

  ToWord(
      Draft draft, List<PlacedAnnotation> annotations, Function<String, Optional<byte[]>> bytes) {
    Passages.All all = Passages.of(Markdown.parse(draft.body()));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    all.notes().keySet().stream().sorted().forEach(label -> numbers.put(label, numbers.size() + 1));
    slots = new Slots(all.body(), draft.body());
    runs = new WordRuns(slots, numbers);
    List<PlacedAnnotation> sorted = new ArrayList<>(annotations);
    sorted.sort(Comparator.comparingInt(placed -> placed.placement().span().start()));
    line(Style.TITLE, Scope.HEADLINE, draft.details().headline(), sorted);
    line(Style.SUBTITLE, Scope.STANDFIRST, draft.details().standfirst(), sorted);
    for (PlacedAnnotation placed : sorted) {
      Scope scope = placed.annotation().anchor().scope();
      if (scope != Scope.HEADLINE && scope != Scope.STANDFIRST) {
        inBody(placed);
      }
    }
    for (int i = 0; i < all.body().size(); i++) {
      passage(all.body().get(i), i, blocks);
    }
    numbers.forEach((label, number) -> {
      List<Block> inside = new ArrayList<>();
      for (Passage passage : all.notes().getOrDefault(label, List.of())) {
        passage(passage, -1, inside);
      }
      notes.put(number, inside);
    });
    for (ImageRef image : draft.images()) {
      bytes.apply(image.file()).ifPresent(picture -> pictures.put(image.file(), picture));
      if (image.width() > 0) {
        sizes.put(image.file(), new int[] {image.width(), image.height()});
      }
    }
  }

  WordText text() {
    return new WordText(blocks, notes, comments, pictures);
  }

  Map<Integer, Integer> starts() {
    return starts;
  }

  Map<String, int[]> sizes() {
    return sizes;
  }

  private void line(Style style, Scope scope, String words, List<PlacedAnnotation> annotations) {
    List<PlacedAnnotation> here =
        annotations.stream()
            .filter(placed -> placed.annotation().anchor().scope() == scope)
            .toList();
    if (words.isEmpty() && here.isEmpty()) {
      return;
    }
    List<Run> line = new ArrayList<>();
    List<Run> ends = new ArrayList<>();
    int at = 0;
    for (PlacedAnnotation placed : here) {
      int length = words.length();
      Span span = placed.placement().span();
      int start = Math.clamp(span.start(), at, length);
      int end = Math.clamp(span.end(), start, length);
      plain(line, words.substring(at, start));
      at = start;
      if (CriticMarkup.isChange(placed) && start == span.start() && end == span.end()) {
        String fresh = placed.annotation().replacement().orElse("");
        tracked(line, words.substring(start, end), change(placed, What.DELETED));
        tracked(line, fresh, change(placed, What.INSERTED));
        at = end;
        if (placed.annotation().body().isEmpty() && placed.replies().isEmpty()) {
          continue;
        }
        comment(placed, true, line, line);
        continue;
      }
      comment(placed, false, line, ends);
    }
    plain(line, words.substring(at));
    line.addAll(ends);
    blocks.add(new Para(style, 0, ListKind.NONE, 0, Change.NONE, line));
  }

  private static void plain(List<Run> line, String words) {
    tracked(line, words, Change.NONE);
  }

  private static void tracked(List<Run> line, String words, Change change) {
    if (!words.isEmpty()) {
      line.add(Run.words(words, 0, "", change));
    }
  }

  private static Change change(PlacedAnnotation placed, What what) {
    Annotation annotation = placed.annotation();
    return new Change(what, annotation.author().name(), annotation.at().toString());
  }

  private void inBody(PlacedAnnotation placed) {
    Annotation annotation = placed.annotation();
    Anchor anchor = annotation.anchor();
    Span span = placed.placement().span();
    if (anchor.scope() == Scope.IMAGE) {
      span = slots.picture(anchor.target()).orElse(new Span(0, 0));
    } else if (anchor.scope() == Scope.FIELD) {
      span = new Span(0, 0);
    }
    boolean change = CriticMarkup.isChange(placed);
    boolean written =
        change
            && slots.change(
                span,
                annotation.replacement().orElse(""),
                change(placed, What.DELETED),
                change(placed, What.INSERTED));
    if (!written || !annotation.body().isBlank() || !placed.replies().isEmpty()) {
      List<Run> start = new ArrayList<>();
      List<Run> end = new ArrayList<>();
      comment(placed, written, start, end);
      slots.around(span, start, end);
    }
  }

  /** A comment and its answers, all on the same words, as Word wants them. */
  private void comment(PlacedAnnotation placed, boolean written, List<Run> start, List<Run> end) {
    Annotation annotation = placed.annotation();
    boolean closed = !annotation.status().isOpen();
    int root = one(annotation, said(annotation, written), -1, closed, start, end);
    for (Annotation reply : placed.replies()) {
      one(reply, reply.body(), root, closed, start, end);
    }
  }

  private int one(
      Annotation annotation,
      String body,
      int answers,
      boolean resolved,
      List<Run> start,
      List<Run> end) {
    int number = comments.size();
    Author author = annotation.author();
    comments.add(
        new WordComment(
            number,
            author.name(),
            author.initials(),
            annotation.at().toString(),
            body,
            answers,
            resolved));
    start.add(Run.mark(Run.Kind.COMMENT_START, number));
    end.add(Run.mark(Run.Kind.COMMENT_END, number));
    return number;
  }

  private static String said(Annotation annotation, boolean written) {
    Anchor anchor = annotation.anchor();
    String where = anchor.scope() == Scope.FIELD ? "(" + anchor.target() + ") " : "";
    String wanted = written ? "" : annotation.replacement().map(words -> " → " + words).orElse("");
    return (where + annotation.body() + wanted).strip();
  }

  private void passage(Passage passage, int index, List<Block> out) {
    if (passage.kind() == Passage.Kind.TABLE) {
      List<List<List<Para>>> rows = new ArrayList<>();
      for (int row = 0; row < passage.rows().size(); row++) {
        List<List<Para>> cells = new ArrayList<>();
        for (List<Stretch> words : passage.rows().get(row)) {
          List<Para> cell = new ArrayList<>();
          Para shape = new Para(Style.TEXT, 0, ListKind.NONE, 0, Change.NONE, List.of());
          runs.of(words, index, false, shape, cell);
          cells.add(cell);
        }
        rows.add(cells);
      }
      out.add(new Grid(rows));
      return;
    }
    List<Para> paras = new ArrayList<>();
    boolean code = passage.kind() == Passage.Kind.CODE || passage.kind() == Passage.Kind.HTML;
    runs.of(passage.words(), index, code, shape(passage), paras);
    out.addAll(paras);
  }

  private Para shape(Passage passage) {
    Style style =
        switch (passage.kind()) {
          case TEXT, TABLE -> passage.quotes() > 0 ? Style.QUOTE : Style.TEXT;
          case HEADING -> Style.HEADING;
          case CODE, HTML -> Style.CODE;
          case RULE -> Style.RULE;
        };
    if (passage.kind() == Passage.Kind.HEADING || passage.item().isEmpty()) {
      int level = passage.kind() == Passage.Kind.HEADING ? passage.level() : 0;
      return new Para(style, level, ListKind.NONE, 0, Change.NONE, List.of());
    }
    Passage.Item item = passage.item().get();
    ListKind kind =
        !item.first() ? ListKind.CONTINUED : item.numbered() ? ListKind.NUMBERS : ListKind.BULLETS;
    int list = item.numbered() ? item.list() + 2 : 1;
    if (item.numbered()) {
      starts.putIfAbsent(list, item.number());
    }
    List<Run> box =
        item.first() && !item.box().isEmpty()
            ? List.of(Run.words(item.box(), 0, "", Change.NONE))
            : List.of();
    return new Para(style, Math.min(8, item.depth()), kind, list, Change.NONE, box);
  }
}

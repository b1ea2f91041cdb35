package galley.review;

import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two people's changes to one text, put together as far as they can be.
 *
 * @param pieces in order, without gaps: their parts make up the earlier text, mine and theirs
 */
public record Merged(List<Piece> pieces) {
  public Merged {
    pieces = List.copyOf(pieces);
  }

  /**
   * A sentence that both changed, but not the same words of it: merged, and worth reading once.
   *
   * @param base its place in the earlier text
   * @param mine its place in mine
   * @param theirs its place in theirs
   * @param firstPiece the first of the pieces that changed it
   * @param lastPiece the last
   */
  public record BothChanged(Span base, Span mine, Span theirs, int firstPiece, int lastPiece) {}

  /**
   * The merged text.
   *
   * @param places where each of the pieces stands in it
   */
  public record Result(String text, List<Span> places) {
    public Result {
      places = List.copyOf(places);
    }
  }

  /** What has to be decided, in the order of the text. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Piece.Kind.CONFLICT) {
        conflicts.add(new Conflict(i, piece.base(), piece.mine(), piece.theirs()));
      }
    }
    return List.copyOf(conflicts);
  }

  /** The merged text where nothing has to be decided. */
  public Optional<String> clean() {
    boolean open = pieces.stream().anyMatch(piece -> piece.kind() == Piece.Kind.CONFLICT);
    return open ? Optional.empty() : Optional.of(with(_ -> ""));
  }

  /**
   * The merged text.
   *
   * @param choice the words for each conflict: one side's, both or others
   */
  public String with(Function<Conflict, String> choice) {
    return result(choice).text();
  }

  /** The merged text, and where each piece stands in it. */
  public Result result(Function<Conflict, String> choice) {
    StringBuilder out = new StringBuilder();
    List<Span> places = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int start = out.length();
      out.append(
          switch (piece.kind()) {
            case SAME, MINE, AGREED -> piece.mine().text();
            case THEIRS -> piece.theirs().text();
            case CONFLICT ->
                choice.apply(new Conflict(i, piece.base(), piece.mine(), piece.theirs()));
          });
      places.add(new Span(start, out.length()));
    }
    return new Result(out.toString(), places);
  }

  /** The sentences that both changed without a conflict. */
  public List<BothChanged> sameSentence() {
    StringBuilder base = new StringBuilder();
    pieces.forEach(piece -> base.append(piece.base().text()));
    List<BothChanged> found = new ArrayList<>();
    int first = 0;
    for (Span sentence : Sentences.of(base.toString())) {
      while (first < pieces.size() && pieces.get(first).base().span().end() < sentence.start()) {
        first++;
      }
      bothChanged(sentence, first).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Optional<BothChanged> bothChanged(Span sentence, int from) {
    int firstPiece = -1;
    int lastPiece = -1;
    boolean mine = false;
    boolean theirs = false;
    int end = from;
    for (int i = from; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.base().span().start() > sentence.end()) {
        break;
      }
      end = i;
      boolean one = piece.kind() == Piece.Kind.MINE;
      boolean two = piece.kind() == Piece.Kind.THEIRS;
      if ((one || two) && touches(piece.base().span(), sentence)) {
        mine |= one;
        theirs |= two;
        firstPiece = firstPiece < 0 ? i : firstPiece;
        lastPiece = i;
      }
    }
    if (!mine || !theirs) {
      return Optional.empty();
    }
    List<Piece> near = pieces.subList(from, end + 1);
    return Optional.of(
        new BothChanged(
            sentence,
            place(near, sentence, Piece::mine),
            place(near, sentence, Piece::theirs),
            firstPiece,
            lastPiece));
  }

  private static boolean touches(Span changed, Span sentence) {
    return changed.isEmpty()
        ? sentence.start() <= changed.start() && changed.start() < sentence.end()
        : changed.overlaps(sentence);
  }

  /** Where a stretch of the earlier text stands in one of the others. */
  private static Span place(List<Piece> near, Span sentence, Function<Piece, Piece.Part> side) {
    int start = -1;
    int end = 0;
    for (Piece piece : near) {
      Span base = piece.base().span();
      Span there = side.apply(piece).span();
      boolean kept = piece.base().text().equals(side.apply(piece).text());
      if (start < 0 && base.end() >= sentence.start() && touches(base, sentence)) {
        start = there.start() + (kept ? Math.max(0, sentence.start() - base.start()) : 0);
      }
      if (touches(base, sentence)) {
        end = there.end() - (kept ? Math.max(0, base.end() - sentence.end()) : 0);
      }
    }
    return start < 0 ? new Span(0, 0) : new Span(start, Math.max(start, end));
  }
}

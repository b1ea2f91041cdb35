package galley.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds a passage that two people put in different places: merged as it is, it would stand there
 * twice. Each of its places becomes a conflict, so that a person says which it is to be.
 */
final class Moves {
  /** Words in a row that hardly come twice by chance. */
  private static final int RUN = 7;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private Moves() {}

  static List<Piece> marked(List<Piece> pieces) {
    Map<String, List<Integer>> runs = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).kind() == Piece.Kind.MINE) {
        for (String run : runs(pieces.get(i).mine().text(), pieces.get(i).base().text())) {
          runs.computeIfAbsent(run, _ -> new ArrayList<>()).add(i);
        }
      }
    }
    List<Piece> out = new ArrayList<>(pieces);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() != Piece.Kind.THEIRS || runs.isEmpty()) {
        continue;
      }
      for (String run : runs(piece.theirs().text(), piece.base().text())) {
        for (int other : runs.getOrDefault(run, List.of())) {
          out.set(i, piece.as(Piece.Kind.CONFLICT));
          out.set(other, pieces.get(other).as(Piece.Kind.CONFLICT));
        }
      }
    }
    return out;
  }

  /** The runs of words that are new here. */
  private static List<String> runs(String text, String before) {
    List<String> runs = all(text);
    if (!runs.isEmpty()) {
      runs.removeAll(new HashSet<>(all(before)));
    }
    return runs;
  }

  private static List<String> all(String text) {
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(text)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }
}

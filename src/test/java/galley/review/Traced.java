package galley.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text whose characters keep their identity through edits. */
final class Traced {
  private final StringBuilder text;
  private final List<Integer> ids = new ArrayList<>();

  Traced(String text) {
    this.text = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      ids.add(i);
    }
  }

  String text() {
    return text.toString();
  }

  char charAt(int offset) {
    return text.charAt(offset);
  }

  int length() {
    return text.length();
  }

  /** For each unit of the first text where it is now, or -1. */
  List<Integer> places(int length) {
    List<Integer> places = new ArrayList<>(Collections.nCopies(length, -1));
    for (int i = 0; i < ids.size(); i++) {
      if (ids.get(i) >= 0) {
        places.set(ids.get(i), i);
      }
    }
    return places;
  }

  void replace(int from, int to, String with) {
    text.replace(from, to, with);
    List<Integer> stretch = ids.subList(from, to);
    stretch.clear();
    for (int i = 0; i < with.length(); i++) {
      stretch.add(-1);
    }
  }

  /** Writes one unit otherwise: it stays what it was. */
  void rewrite(int at, char as) {
    text.setCharAt(at, as);
  }

  /** Moves a stretch to an offset outside it. */
  void move(int from, int to, int target) {
    String words = text.substring(from, to);
    List<Integer> its = new ArrayList<>(ids.subList(from, to));
    int at = target > from ? target - (to - from) : target;
    text.delete(from, to);
    ids.subList(from, to).clear();
    text.insert(at, words);
    ids.addAll(at, its);
  }
}

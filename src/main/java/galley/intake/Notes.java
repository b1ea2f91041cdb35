package galley.intake;

import java.util.ArrayList;
import java.util.List;

/** Gathers the notes about one post. */
final class Notes {
  private final List<ImportNote> list = new ArrayList<>();

  void kept(String text) {
    add(ImportNote.Kind.KEPT, text);
  }

  void changed(String text) {
    add(ImportNote.Kind.CHANGED, text);
  }

  void setAside(String text) {
    add(ImportNote.Kind.SET_ASIDE, text);
  }

  void refused(String text) {
    add(ImportNote.Kind.REFUSED, text);
  }

  private void add(ImportNote.Kind kind, String text) {
    add(new ImportNote(kind, text));
  }

  /** Adds a note, once. */
  void add(ImportNote note) {
    if (!list.contains(note)) {
      list.add(note);
    }
  }

  List<ImportNote> all() {
    return list;
  }
}

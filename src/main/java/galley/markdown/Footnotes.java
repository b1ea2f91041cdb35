package galley.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of footnotes: by their first mark in the text, then by their first mark in other
 * notes. A note nobody refers to has none.
 */
final class Footnotes {
  private final DefinitionMap<FootnoteDefinition> definitions =
      new DefinitionMap<>(FootnoteDefinition.class);
  private final Map<Node, Note> byDefinition = new HashMap<>();
  private final Map<Node, Mark> byReference = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();

  /** A note that is referred to. */
  record Note(int number, FootnoteDefinition definition, List<String> marks) {
    String id() {
      return "fn-" + number;
    }
  }

  /** One place that refers to a note. */
  record Mark(Note note, String id) {}

  Footnotes(Node document) {
    collect(document);
    if (!definitions.values().isEmpty()) {
      number(document);
      for (int i = 0; i < notes.size(); i++) {
        number(notes.get(i).definition());
      }
    }
  }

  /** The notes in the order of their numbers. */
  List<Note> notes() {
    return notes;
  }

  /** Null where there is no such note. */
  @Nullable Mark mark(FootnoteReference reference) {
    return byReference.get(reference);
  }

  private void collect(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof FootnoteDefinition definition) {
        definitions.putIfAbsent(definition.getLabel(), definition);
      }
      if (child instanceof org.commonmark.node.Block) {
        collect(child);
      }
    }
  }

  private void number(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof FootnoteReference reference) {
        FootnoteDefinition definition = definitions.get(reference.getLabel());
        if (definition != null) {
          mark(reference, definition);
        }
      } else if (!(child instanceof FootnoteDefinition)) {
        number(child);
      }
    }
  }

  private void mark(FootnoteReference reference, FootnoteDefinition definition) {
    Note note =
        byDefinition.computeIfAbsent(
            definition,
            _ -> {
              Note fresh = new Note(notes.size() + 1, definition, new ArrayList<>());
              notes.add(fresh);
              return fresh;
            });
    String id = "fnref-" + note.number();
    String unique = note.marks().isEmpty() ? id : id + "-" + (note.marks().size() + 1);
    note.marks().add(unique);
    byReference.put(reference, new Mark(note, unique));
  }
}

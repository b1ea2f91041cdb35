package galley.ui.editor;

/**
 * Where a note is to be found.
 *
 * @param order its place from the beginning, for sorting: header, then the body's offsets
 * @param y the top of its first line in the editor's own pixels; estimated where the line is not
 *     laid out, infinite where it is far from what is in view
 */
public record NoteLevel(int order, double y) {}

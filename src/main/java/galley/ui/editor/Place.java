package galley.ui.editor;

import galley.text.Span;

/**
 * Where the caret is.
 *
 * @param line from 0
 * @param column from 0, in UTF-16 units
 * @param selection in the body, empty at the caret where nothing is selected
 */
public record Place(int line, int column, Span selection) {}

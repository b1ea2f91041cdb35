package galley.ui.editor;

/**
 * One change of the text, and what is selected after it.
 *
 * @param start of what is replaced
 * @param end of what is replaced
 * @param text what comes in its place
 * @param anchor where the selection begins afterwards
 * @param caret where it ends and the caret stands
 */
record Edit(int start, int end, String text, int anchor, int caret) {}

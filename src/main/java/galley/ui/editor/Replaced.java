package galley.ui.editor;

/**
 * One part of a change of the body. The parts of one change come in order, each in the offsets of
 * the body as the parts before have left it.
 */
public record Replaced(int at, String removed, String inserted) {}

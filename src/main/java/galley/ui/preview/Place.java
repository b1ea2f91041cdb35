package galley.ui.preview;

/**
 * A height on the page, told by its blocks.
 *
 * @param block the block it lies in or below, from 0
 * @param part from 0 at the block's top to 1 at its bottom, and on to 2 at the top of the next one
 */
record Place(int block, double part) {}

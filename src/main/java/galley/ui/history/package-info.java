/** The panes about the post as a whole: what it was before, and how it is built. */
@NullMarked
package galley.ui.history;

import org.jspecify.annotations.NullMarked;

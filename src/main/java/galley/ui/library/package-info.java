/** The pane that lists, finds and looks after posts. */
@NullMarked
package galley.ui.library;

import org.jspecify.annotations.NullMarked;

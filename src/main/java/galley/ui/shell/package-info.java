/** The window that joins the features. */
@NullMarked
package galley.ui.shell;

import org.jspecify.annotations.NullMarked;

/** How a person likes the window, and where the words lie. */
@NullMarked
package galley.ui.settings;

import org.jspecify.annotations.NullMarked;

/** The review in the window: cards level with the text, what is asked of them, and what is sent. */
@NullMarked
package galley.ui.review;

import org.jspecify.annotations.NullMarked;

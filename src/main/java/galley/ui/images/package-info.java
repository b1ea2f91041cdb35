/** The little editor for what is said about a picture. */
@NullMarked
package galley.ui.images;

import org.jspecify.annotations.NullMarked;

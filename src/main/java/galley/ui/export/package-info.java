/** The dialog by which a post leaves. */
@NullMarked
package galley.ui.export;

import org.jspecify.annotations.NullMarked;

/** The page beside the text, exactly as an export makes it. The only place with a WebView. */
@NullMarked
package galley.ui.preview;

import org.jspecify.annotations.NullMarked;

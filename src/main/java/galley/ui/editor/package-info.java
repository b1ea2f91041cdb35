/** The manuscript: headline, standfirst and body, edited where readers will see them. */
@NullMarked
package galley.ui.editor;

import org.jspecify.annotations.NullMarked;

/** The sheet by which a site is published, and what is live of it. */
@NullMarked
package galley.ui.publish;

import org.jspecify.annotations.NullMarked;

/** Measurements of reading bodies. */
@NullMarked
package galley.markdown.bench;

import org.jspecify.annotations.NullMarked;

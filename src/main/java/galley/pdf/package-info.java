/** Articles on paper: tagged PDF from HTML. Knows nothing of posts. */
@NullMarked
package galley.pdf;

import org.jspecify.annotations.NullMarked;

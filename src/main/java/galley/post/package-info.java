/** What a post is: records only. */
@NullMarked
package galley.post;

import org.jspecify.annotations.NullMarked;

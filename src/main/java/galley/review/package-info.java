/** The review: anchors that hold, suggestions, merging, the packet that travels. */
@NullMarked
package galley.review;

import org.jspecify.annotations.NullMarked;

/** How long the review takes, and how well it does. */
@NullMarked
package galley.review.bench;

import org.jspecify.annotations.NullMarked;

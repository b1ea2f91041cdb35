/** The chips under a standfirst and the little editors they open. */
@NullMarked
package galley.ui.details;

import org.jspecify.annotations.NullMarked;

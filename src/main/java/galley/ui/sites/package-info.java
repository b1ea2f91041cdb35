/** The sites that posts are published on: what they are, what they have, and where they are put. */
@NullMarked
package galley.ui.sites;

import org.jspecify.annotations.NullMarked;

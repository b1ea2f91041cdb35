/** Measurements of sites beside Hugo, run by hand. */
@NullMarked
package galley.export.bench;

import org.jspecify.annotations.NullMarked;

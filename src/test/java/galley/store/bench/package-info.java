/** Measurements of the library, run by hand. */
@NullMarked
package galley.store.bench;

import org.jspecify.annotations.NullMarked;

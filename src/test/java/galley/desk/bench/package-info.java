/** Measurements of the library, run by hand. */
@NullMarked
package galley.desk.bench;

import org.jspecify.annotations.NullMarked;

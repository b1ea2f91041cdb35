/** Pages and bundles: what leaves the program for readers, and how it is written to disk. */
@NullMarked
package galley.export;

import org.jspecify.annotations.NullMarked;

/** Reads, scales and cleans pictures. No metadata of a picture leaves this package. */
@NullMarked
package galley.images;

import org.jspecify.annotations.NullMarked;

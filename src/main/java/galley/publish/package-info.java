/** Finished files onto a web host: whole, resumable, and never half done. */
@NullMarked
package galley.publish;

import org.jspecify.annotations.NullMarked;

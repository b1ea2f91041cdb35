/** Archives that anybody may have made, read without believing what they say. JDK only. */
@NullMarked
package galley.zip;

import org.jspecify.annotations.NullMarked;

/** The commands that work without a screen. */
@NullMarked
package galley.cli;

import org.jspecify.annotations.NullMarked;

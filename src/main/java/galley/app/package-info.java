/** Starts the program and builds its long-lived objects. */
@NullMarked
package galley.app;

import org.jspecify.annotations.NullMarked;

/** The few JavaFX helpers every view shares. */
@NullMarked
package galley.ui.kit;

import org.jspecify.annotations.NullMarked;

/** Tests that hold for the whole house. */
@NullMarked
package galley;

import org.jspecify.annotations.NullMarked;

/** What people do at the desk: write, save, bring in, export, keep safe. No window needed. */
@NullMarked
package galley.desk;

import org.jspecify.annotations.NullMarked;

/** Rules that look at a draft before it leaves. */
@NullMarked
package galley.check;

import org.jspecify.annotations.NullMarked;

/** The only place that reads resources: files and messages. */
@NullMarked
package galley.asset;

import org.jspecify.annotations.NullMarked;

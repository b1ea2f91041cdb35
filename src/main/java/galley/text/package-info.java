/** Plain text: spans, lines, words, differences. JDK only. */
@NullMarked
package galley.text;

import org.jspecify.annotations.NullMarked;

/** Brings in what others made: Markdown, web pages, their text, folders and archives. */
@NullMarked
package galley.intake;

import org.jspecify.annotations.NullMarked;

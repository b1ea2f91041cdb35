/**
 * Reads and writes Word documents (Office Open XML, ECMA-376): words, comments, tracked changes.
 */
@NullMarked
package galley.docx;

import org.jspecify.annotations.NullMarked;

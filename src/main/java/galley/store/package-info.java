/**
 * Where words are kept safe: library, journals, media, backups, search. The only JDBC and Lucene.
 */
@NullMarked
package galley.store;

import org.jspecify.annotations.NullMarked;

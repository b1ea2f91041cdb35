/**
 * The body of a post: CommonMark read into outline, pictures, links, plain words and HTML; front
 * matter; HTML read back into CommonMark. The only package that knows the parser.
 */
@NullMarked
package galley.markdown;

import org.jspecify.annotations.NullMarked;

package galley.ui.editor;

import galley.post.Anchor;
import galley.text.Span;

/**
 * What a person means to say something about: what has the keyboard.
 *
 * @param target the picture's file or the field's key, as {@link Anchor#target()}
 * @param span in the body, the headline or the standfirst, in its own offsets
 * @param words what is meant, as it stands there; empty for a picture or a field
 */
public record NoteTarget(Anchor.Scope scope, String target, Span span, String words) {}

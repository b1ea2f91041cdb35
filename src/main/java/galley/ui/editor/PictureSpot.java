package galley.ui.editor;

import galley.post.ImageRef;
import galley.post.PictureWords;
import javafx.scene.Node;

/**
 * A picture in the body that a person wants to say something about.
 *
 * @param image what is known of it; its alt text is the one the body writes
 * @param anchor what an editor for it is shown beside
 * @param words what the person wants to say
 */
public record PictureSpot(ImageRef image, Node anchor, PictureWords words) {}

package galley.intake;

import java.nio.file.Path;

/**
 * A picture file found for a post.
 *
 * @param file the destination the body uses, as in {@link galley.post.ImageRef#file()}
 * @param originalName what the file was called
 * @param data where its bytes lie; good until the {@link Intake} that found it is closed
 */
public record IncomingPicture(String file, String originalName, Path data) {}

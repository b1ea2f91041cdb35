package galley.intake;

import java.nio.file.Path;

/**
 * A file that may hold a post.
 *
 * @param path where its bytes lie
 * @param place its path below the folder or archive it came with, {@code /} between the parts
 * @param from how a person would name it
 * @param tree where its pictures are looked for
 */
record PostFile(Path path, String place, String from, Tree tree) {
  /** The folder it lies in. */
  Path folder() {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? path.toAbsolutePath() : folder;
  }
}

package galley.cli;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.DeskException;
import galley.markdown.Markdown;
import galley.post.Post;

/** What several commands do with posts. */
final class Posts {
  private Posts() {}

  /** The post that was named on the command line. */
  static Post named(Desk desk, String slugOrId) {
    return desk.find(slugOrId)
        .join()
        .orElseThrow(() -> new DeskException(Messages.text("cli.no-post", slugOrId)));
  }

  static int words(Post post) {
    return Markdown.parse(post.body()).words();
  }

  static void printJson(Console console, Desk desk, Post post) {
    var revisions = desk.revisions(post.id()).join();
    long newest = revisions.isEmpty() ? 0 : revisions.getFirst().number();
    console.say(Shapes.print(Shapes.shown(post, words(post), newest)));
  }
}

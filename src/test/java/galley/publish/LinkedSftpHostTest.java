package galley.publish;

import galley.post.Destination.Serving;

final class LinkedSftpHostTest extends SftpContract {
  LinkedSftpHostTest() {
    super(Serving.LINK);
  }
}

package galley.publish;

/** A WebDAV host that knows no MOVE: files are written where they stand, in the safe order. */
final class HostWithoutRenameTest extends DavContract {
  HostWithoutRenameTest() {
    super(false);
  }

  @Override
  boolean canBeHalf() {
    return true;
  }
}

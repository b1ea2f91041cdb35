package galley.desk;

/**
 * How a desk is opened.
 *
 * @param create whether a missing library is made
 * @param sample whether a library made now starts with the sample post
 * @param upkeep whether backups are made and the bin is emptied in the background
 */
public record DeskOptions(boolean create, boolean sample, boolean upkeep) {
  /** For the window: a library is made where there is none, and looked after. */
  public static DeskOptions window() {
    return new DeskOptions(true, true, true);
  }

  /** For a command that needs a library that is there. */
  public static DeskOptions existing() {
    return new DeskOptions(false, false, false);
  }

  /** For a command that brings posts, and may start a library with them. */
  public static DeskOptions starting() {
    return new DeskOptions(true, false, false);
  }
}

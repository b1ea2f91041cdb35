package galley.intake;

/** Something can't come in; the message is the sentence that says why. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String why) {
    super(why);
  }
}

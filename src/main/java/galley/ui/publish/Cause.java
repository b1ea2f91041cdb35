package galley.ui.publish;

import galley.asset.Messages;
import galley.publish.PublishException;
import galley.publish.PublishException.Kind;
import java.util.List;
import java.util.concurrent.CancellationException;

/** What a failure means to a person: its heading, and what may be done about it. */
record Cause(String heading, Choice choice, List<String> paths) {
  /** What is offered beside stopping here. */
  enum Choice {
    /** The same once more. */
    AGAIN,
    /** Publish over what others did. */
    REPLACE,
    /** Take the host from a Galley that stopped. */
    TAKE_OVER,
    /** Say the password or passphrase again. */
    SIGN_IN,
    /** Make the folder. */
    MAKE_FOLDER,
    /** Nothing that the program may do for the person. */
    NOTHING
  }

  static Cause of(Throwable failure) {
    if (!(failure instanceof PublishException known)) {
      return new Cause(
          failure instanceof CancellationException
              ? Messages.text("publish.stopped")
              : Messages.text("publish.not"),
          Choice.AGAIN,
          List.of());
    }
    return new Cause(heading(known.kind()), choice(known.kind()), known.paths());
  }

  private static Choice choice(Kind kind) {
    return switch (kind) {
      case CONFLICT, CHANGED_THERE -> Choice.REPLACE;
      case BUSY -> Choice.TAKE_OVER;
      case SIGN_IN -> Choice.SIGN_IN;
      case NO_FOLDER -> Choice.MAKE_FOLDER;
      case KEY_CHANGED -> Choice.NOTHING;
      case UNREACHABLE,
          BROKEN_OFF,
          UNTRUSTED,
          NO_FOLDER_THERE,
          FULL,
          FORBIDDEN,
          UNABLE,
          FAILED,
          SOURCE,
          RECORDS,
          CANCELLED,
          UNKNOWN_RELEASE ->
          Choice.AGAIN;
    };
  }

  private static String heading(Kind kind) {
    return switch (kind) {
      case CONFLICT, CHANGED_THERE -> Messages.text("publish.is-foreign");
      case BUSY -> Messages.text("publish.is-busy");
      case CANCELLED -> Messages.text("publish.stopped");
      case KEY_CHANGED, UNTRUSTED -> Messages.text("publish.is-unknown");
      case UNREACHABLE,
          BROKEN_OFF,
          SIGN_IN,
          NO_FOLDER,
          NO_FOLDER_THERE,
          FULL,
          FORBIDDEN,
          UNABLE,
          FAILED,
          SOURCE,
          RECORDS,
          UNKNOWN_RELEASE ->
          Messages.text("publish.not");
    };
  }
}

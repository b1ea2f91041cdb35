package galley.publish;

import galley.asset.Messages;
import galley.publish.PublishException.Kind;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words what went wrong: what happened, what is safe, what to do. */
final class Failures {
  private Failures() {}

  /**
   * What visitors find after a failure.
   *
   * @param placed how many new files stand in place already
   * @param all how many there are to be
   */
  record Standing(int placed, int all) {
    static final Standing UNTOUCHED = new Standing(0, 0);

    String words() {
      return placed == 0
          ? Messages.text("publish.untouched")
          : Messages.text("publish.partly", placed, all);
    }
  }

  static PublishException host(IOException failure, Host host, Standing standing) {
    return failure instanceof Own.Failure own
        ? records(own, standing)
        : of(failure, host.name(), standing);
  }

  /** Nothing came about, for the host could not even be opened. */
  static PublishException opening(IOException failure, String host) {
    return of(failure, host, Standing.UNTOUCHED);
  }

  private static PublishException of(IOException failure, String host, Standing standing) {
    Trouble trouble = failure instanceof HostException known ? known.trouble() : Trouble.BROKEN_OFF;
    Kind kind =
        switch (trouble) {
          case UNREACHABLE -> Kind.UNREACHABLE;
          case BROKEN_OFF -> Kind.BROKEN_OFF;
          case SIGN_IN -> Kind.SIGN_IN;
          case UNTRUSTED -> Kind.UNTRUSTED;
          case KEY_CHANGED -> Kind.KEY_CHANGED;
          case NO_FOLDER -> Kind.NO_FOLDER;
          case NO_FOLDER_THERE -> Kind.NO_FOLDER_THERE;
          case FULL -> Kind.FULL;
          case FORBIDDEN -> Kind.FORBIDDEN;
          case UNABLE -> Kind.UNABLE;
          case OVERTAKEN -> Kind.CONFLICT;
          case FAILED -> Kind.FAILED;
        };
    String folder = String.valueOf(failure.getMessage()); // see Trouble
    String what =
        switch (trouble) {
          case UNREACHABLE -> Messages.text("publish.unreachable", host);
          case BROKEN_OFF -> Messages.text("publish.broken-off", host);
          case SIGN_IN -> Messages.text("publish.sign-in", host);
          case UNTRUSTED -> Messages.text("publish.untrusted", host);
          case KEY_CHANGED -> Messages.text("publish.key-changed", host);
          case NO_FOLDER -> Messages.text("publish.no-folder", folder);
          case NO_FOLDER_THERE -> Messages.text("publish.no-folder-there", folder, host);
          case FULL -> Messages.text("publish.full", host);
          case FORBIDDEN -> Messages.text("publish.forbidden", host);
          case UNABLE -> Messages.text("publish.unable", host);
          case OVERTAKEN -> Messages.text("publish.conflict", host);
          case FAILED -> Messages.text("publish.failed", host);
        };
    String next =
        switch (trouble) {
          case UNREACHABLE -> Messages.text("publish.unreachable.next");
          case BROKEN_OFF -> Messages.text("publish.broken-off.next");
          case SIGN_IN -> Messages.text("publish.sign-in.next");
          case UNTRUSTED -> Messages.text("publish.untrusted.next");
          case KEY_CHANGED -> Messages.text("publish.key-changed.next");
          case NO_FOLDER -> Messages.text("publish.no-folder.next");
          case NO_FOLDER_THERE -> Messages.text("publish.no-folder-there.next");
          case FULL -> Messages.text("publish.full.next");
          case FORBIDDEN -> Messages.text("publish.forbidden.next");
          case UNABLE -> Messages.text("publish.unable.next");
          case OVERTAKEN -> Messages.text("publish.conflict.next");
          case FAILED -> Messages.text("publish.failed.next");
        };
    boolean nowhere = kind == Kind.NO_FOLDER || kind == Kind.NO_FOLDER_THERE;
    String safe = nowhere ? Messages.text("publish.nothing-sent") : standing.words();
    return new PublishException(kind, what + " " + safe + " " + next, failure);
  }

  static PublishException conflict(Host host) {
    return new PublishException(
        Kind.CONFLICT,
        sentence(
            Messages.text("publish.conflict", host.name()),
            Standing.UNTOUCHED,
            Messages.text("publish.conflict.next")),
        null);
  }

  static PublishException changedThere(Host host, List<String> paths) {
    return new PublishException(
        Kind.CHANGED_THERE,
        sentence(
            Messages.text("publish.changed-there", host.name(), paths.getFirst(), paths.size() - 1),
            Standing.UNTOUCHED,
            Messages.text("publish.changed-there.next")),
        paths,
        null);
  }

  static PublishException busy(Host host, Standing standing) {
    return new PublishException(
        Kind.BUSY,
        sentence(
            Messages.text("publish.busy", host.name()),
            standing,
            Messages.text("publish.busy.next")),
        null);
  }

  static PublishException source(String path, Standing standing, @Nullable Throwable cause) {
    return new PublishException(
        Kind.SOURCE,
        sentence(
            Messages.text("publish.source", path), standing, Messages.text("publish.source.next")),
        List.of(path),
        cause);
  }

  static PublishException cancelled(Standing standing) {
    return new PublishException(
        Kind.CANCELLED,
        sentence(
            Messages.text("publish.cancelled"), standing, Messages.text("publish.cancelled.next")),
        null);
  }

  private static PublishException records(IOException cause, Standing standing) {
    return new PublishException(
        Kind.RECORDS,
        sentence(Messages.text("publish.records"), standing, Messages.text("publish.records.next")),
        cause);
  }

  static PublishException unknownRelease(Host host, String release) {
    return new PublishException(
        Kind.UNKNOWN_RELEASE,
        sentence(
            Messages.text("publish.unknown-release", host.name(), release),
            Standing.UNTOUCHED,
            Messages.text("publish.unknown-release.next")),
        null);
  }

  private static String sentence(String what, Standing standing, String next) {
    return what + " " + standing.words() + " " + next;
  }
}

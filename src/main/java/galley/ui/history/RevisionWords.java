package galley.ui.history;

import galley.asset.Messages;
import galley.post.Revision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in words what a revision is. */
final class RevisionWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Clock clock;

  /**
   * @param clock tells what today is, and in which zone days begin
   */
  RevisionWords(Clock clock) {
    this.clock = clock;
  }

  LocalDate day(Revision revision) {
    return at(revision).toLocalDate();
  }

  String dayName(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return Messages.text("history.today");
    }
    if (day.equals(today.minusDays(1))) {
      return Messages.text("history.yesterday");
    }
    return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  String time(Revision revision) {
    return TIME.format(at(revision));
  }

  /** Its name, or else why it was kept. */
  String title(Revision revision) {
    if (!revision.name().isBlank()) {
      return revision.name();
    }
    return reason(revision);
  }

  private static String reason(Revision revision) {
    return switch (revision.kind()) {
      case CREATED -> Messages.text("history.created");
      case IMPORTED -> Messages.text("history.imported");
      case AUTOSAVED -> Messages.text("history.autosaved");
      case NAMED -> Messages.text("history.named");
      case RESTORED -> Messages.text("history.restored");
      case EXPORTED -> Messages.text("history.exported");
      case COMMAND -> Messages.text("history.command");
    };
  }

  /**
   * The words that came and went, such as {@code +38 −12 words}; where a name stands in the title,
   * why the revision was kept before them.
   */
  String change(Revision revision) {
    boolean named = !revision.name().isBlank() && revision.kind() != Revision.Kind.NAMED;
    return named
        ? Messages.text("history.kept", reason(revision), words(revision))
        : words(revision);
  }

  private static String words(Revision revision) {
    int added = revision.added();
    int removed = revision.removed();
    if (added == 0 && removed == 0) {
      return Messages.text("history.unchanged");
    }
    if (removed == 0) {
      return Messages.text("history.added", added);
    }
    if (added == 0) {
      return Messages.text("history.removed", removed);
    }
    return Messages.text("history.both", added, removed);
  }

  private ZonedDateTime at(Revision revision) {
    return revision.at().atZone(clock.getZone());
  }
}

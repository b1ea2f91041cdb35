package galley.ui.shell;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.ImportReport;
import galley.desk.Progress;
import galley.intake.ImportNote;
import galley.intake.Refusal;
import galley.ui.kit.Fx;
import galley.ui.kit.Sheet;
import galley.ui.kit.Toasts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Brings files into the library, and reports what was understood, changed, set aside, refused. */
final class BringIn {
  private final Desk desk;
  private final Scene scene;
  private final Consumer<UUID> open;
  private final Consumer<Throwable> trouble;

  /**
   * @param open shows a post
   */
  BringIn(Desk desk, Scene scene, Consumer<UUID> open, Consumer<Throwable> trouble) {
    this.desk = desk;
    this.scene = scene;
    this.open = open;
    this.trouble = trouble;
  }

  /** Reads files, folders and archives, opens the first post that came, and reports. */
  void bring(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    ProgressBar bar = new ProgressBar(-1);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("shell.import.progress"));
    Label what = new Label(Messages.text("shell.import.reading"));
    what.getStyleClass().add("soft");
    Sheet waiting = new Sheet(Messages.text("shell.import.progress"), "", () -> {});
    waiting.width(460).body(new VBox(10, bar, what));
    waiting.open(scene);
    Fx.deliver(
        desk.importing().bring(paths, progress -> Fx.run(() -> show(progress, bar, what))),
        report -> {
          waiting.close();
          done(report);
        },
        failure -> {
          waiting.close();
          trouble.accept(failure);
        });
  }

  private static void show(Progress progress, ProgressBar bar, Label what) {
    bar.setProgress(progress.total() > 0 ? (double) progress.done() / progress.total() : -1);
    what.setText(progress.what());
  }

  private void done(ImportReport report) {
    report.posts().stream().findFirst().ifPresent(first -> open.accept(first.id()));
    boolean quiet =
        report.refused().isEmpty()
            && report.notes().isEmpty()
            && report.posts().size() == 1
            && report.posts().getFirst().notes().isEmpty();
    if (quiet) {
      Toasts.say(scene, Messages.text("shell.import.one", report.posts().getFirst().headline()));
    } else {
      report(report);
    }
  }

  private void report(ImportReport report) {
    List<ReportLine> lines = new ArrayList<>();
    for (Refusal refusal : report.refused()) {
      lines.add(ReportLine.heading(refusal.from()));
      lines.add(new ReportLine(ReportLine.Kind.BAD, refusal.why()));
    }
    if (!report.notes().isEmpty()) {
      lines.add(ReportLine.heading(Messages.text("shell.import.passed")));
      report.notes().forEach(note -> lines.add(line(note)));
    }
    for (ImportReport.Imported post : report.posts()) {
      lines.add(ReportLine.heading(post.headline()));
      lines.add(new ReportLine(ReportLine.Kind.FROM, post.from()));
      post.notes().forEach(note -> lines.add(line(note)));
    }
    ReportLine.sheet(
            Messages.text("shell.import.came", report.posts().size()),
            report.refused().isEmpty()
                ? Messages.text("shell.import.safe")
                : Messages.text("shell.import.refused", report.refused().size()),
            lines)
        .open(scene);
  }

  private static ReportLine line(ImportNote note) {
    return new ReportLine(
        note.kind() == ImportNote.Kind.REFUSED ? ReportLine.Kind.BAD : ReportLine.Kind.PLAIN,
        kind(note.kind()) + "  " + note.text());
  }

  private static String kind(ImportNote.Kind kind) {
    return switch (kind) {
      case KEPT -> Messages.text("shell.import.kept");
      case CHANGED -> Messages.text("shell.import.changed");
      case SET_ASIDE -> Messages.text("shell.import.aside");
      case REFUSED -> Messages.text("shell.import.not");
    };
  }
}

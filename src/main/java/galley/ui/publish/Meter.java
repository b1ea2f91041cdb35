package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.Progress;
import galley.publish.Sent;
import galley.ui.kit.Amounts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far the work is: a bar, the count in words, and what it is at. */
final class Meter {
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Label count = Rows.words("");
  private final Label what = new Label();
  private final VBox node = new VBox(bar, count, what);

  Meter() {
    bar.setMaxWidth(Double.MAX_VALUE);
    what.getStyleClass().add("publish-path");
    what.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    what.setMaxWidth(Double.MAX_VALUE);
    node.getStyleClass().add("publish-meter");
  }

  Node node() {
    return node;
  }

  void show(Progress now) {
    bar.setProgress(
        now.total() > 0 ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
    count.setText(
        now.total() > 0 ? Messages.text("publish.built", now.done(), now.total()) : now.what());
    bar.setAccessibleText(count.getText());
  }

  void show(Sent now, boolean stopping) {
    boolean known = now.ofBytes() > 0 && !stopping;
    boolean all = now.ofFiles() > 0 && now.files() == now.ofFiles();
    bar.setProgress(
        known && !all ? (double) now.bytes() / now.ofBytes() : ProgressBar.INDETERMINATE_PROGRESS);
    String words;
    if (stopping) {
      words = Messages.text("publish.stopping");
    } else if (all) {
      words = Messages.text("publish.placing");
    } else if (now.ofFiles() == 0) {
      words = Messages.text("publish.beginning");
    } else {
      words =
          Messages.text(
              "publish.sent",
              now.files(),
              now.ofFiles(),
              Amounts.size(now.bytes()),
              Amounts.size(now.ofBytes()));
    }
    count.setText(words);
    bar.setAccessibleText(words);
    what.setText(stopping ? "" : now.path());
  }
}

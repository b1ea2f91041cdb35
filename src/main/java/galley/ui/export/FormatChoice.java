package galley.ui.export;

import galley.asset.Messages;
import galley.desk.ExportRequest.Format;
import galley.ui.kit.Segmented;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a post can leave as: first what for, then in which form. */
final class FormatChoice {
  /** What a form is for. */
  enum Purpose {
    WEB,
    READ,
    WORK,
    PASTE;

    List<Format> formats() {
      return switch (this) {
        case WEB -> List.of(Format.HTML, Format.SINGLE);
        case READ -> List.of(Format.PDF, Format.EPUB, Format.TEXT);
        case WORK -> List.of(Format.MARKDOWN, Format.DOCX, Format.CRITICMARKUP, Format.TEXTBUNDLE);
        case PASTE -> List.of(Format.SUBSTACK, Format.WORDPRESS, Format.WIX, Format.MEDIUM);
      };
    }

    static Purpose of(Format format) {
      for (Purpose purpose : values()) {
        if (purpose.formats().contains(format)) {
          return purpose;
        }
      }
      throw new IllegalArgumentException("A form for nothing: " + format);
    }
  }

  private final VBox node = new VBox();
  private final Map<Purpose, Segmented<Format>> forms = new EnumMap<>(Purpose.class);
  private final FlowPane second = new FlowPane();

  FormatChoice(ObjectProperty<Format> format) {
    Map<Purpose, String> purposes = new EnumMap<>(Purpose.class);
    purposes.put(Purpose.WEB, Messages.text("export.for.web"));
    purposes.put(Purpose.READ, Messages.text("export.for.read"));
    purposes.put(Purpose.WORK, Messages.text("export.for.work"));
    purposes.put(Purpose.PASTE, Messages.text("export.for.paste"));
    Segmented<Purpose> purpose =
        new Segmented<>(Messages.text("export.for"), purposes, Purpose.of(format.get()));
    for (Purpose each : Purpose.values()) {
      Map<Format, String> options = new LinkedHashMap<>();
      each.formats().forEach(form -> options.put(form, name(form)));
      Segmented<Format> row =
          new Segmented<>(Messages.text("export.format"), options, each.formats().getFirst());
      row.value().addListener((_, _, now) -> format.set(now));
      forms.put(each, row);
    }
    purpose
        .value()
        .addListener((_, _, now) -> {
          if (Purpose.of(format.get()) != now) {
            format.set(row(now).value().get());
          }
        });
    format.subscribe(now -> {
      Purpose shown = Purpose.of(now);
      purpose.value().set(shown);
      row(shown).value().set(now);
      second.getChildren().setAll(row(shown).node());
    });
    FlowPane first = new FlowPane(purpose.node());
    first.setMinHeight(Region.USE_PREF_SIZE);
    second.setMinHeight(Region.USE_PREF_SIZE);
    second.getStyleClass().add("export-forms");
    node.getStyleClass().add("export-formats");
    node.getChildren().setAll(first, second);
  }

  private Segmented<Format> row(Purpose purpose) {
    Segmented<Format> row = forms.get(purpose);
    if (row == null) {
      throw new IllegalStateException("Every purpose has forms");
    }
    return row;
  }

  Region node() {
    return node;
  }

  private static String name(Format format) {
    return switch (format) {
      case HTML -> Messages.text("export.html");
      case SINGLE -> Messages.text("export.single");
      case PDF -> Messages.text("export.pdf");
      case EPUB -> Messages.text("export.epub");
      case TEXT -> Messages.text("export.text");
      case MARKDOWN -> Messages.text("export.markdown");
      case TEXTBUNDLE -> Messages.text("export.textbundle");
      case DOCX -> Messages.text("export.docx");
      case CRITICMARKUP -> Messages.text("export.criticmarkup");
      case SUBSTACK, WORDPRESS, WIX, MEDIUM -> format.editor().orElseThrow().title();
    };
  }
}

package galley.markdown;

/** Writes the HTML of pictures. Called on the thread that renders. */
@FunctionalInterface
public interface PictureHtml {
  /**
   * The HTML of one picture.
   *
   * @param figure whether it stands in the place of a paragraph, so that {@code figure} is allowed;
   *     otherwise it must be phrasing content ({@code img}, {@code picture}, {@code span}, text)
   */
  String render(PictureUse use, boolean figure);

  /** A bare {@code img}, in a paragraph where it is alone. */
  static PictureHtml plain() {
    return (use, figure) -> {
      String title = use.title().isEmpty() ? "" : " title=\"" + Html.escaped(use.title()) + "\"";
      String picture =
          "<img src=\""
              + Html.escaped(Address.encoded(use.destination()))
              + "\" alt=\""
              + Html.escaped(use.alt())
              + "\""
              + title
              + ">";
      return figure ? "<p>" + picture + "</p>" : picture;
    };
  }
}

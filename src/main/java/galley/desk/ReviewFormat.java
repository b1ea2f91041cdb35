package galley.desk;

/** How a review goes to people who have other programs. */
public enum ReviewFormat {
  DOCX("docx"),
  CRITICMARKUP("md"),
  HTML("html"),
  JSONLD("jsonld");

  private final String end;

  ReviewFormat(String end) {
    this.end = end;
  }

  /** How such a file's name ends, without a dot. */
  public String end() {
    return end;
  }
}

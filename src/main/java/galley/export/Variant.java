package galley.export;

/** What a Markdown bundle is for. */
public enum Variant {
  /** For a site generator: nothing that readers should not see. */
  PUBLISH,
  /** For keeping and for bringing in again: everything, so that the same draft comes back. */
  ARCHIVE
}

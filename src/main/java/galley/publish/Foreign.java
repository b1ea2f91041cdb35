package galley.publish;

/**
 * What becomes of a site, or of files, that others put onto the host since the last publication.
 */
public enum Foreign {
  /** They stay, and there is no plan. */
  STOP,
  /** They are published over: the person has looked at them. */
  REPLACE
}

package galley.publish;

/** How a host can make what is new visible, the best first. */
public enum Ability {
  /** All that was put becomes visible in one step, and nothing before it (Git). */
  COMMIT,
  /** A link is switched in one step from the old site to the new one beside it. */
  SWAP,
  /** One file takes the place of another in one step. */
  RENAME,
  /** A file is written where it stands. */
  NONE
}

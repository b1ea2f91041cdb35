package galley.ui.kit;

/** Which of the two designs the window wears. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}

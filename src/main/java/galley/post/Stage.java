package galley.post;

import java.util.Optional;

/** How far a post has come. */
public enum Stage {
  DRAFT("draft"),
  IN_REVIEW("in-review"),
  READY("ready"),
  PUBLISHED("published");

  private final String key;

  Stage(String key) {
    this.key = key;
  }

  /** The name used in files, commands and JSON. */
  public String key() {
    return key;
  }

  /** The stage of this name, whatever its case; blanks and underscores count as hyphens. */
  public static Optional<Stage> of(String name) {
    String wanted = name.strip().replace(' ', '-').replace('_', '-');
    for (Stage stage : values()) {
      if (stage.key.equalsIgnoreCase(wanted)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}

package galley.ui.library;

import galley.post.Stage;

/** Which posts the list shows. */
enum Shelf {
  ALL,
  DRAFT,
  IN_REVIEW,
  READY,
  PUBLISHED,
  BIN;

  static Shelf of(Stage stage) {
    return switch (stage) {
      case DRAFT -> DRAFT;
      case IN_REVIEW -> IN_REVIEW;
      case READY -> READY;
      case PUBLISHED -> PUBLISHED;
    };
  }

  boolean holds(Stage stage) {
    return this == ALL || this == of(stage);
  }
}

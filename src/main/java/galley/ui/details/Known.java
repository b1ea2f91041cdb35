package galley.ui.details;

import java.util.List;

/** What other posts in the library say already, most used first, to pick from. */
public record Known(List<String> names, List<String> sections, List<String> tags) {
  public static final Known NOTHING = new Known(List.of(), List.of(), List.of());

  public Known {
    names = List.copyOf(names);
    sections = List.copyOf(sections);
    tags = List.copyOf(tags);
  }
}

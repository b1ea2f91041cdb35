package galley.store;

import java.util.List;

/**
 * How a library stands while it is open.
 *
 * @param freeBytes on its disk
 * @param problems empty when all is well
 */
public record Health(long freeBytes, List<Problem> problems) {
  public Health {
    problems = List.copyOf(problems);
  }

  public boolean isWell() {
    return problems.isEmpty();
  }
}

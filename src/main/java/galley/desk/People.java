package galley.desk;

import galley.publish.Secrets;
import galley.publish.Trust;

/** Whom a publication asks: for secrets, and whether a host is who it says it is. */
public record People(Secrets.Asker secrets, Trust trust) {
  /** Nobody is there to be asked. */
  public static final People NOBODY =
      new People((_, _, _) -> java.util.Optional.empty(), (_, _, _) -> false);
}

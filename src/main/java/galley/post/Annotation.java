package galley.post;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an editor or a writer says about a post, as the events so far have made it.
 *
 * @param id a UUIDv7 (RFC 9562), or for a suggestion one made of its base, range and replacement
 * @param parent the annotation that a reply answers
 * @param at when it was first written
 * @param changed when the last event that concerns it was written
 * @param clock the logical clock of its first event
 * @param anchor what it is about; a reply has its parent's
 * @param body Markdown, may be empty for a suggestion
 * @param replacement the words a suggestion puts in place of the anchor's
 * @param rule the id of the check that raised it
 * @param source what a query was answered with, or what a source annotation names
 * @param verified whether the signatures of all its events fit their author's device
 */
public record Annotation(
    UUID id,
    Kind kind,
    Optional<UUID> parent,
    Author author,
    Instant at,
    Instant changed,
    long clock,
    Status status,
    Anchor anchor,
    String body,
    Optional<String> replacement,
    Optional<String> rule,
    Optional<Source> source,
    boolean verified) {
  /** What an annotation is. */
  public enum Kind {
    COMMENT,
    QUERY,
    SUGGESTION,
    SOURCE,
    REPLY,
    CHECK
  }

  /** What became of it. */
  public enum Status {
    /** Any kind: waits for somebody. */
    OPEN,
    /** A comment or a check: done with; can be opened again. */
    RESOLVED,
    /** A suggestion: now part of the text. */
    ACCEPTED,
    /** A suggestion: not wanted. */
    REJECTED,
    /** Any kind: taken back by its author. */
    WITHDRAWN,
    /** A suggestion: its words are no longer what it was made on. */
    STALE,
    /** A query: somebody gave a source, which waits to be verified. */
    ANSWERED,
    /** A query: the source bears the claim out. */
    VERIFIED,
    /** A query: no source does. */
    UNVERIFIABLE,
    /** A query: the claim was cut. */
    CUT;

    /** Whether somebody has still to do something about it. */
    public boolean isOpen() {
      return this == OPEN || this == ANSWERED || this == STALE;
    }
  }

  /** The same with another status. */
  public Annotation withStatus(Status other) {
    return new Annotation(
        id,
        kind,
        parent,
        author,
        at,
        changed,
        clock,
        other,
        anchor,
        body,
        replacement,
        rule,
        source,
        verified);
  }
}

package galley.review;

import galley.post.Author;
import galley.post.Stage;
import java.time.Instant;

/** A post went from one stage to another. */
public record StageMove(Author author, Instant at, Stage from, Stage to, boolean verified) {}

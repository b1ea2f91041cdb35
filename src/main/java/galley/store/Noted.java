package galley.store;

import galley.post.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing a journal says. Sequences grow by one within a post or a site and never repeat. */
sealed interface Noted {
  long sequence();

  /** A record's place, and when it was written. */
  record Point(long sequence, Instant at) {}

  /** The draft read so. */
  final class Text implements Noted {
    private final long sequence;
    private final byte[] draft;

    Text(long sequence, byte[] draft) {
      this.sequence = sequence;
      this.draft = draft;
    }

    @Override
    public long sequence() {
      return sequence;
    }

    /** The draft's bytes, which nobody changes. */
    byte[] draft() {
      return draft;
    }
  }

  /** The draft noted last was saved as a revision. */
  record Saved(long sequence, Revision.Kind kind, String name, Instant at, Instant created)
      implements Noted {}

  /** The post went into the bin, or came out of it. */
  record Binned(long sequence, Optional<Instant> at) implements Noted {}

  /** Something was said about the post. */
  record Said(long sequence, Reviewed more) implements Noted {}

  /** Facts about a site, which has its journals to itself. */
  record Facts(long sequence, List<SiteFact> facts) implements Noted {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A revision got a name. */
  record Named(long sequence, long number, String name) implements Noted {}
}

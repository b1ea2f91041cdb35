package galley.desk;

import galley.store.Library;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What every use case works with. */
record Bench(
    Library library,
    Jobs jobs,
    Clock clock,
    Consumer<DeskEvent> events,
    Autosave.Pauses pauses,
    Pen pen,
    Signatures signatures) {
  Bench(
      Library library, Jobs jobs, Clock clock, Consumer<DeskEvent> events, Autosave.Pauses pauses) {
    this(
        library,
        jobs,
        clock,
        events,
        pauses,
        new Pen(library, clock),
        new Signatures(library.folder().resolve("cache").resolve("signatures")));
  }

  void changed(UUID post) {
    events.accept(new DeskEvent.PostsChanged(Set.of(post)));
  }
}

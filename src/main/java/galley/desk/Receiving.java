package galley.desk;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.KeptDraft;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.post.Revision;
import galley.review.DraftMerge;
import galley.review.Fold;
import galley.review.Packet;
import galley.review.PacketException;
import galley.review.PacketReader;
import galley.store.Reviewed;
import galley.store.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Takes packets in: compares them with what is here, and merges. Blocks. */
final class Receiving {
  private final Bench bench;
  private final OpenPosts open;

  Receiving(Bench bench, OpenPosts open) {
    this.bench = bench;
    this.open = open;
  }

  static PacketReader.Opened opened(Path file) {
    try {
      return PacketReader.read(file);
    } catch (PacketException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Compares a packet with what is here; nothing is changed. */
  Arrival compared(PacketReader.Opened opened) {
    Packet packet = opened.packet();
    UUID id = packet.post();
    Optional<Post> mine = bench.library().post(id);
    if (mine.isEmpty()) {
      ReviewChanges said =
          ReviewChanges.between(
              Fold.of(List.of()),
              Fold.of(packet.events(), bench.signatures().of(id, packet.events())),
              packet.events().size());
      return new Arrival(
          opened, Arrival.Kind.NEW, mine, Optional.empty(), said, packet.history().size());
    }
    if (bench.library().bin().stream().anyMatch(post -> post.id().equals(id))) {
      throw new DeskException(Messages.text("desk.packet-binned", mine.get().headline()));
    }
    Reviewed kept = bench.library().reviews().of(id);
    Set<ReviewEvent> known = new HashSet<>(kept.events());
    List<ReviewEvent> fresh =
        packet.events().stream().filter(event -> !known.contains(event)).toList();
    List<ReviewEvent> all = new ArrayList<>(kept.events());
    all.addAll(fresh);
    Predicate<ReviewEvent> fits = bench.signatures().of(id, all);
    ReviewChanges said =
        ReviewChanges.between(Fold.of(kept.events(), fits), Fold.of(all, fits), fresh.size());
    Optional<DraftMerge> merge = merge(mine.get(), kept, packet);
    int missing = missing(packet).size();
    Arrival.Kind kind;
    if (merge.isEmpty()) {
      kind = fresh.isEmpty() && missing == 0 ? Arrival.Kind.KNOWN : Arrival.Kind.SAID;
    } else {
      boolean forward = merge.get().clean().filter(packet.draft()::equals).isPresent();
      kind = forward ? Arrival.Kind.NEWER : Arrival.Kind.BOTH;
    }
    return new Arrival(opened, kind, mine, merge, said, missing);
  }

  /** The earlier states of a packet that the history here does not have. */
  private List<KeptDraft> missing(Packet packet) {
    Set<UUID> here = new HashSet<>();
    if (!packet.history().isEmpty()) {
      bench.library().revisions(packet.post()).forEach(revision -> here.add(revision.id()));
    }
    return packet.history().stream().filter(past -> !here.contains(past.revision().id())).toList();
  }

  /** Both texts from the last state that both sides had; nothing where theirs is not new here. */
  private static Optional<DraftMerge> merge(Post mine, Reviewed kept, Packet packet) {
    Draft theirs = packet.draft();
    String state = Packet.state(theirs);
    Map<String, Draft> past = new HashMap<>();
    kept.rounds().forEach(round -> past.put(Packet.state(round.draft()), round.draft()));
    if (past.containsKey(state) || mine.draft().equals(theirs)) {
      return Optional.empty();
    }
    Map<String, Draft> common = new LinkedHashMap<>();
    packet.past().stream()
        .filter(past::containsKey)
        .forEach(one -> common.put(one, Objects.requireNonNull(past.get(one))));
    if (common.isEmpty()) {
      throw new DeskException(Messages.text("desk.packet-no-base", mine.headline()));
    }
    Draft base = List.copyOf(common.values()).getLast();
    DraftMerge merge = DraftMerge.of(base, mine.draft(), theirs);
    return merge.clean().filter(mine.draft()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(merge);
  }

  /** A packet among files to be brought in: new posts, and what clashes with nothing. */
  Post bring(Path file) throws IOException {
    Arrival arrival = compared(opened(file));
    int clashes = arrival.conflicts().size() + arrival.fieldConflicts().size();
    if (clashes > 0) {
      throw new DeskException(Messages.text("desk.packet-clashes", file.getFileName(), clashes));
    }
    return merge(arrival, Choices.mine());
  }

  /** Takes a packet in. */
  Post merge(Arrival looked, Choices choices) throws IOException {
    Arrival now = compared(looked.opened());
    Packet packet = now.opened().packet();
    boolean decided = now.conflicts().isEmpty() && now.fieldConflicts().isEmpty();
    if (!decided && !now.mine().map(Post::draft).equals(looked.mine().map(Post::draft))) {
      throw new DeskException(
          Messages.text("desk.packet-moved", packet.draft().details().headline()));
    }
    pictures(now.opened());
    Round round = new Round(packet.round(), false, packet.at(), packet.by().name(), packet.draft());
    Reviewed more =
        new Reviewed(
            packet.events(), packet.texts(), Optional.empty(), List.of(round), now.said().open());
    more = more.withPast(missing(packet));
    Post post =
        now.mine().isEmpty()
            ? bench.library().bring(packet.post(), packet.draft(), Revision.Kind.IMPORTED, "", more)
            : joined(now, choices, more);
    bench.changed(post.id());
    return post;
  }

  private Post joined(Arrival arrival, Choices choices, Reviewed more) {
    Post mine = arrival.mine().orElseThrow();
    Packet packet = arrival.opened().packet();
    if (arrival.kind() == Arrival.Kind.KNOWN
        && more.past().isEmpty()
        && bench.library().reviews().of(mine.id()).rounds().containsAll(more.rounds())) {
      return mine;
    }
    Draft draft =
        arrival
            .merge()
            .map(both -> both.with(choices.words(), choices.fields()))
            .orElse(mine.draft());
    String name = Messages.text("desk.packet-merged", packet.round(), packet.by().name());
    String before = Messages.text("desk.packet-before", packet.round(), packet.by().name());
    return open.with(mine.id(), session -> session.merged(draft, name, before, more));
  }

  /** Pictures come first: one without a post does no harm, a post without its picture does. */
  private void pictures(PacketReader.Opened opened) throws IOException {
    Path folder = Files.createTempDirectory("galley-packet-");
    try {
      for (Map.Entry<String, String> picture : opened.media().entrySet()) {
        if (bench.library().media().find(picture.getKey()).isEmpty()) {
          Path copy = folder.resolve(picture.getKey());
          opened.copy(picture.getKey(), copy);
          bench.library().media().put(copy, picture.getValue());
          Files.delete(copy);
        }
      }
    } finally {
      Disposal.of(folder);
    }
  }
}

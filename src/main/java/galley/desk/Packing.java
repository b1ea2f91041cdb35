package galley.desk;

import galley.asset.Messages;
import galley.post.Author;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.KeptDraft;
import galley.post.Post;
import galley.post.ReviewEvent;
import galley.review.Fold;
import galley.review.Folded;
import galley.review.Packet;
import galley.review.PacketException;
import galley.review.PacketHistory;
import galley.review.PacketWriter;
import galley.store.Kept;
import galley.store.Library;
import galley.store.Reviewed;
import galley.store.Round;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes packets: a post with its review as one file. Blocks. */
final class Packing {
  private final Bench bench;
  private final OpenPosts open;

  Packing(Bench bench, OpenPosts open) {
    this.bench = bench;
    this.open = open;
  }

  Packed pack(UUID id, PackRequest request) {
    if (request.note().length() > PackRequest.LONGEST_NOTE) {
      throw new DeskException(Messages.text("desk.packet-note", PackRequest.LONGEST_NOTE));
    }
    Library library = bench.library();
    Post post = open.needed(id);
    Reviewed kept = library.reviews().of(id);
    Author me = bench.pen().me();
    Round round = round(post, kept, me);
    List<String> past = new ArrayList<>();
    for (Round one : kept.rounds()) {
      String state = Packet.state(one.draft());
      past.remove(state); // the last time counts
      past.add(state);
    }
    past.remove(Packet.state(post.draft()));
    Map<String, String> texts = ReviewFiles.texts(library, id, kept);
    List<KeptDraft> history = history(id, request.history());
    Packet packet =
        new Packet(
            id,
            round.number(),
            round.at(),
            me,
            program(),
            post.draft(),
            past,
            kept.events(),
            texts,
            request.note(),
            history);
    Folded folded = Fold.of(kept.events(), bench.signatures().of(id, kept.events()));
    Map<String, Path> media = media(post.draft(), history, request.pictures());
    Path to = named(request.to());
    try {
      long bytes =
          write(
              new PacketWriter(packet, PlacedAnnotations.of(folded, texts, post.draft())),
              media,
              to);
      library
          .reviews()
          .add(
              id,
              new Reviewed(List.of(), Map.of(), Optional.empty(), List.of(round), folded.open()));
      return new Packed(
          to, round.number(), folded.annotations().size(), media.size(), history.size(), bytes);
    } catch (PacketException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.packet-unwritten", to, e.toString()), e);
    }
  }

  /** The round that goes out; the same once more where nothing has changed since. */
  private Round round(Post post, Reviewed kept, Author me) {
    int last = kept.rounds().stream().mapToInt(Round::number).max().orElse(0);
    if (!kept.rounds().isEmpty()) {
      Round newest = kept.rounds().getLast();
      Instant said =
          kept.events().stream().map(ReviewEvent::at).max(Instant::compareTo).orElse(Instant.EPOCH);
      if (newest.out() && newest.draft().equals(post.draft()) && said.isBefore(newest.at())) {
        return newest;
      }
    }
    return new Round(last + 1, true, bench.pen().now(), me.name(), post.draft());
  }

  /** Earlier states that go along, the oldest first. */
  private List<KeptDraft> history(UUID id, PackRequest.History wanted) {
    Library library = bench.library();
    List<KeptDraft> history = new ArrayList<>();
    if (wanted != PackRequest.History.NONE) {
      for (Kept.State state : library.kept(id).map(Kept::states).orElse(List.of())) {
        if (wanted == PackRequest.History.ALL || PacketHistory.isNamed(state.revision())) {
          history.add(new KeptDraft(state.revision(), state.draft()));
        }
      }
    }
    return PacketHistory.fitting(history);
  }

  private Map<String, Path> media(
      Draft draft, List<KeptDraft> history, Optional<Set<String>> chosen) {
    Map<String, Path> media = new TreeMap<>();
    List<ImageRef> images = new ArrayList<>(draft.images());
    history.forEach(past -> images.addAll(past.draft().images()));
    for (ImageRef image : images) {
      Optional<String> sha256 =
          image.sha256().filter(hash -> chosen.map(some -> some.contains(hash)).orElse(true));
      sha256
          .flatMap(bench.library().media()::find)
          .ifPresent(file -> media.put(sha256.orElseThrow(), file));
    }
    return media;
  }

  private static long write(PacketWriter writer, Map<String, Path> media, Path to)
      throws IOException, PacketException {
    Path folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path part = folder.resolve(to.getFileName() + ".part");
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      writer.write(new Unclosed(out), media);
      channel.force(true);
    } catch (IOException | PacketException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    long bytes = Files.size(part);
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return bytes;
  }

  /** Stays open when the zip ends, so that it can be forced. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static Path named(Path wanted) {
    String name = String.valueOf(wanted.getFileName());
    return name.endsWith(Packet.END) ? wanted : wanted.resolveSibling(name + Packet.END);
  }

  private static String program() {
    String version = Packing.class.getPackage().getImplementationVersion();
    return "Galley " + (version == null ? "" : version);
  }
}

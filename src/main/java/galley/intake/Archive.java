package galley.intake;

import galley.asset.Messages;
import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.ImageRef;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an archive of Galley's own: {@code index.md} and its pictures, with {@code
 * .galley/post.json} for all that Markdown can't say and {@code .galley/SHA256SUMS} to tell whether
 * anything was changed since. Unchanged, it gives the identical draft back. Where someone has
 * changed the text, the text goes before what the archive remembers of it.
 */
final class Archive {
  static final String TEXT = "index.md";
  static final String POST = ".galley/post.json";
  static final String SUMS = ".galley/SHA256SUMS";
  private static final String HISTORY = ".galley/history/history.json";
  private static final String HISTORY_SUMS = ".galley/history/SHA256SUMS";
  private static final String EVENTS = ".galley/review/events.ndjson";
  private static final String BASE = ".galley/review/base/";
  private static final long LARGEST = 256L << 20;

  private final PostFile file;
  private final Path scratch;
  private final Notes notes;

  Archive(PostFile file, Path scratch, Notes notes) {
    this.file = file;
    this.scratch = scratch;
    this.notes = notes;
  }

  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(POST)) && Files.isRegularFile(folder.resolve(TEXT));
  }

  Incoming read() throws RefusedException, IOException {
    Path folder = file.folder();
    Map<String, String> sums = sums(folder);
    Optional<String> json = json(folder, sums);
    Optional<Draft> draft = json.flatMap(this::draft);
    if (draft.isEmpty()) {
      return new MarkdownPost(file, scratch, notes).read();
    }
    if (isChanged(folder, TEXT, sums)) {
      notes.changed(Messages.text("intake.archive-text-changed"));
      Incoming text = new MarkdownPost(file, scratch, notes).read();
      return new Incoming(
          withWords(text.draft(), draft.get()),
          text.pictures(),
          file.from(),
          notes.all(),
          json,
          text.original());
    }
    notes.kept(Messages.text("intake.archive-whole"));
    return new Incoming(
        draft.get(),
        pictures(folder, draft.get(), sums),
        file.from(),
        notes.all(),
        json,
        Optional.empty());
  }

  /** What the text can't say of its pictures, from the archive. */
  private static Draft withWords(Draft text, Draft kept) {
    List<ImageRef> images =
        text.images().stream()
            .map(image ->
                kept.image(image.file())
                    .map(old ->
                        image.withWords(
                            image.alt().isEmpty() ? old.alt() : image.alt(),
                            image.caption().isEmpty() ? old.caption() : image.caption(),
                            image.credit().isEmpty() ? old.credit() : image.credit(),
                            image.licence().isEmpty() ? old.licence() : image.licence(),
                            image.decorative() || old.decorative()))
                    .orElse(image))
            .toList();
    return text.withImages(images)
        .withDetails(text.details().withSources(kept.details().sources()));
  }

  private Optional<String> json(Path folder, Map<String, String> sums) throws IOException {
    Path post = folder.resolve(POST);
    if (Files.size(post) > LARGEST || isChanged(folder, POST, sums)) {
      notes.refused(Messages.text("intake.archive-post-changed"));
      return Optional.empty();
    }
    return Optional.of(whole(folder, Files.readString(post, StandardCharsets.UTF_8), sums));
  }

  /** The post's JSON with its history and what was said about it, which lie in files beside it. */
  private String whole(Path folder, String post, Map<String, String> sums) throws IOException {
    try {
      if (!(JsonMapper.shared().readTree(post) instanceof ObjectNode root)) {
        return post;
      }
      Path history = folder.resolve(HISTORY);
      if (Files.isRegularFile(history)
          && Files.size(history) <= LARGEST
          && !isChanged(folder, HISTORY, sums)) {
        root.setAll(
            (ObjectNode)
                JsonMapper.shared().readTree(Files.readString(history, StandardCharsets.UTF_8)));
      }
      Path events = folder.resolve(EVENTS);
      if (Files.isRegularFile(events) && Files.size(events) <= LARGEST) {
        if (isChanged(folder, EVENTS, sums)) {
          notes.refused(Messages.text("intake.archive-review-changed"));
        } else {
          root.set("review", review(folder, sums));
        }
      }
      return root.toString();
    } catch (JacksonException | ClassCastException e) {
      return post; // said of the post itself where it is broken
    }
  }

  private ObjectNode review(Path folder, Map<String, String> sums) throws IOException {
    ObjectNode review = JsonMapper.shared().createObjectNode();
    ArrayNode events = review.putArray("events");
    for (String line : Files.readString(folder.resolve(EVENTS)).split("\n", -1)) {
      if (!line.isBlank()) {
        events.add(line);
      }
    }
    ArrayNode texts = review.putArray("texts");
    for (String name : sums.keySet()) {
      Optional<Path> text = name.startsWith(BASE) ? inside(folder, name) : Optional.empty();
      if (text.isPresent()
          && Files.isRegularFile(text.get())
          && Files.size(text.get()) <= LARGEST
          && !isChanged(folder, name, sums)) {
        texts.add(Files.readString(text.get(), StandardCharsets.UTF_8));
      }
    }
    review.putArray("rounds");
    review.put("openNotes", 0);
    return review;
  }

  private Optional<Draft> draft(String json) {
    try {
      JsonNode root = JsonMapper.builder().build().readTree(json);
      JsonNode draft = root.get("draft");
      if (draft == null) {
        throw new IllegalArgumentException("No draft");
      }
      return Optional.of(DraftJson.read(draft));
    } catch (JacksonException | IllegalArgumentException e) {
      notes.refused(Messages.text("intake.archive-post-broken"));
      return Optional.empty();
    }
  }

  private List<IncomingPicture> pictures(Path folder, Draft draft, Map<String, String> sums)
      throws IOException {
    PictureFinder finder = new PictureFinder(file, scratch, notes);
    Map<String, Path> byHash = new LinkedHashMap<>();
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      Optional<Path> media = inside(folder, sum.getKey());
      if (media.isPresent()) {
        byHash.put(sum.getValue(), media.get());
      }
    }
    List<IncomingPicture> pictures = new ArrayList<>();
    for (ImageRef image : draft.images()) {
      if (image.sha256().isEmpty()) {
        continue;
      }
      Path media = byHash.get(image.sha256().get());
      if (media != null && Sha256.of(media).equals(image.sha256().get())) {
        pictures.add(new IncomingPicture(image.file(), image.originalName(), media));
      } else {
        notes.changed(Messages.text("intake.archive-picture-changed", image.file()));
        finder.find(image.file()).ifPresent(pictures::add);
      }
    }
    return pictures;
  }

  private Optional<Path> inside(Path folder, String name) {
    try {
      return file.tree().inside(folder.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty(); // a name this system can't hold
    }
  }

  private boolean isChanged(Path folder, String name, Map<String, String> sums) throws IOException {
    String sum = sums.get(name);
    return sum == null || !sum.equals(Sha256.of(folder.resolve(name)));
  }

  /** Paths and their hashes, as {@code sha256sum} writes them. */
  private static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String name : List.of(SUMS, HISTORY_SUMS)) {
      sums(folder.resolve(name), sums);
    }
    return sums;
  }

  private static void sums(Path file, Map<String, String> sums) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) < LARGEST / 64) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.matches("[0-9a-f]{64} [ *].+")) {
          sums.put(line.substring(66), line.substring(0, 64));
        }
      }
    }
  }
}

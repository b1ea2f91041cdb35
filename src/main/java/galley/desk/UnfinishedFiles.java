package galley.desk;

import galley.asset.Messages;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what was begun and not sent, one small file for each post: a new file beside, forced, moved
 * over the old one; none where nothing was begun. Any thread; blocks.
 */
final class UnfinishedFiles {
  private static final Logger LOG = Logger.getLogger(UnfinishedFiles.class.getName());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  UnfinishedFiles(Path library) {
    folder = library.resolve("unsent");
  }

  private Path file(UUID post) {
    return folder.resolve(post + ".json");
  }

  /** What was begun; a file that can't be read counts as none and stays where it is. */
  Unfinished read(UUID post) {
    Path file = file(post);
    if (!Files.isRegularFile(file)) {
      return Unfinished.NOTHING;
    }
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      Map<UUID, String> replies = new HashMap<>();
      for (Map.Entry<String, JsonNode> reply : json.path("replies").properties()) {
        replies.put(UUID.fromString(reply.getKey()), reply.getValue().asString(""));
      }
      JsonNode note = json.path("note");
      return new Unfinished(note.isObject() ? Optional.of(note(note)) : Optional.empty(), replies);
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "What was begun could not be read", e);
      return Unfinished.NOTHING;
    }
  }

  private static Unfinished.Begun note(JsonNode json) {
    int start = Math.max(0, json.path("start").asInt(0));
    return new Unfinished.Begun(
        UUID.fromString(json.path("id").asString("")),
        new Review.Note(
            Annotation.Kind.valueOf(json.path("kind").asString("")),
            Anchor.Scope.valueOf(json.path("scope").asString("")),
            json.path("target").asString(""),
            new Span(start, Math.max(start, json.path("end").asInt(start))),
            json.path("body").asString(""),
            Optional.of(json.path("replacement").asString(""))),
        json.path("words").asString(""));
  }

  void write(UUID post, Unfinished begun) {
    Path file = file(post);
    try {
      if (begun.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(folder);
      WholeFile.write(file, JSON.writeValueAsBytes(json(begun)));
    } catch (IOException e) {
      throw new DeskException(Messages.text("desk.unsent-unwritten", file), e);
    }
  }

  private static ObjectNode json(Unfinished begun) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode replies = json.putObject("replies");
    begun.replies().forEach((note, words) -> replies.put(note.toString(), words));
    if (begun.note().isPresent()) {
      Unfinished.Begun note = begun.note().get();
      Review.Note said = note.said();
      json.putObject("note")
          .put("id", note.id().toString())
          .put("kind", said.kind().name())
          .put("scope", said.scope().name())
          .put("target", said.target())
          .put("start", said.span().start())
          .put("end", said.span().end())
          .put("body", said.body())
          .put("replacement", said.replacement().orElse(""))
          .put("words", note.words());
    }
    return json;
  }
}

package galley.store;

import galley.asset.Messages;
import galley.post.Anchor;
import galley.post.Branch;
import galley.post.DraftJson;
import galley.post.Texts;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The branches of posts somebody suggests on by writing, one file each: its fingerprint on the
 * first line, then JSON. What a method returned for is on the disk. Any thread; blocks.
 */
public final class Branches {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String END = ".json";
  private static final int PRINT = 64;
  private static final Branch ENDED = new Branch(Texts.NONE, Texts.NONE);

  private final Layout layout;
  private final Disk disk;

  Branches(Layout layout, Disk disk) {
    this.layout = layout;
    this.disk = disk;
  }

  static String name(UUID post) {
    return post + END;
  }

  /** Whose branch a file is; nothing where it is none. */
  static Optional<UUID> post(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return name.endsWith(END)
          ? Optional.of(UUID.fromString(name.substring(0, name.length() - END.length())))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Path file(UUID post) {
    return layout.branches().resolve(name(post));
  }

  /**
   * The branch that is kept of a post.
   *
   * @throws StoreException where it can't be read; it is set aside then, and the message says where
   */
  public synchronized Optional<Branch> read(UUID post) {
    Path file = file(post);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(Files.readAllBytes(file))).filter(kept -> !kept.equals(ENDED));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED, Messages.text("store.branch.damaged", setAside(file)), e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path setAside(Path file) {
    try {
      Path folder = layout.setAside().resolve(Belongings.BRANCHES);
      Disk.folder(folder);
      Path free = folder.resolve(String.valueOf(file.getFileName()));
      for (int i = 2; Files.exists(free); i++) {
        free = folder.resolve(i + "-" + file.getFileName());
      }
      Disk.move(file, free);
      return free;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Keeps a branch in the place of the one before. */
  public synchronized void write(UUID post, Branch branch) {
    ObjectNode root = JSON.createObjectNode();
    put(root.putObject("base"), branch.base());
    put(root.putObject("text"), branch.text());
    byte[] json = DraftJson.forUtf8(JSON.writeValueAsString(root)).getBytes(StandardCharsets.UTF_8);
    byte[] print = (Sha256.of(json) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[print.length + json.length];
    System.arraycopy(print, 0, all, 0, print.length);
    System.arraycopy(json, 0, all, print.length, json.length);
    try {
      Disk.folder(layout.branches());
      disk.replace(file(post), all);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Keeps that the branch has ended: backups learn of it, too, and never bring it back. */
  public void end(UUID post) {
    if (Files.exists(file(post))) {
      write(post, ENDED);
    }
  }

  /** Lets go of what is kept of a post that is deleted for good. */
  synchronized void delete(UUID post) {
    try {
      if (Files.deleteIfExists(file(post))) {
        Disk.forceFolder(layout.branches());
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Whether a file is as it was written. */
  static boolean isWhole(Path file) throws IOException {
    try {
      parse(Files.readAllBytes(file));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Branch parse(byte[] bytes) {
    try {
      if (bytes.length > 0 && bytes[0] == '{') { // before headlines were suggested on
        JsonNode root = JSON.readTree(bytes);
        return new Branch(
            Texts.NONE.with(Anchor.Scope.TEXT, root.required("base").asString()),
            Texts.NONE.with(Anchor.Scope.TEXT, root.required("text").asString()));
      }
      String all = new String(bytes, StandardCharsets.UTF_8);
      if (all.length() < PRINT + 1) {
        throw new IllegalArgumentException("Too short for a branch");
      }
      String json = all.substring(PRINT + 1);
      if (!Sha256.of(json.getBytes(StandardCharsets.UTF_8)).equals(all.substring(0, PRINT))) {
        throw new IllegalArgumentException("Not what was written");
      }
      JsonNode root = JSON.readTree(json);
      return new Branch(texts(root.required("base")), texts(root.required("text")));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a branch", e);
    }
  }

  private static void put(ObjectNode into, Texts texts) {
    into.put("headline", texts.headline())
        .put("standfirst", texts.standfirst())
        .put("body", texts.body());
  }

  private static Texts texts(JsonNode node) {
    return new Texts(
        node.required("headline").asString(),
        node.required("standfirst").asString(),
        node.required("body").asString());
  }

  private static StoreException failed(IOException cause) {
    return new StoreException(
        Failures.kind(cause, StoreException.Kind.NOT_SAVED),
        Messages.text("store.branch.failed", Failures.reason(cause)),
        cause);
  }
}

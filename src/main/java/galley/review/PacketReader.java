package galley.review;

import galley.asset.Messages;
import galley.post.Author;
import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.KeptDraft;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.text.Sha256;
import galley.zip.CheckedZip;
import galley.zip.ZipRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a packet that anybody may have made. Nothing it says of itself is believed: sizes are
 * counted, names looked at, every file is compared with its fingerprint. Nothing is written but
 * pictures, to where the caller says.
 */
public final class PacketReader {
  private static final Pattern KNOWN =
      Pattern.compile(
          "mimetype|manifest\\.json|manuscript\\.md|post\\.json|annotations\\.jsonld"
              + "|events\\.ndjson|history\\.ndjson|review\\.html|base/[0-9a-f]{64}\\.md"
              + "|media/[0-9a-f]{64}\\.[a-z0-9]{1,8}");

  private final Path file;
  private final String name;

  private PacketReader(Path file) {
    this.file = file;
    name = String.valueOf(file.getFileName());
  }

  /** A packet and the pictures it brings. */
  public static final class Opened {
    private final Path file;
    private final Packet packet;
    private final Map<String, String> media;

    private Opened(Path file, Packet packet, Map<String, String> media) {
      this.file = file;
      this.packet = packet;
      this.media = Collections.unmodifiableMap(media);
    }

    public Path file() {
      return file;
    }

    public Packet packet() {
      return packet;
    }

    /** The pictures by SHA-256, and what their files' names end with, without the dot. */
    public Map<String, String> media() {
      return media;
    }

    /** Writes a picture's file. */
    public void copy(String sha256, Path to) throws IOException {
      try (CheckedZip zip = CheckedZip.open(file)) {
        CheckedZip.Entry entry =
            zip.file("media/" + sha256 + "." + media.get(sha256))
                .orElseThrow(() -> new ZipException("The picture is no longer in the packet"));
        try (InputStream in = zip.open(entry)) {
          Files.copy(in, to);
        }
      }
    }
  }

  /** Reads all of a packet. */
  public static Opened read(Path file) throws PacketException {
    return new PacketReader(file).read();
  }

  private Opened read() throws PacketException {
    try (CheckedZip zip = CheckedZip.open(file)) {
      names(zip);
      if (!text(zip, "mimetype").equals(Packet.TYPE)) {
        throw no(Messages.text("packet.other", name));
      }
      JsonNode manifest = JsonMapper.shared().readTree(text(zip, "manifest.json"));
      int format = manifest.path("format").asInt(0);
      if (format > PacketWriter.FORMAT) {
        throw new PacketException(
            Messages.text("packet.newer", name, manifest.path("program").asString("Galley")));
      }
      Map<String, String> media = compare(zip, manifest.required("files"));
      return new Opened(file, packet(zip, manifest), media);
    } catch (ZipRefusedException e) {
      throw new PacketException(
          switch (e.reason()) {
            case DAMAGED -> Messages.text("packet.damaged", name);
            case LOCKED -> Messages.text("packet.locked", name);
            case MANY, LARGE_FILE, LARGE, BOMB -> Messages.text("packet.bomb", name);
          },
          e);
    } catch (ZipException e) {
      throw new PacketException(Messages.text("packet.damaged", name), e);
    } catch (IOException e) {
      throw new PacketException(
          Messages.text("packet.unreadable", name, String.valueOf(e.getMessage())), e);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PacketException(Messages.text("packet.changed", name, "manifest.json"), e);
    }
  }

  /** A packet that has one name no packet has is not read at all. */
  private void names(CheckedZip zip) throws PacketException {
    for (CheckedZip.Entry entry : zip.entries()) {
      switch (entry.fault()) {
        case NONE -> {}
        case ABSOLUTE, UPWARDS -> throw no(Messages.text("packet.outside", name));
        case TWICE -> throw no(Messages.text("packet.twice", name));
        case LINK -> throw no(Messages.text("packet.link", name));
        case HIDDEN_CHARACTER, FORBIDDEN_CHARACTER, TRAILING, DEVICE, NESTED ->
            throw no(Messages.text("packet.name", name, shown(entry.name())));
      }
    }
    if (zip.file("mimetype").isEmpty() || zip.file("manifest.json").isEmpty()) {
      throw no(Messages.text("packet.other", name));
    }
  }

  /** Compares every file with its fingerprint; gives the pictures. */
  private Map<String, String> compare(CheckedZip zip, JsonNode sums)
      throws PacketException, IOException {
    Map<String, String> media = new TreeMap<>();
    for (Map.Entry<String, JsonNode> sum : sums.properties()) {
      String sha256 = Sha256.of(bytes(zip, sum.getKey()));
      if (!sha256.equals(sum.getValue().asString())) {
        throw new PacketException(Messages.text("packet.changed", name, sum.getKey()));
      }
      if (sum.getKey().startsWith("media/") && KNOWN.matcher(sum.getKey()).matches()) {
        String end = sum.getKey().substring("media/".length());
        if (!end.startsWith(sha256)) {
          throw new PacketException(Messages.text("packet.changed", name, sum.getKey()));
        }
        media.put(sha256, end.substring(65));
      }
    }
    for (CheckedZip.Entry entry : zip.entries()) {
      boolean own = entry.name().equals("mimetype") || entry.name().equals("manifest.json");
      if (!own && !entry.folder() && !sums.has(entry.name())) {
        throw new PacketException(Messages.text("packet.changed", name, shown(entry.name())));
      }
    }
    return media;
  }

  private Packet packet(CheckedZip zip, JsonNode manifest) throws PacketException, IOException {
    UUID post = UUID.fromString(manifest.required("post").asString());
    JsonNode json = JsonMapper.shared().readTree(text(zip, "post.json"));
    Draft draft = DraftJson.read(json.required("draft"));
    if (!Packet.state(draft).equals(manifest.required("state").asString())) {
      throw new PacketException(Messages.text("packet.changed", name, "post.json"));
    }
    List<String> past = new ArrayList<>();
    json.required("past").forEach(state -> past.add(state.asString()));
    List<ReviewEvent> events = new ArrayList<>();
    for (String line : text(zip, "events.ndjson").split("\n", -1)) {
      if (!line.isBlank()) {
        events.add(event(line, post));
      }
    }
    Map<String, String> texts = new HashMap<>();
    for (CheckedZip.Entry entry : zip.entries()) {
      if (entry.name().startsWith("base/") && KNOWN.matcher(entry.name()).matches()) {
        String text = text(zip, entry.name());
        texts.put(Sha256.of(text), text);
      }
    }
    JsonNode by = manifest.required("by");
    return new Packet(
        post,
        manifest.required("round").asInt(),
        Instant.parse(manifest.required("at").asString()),
        new Author(
            by.required("name").asString(),
            by.required("initials").asString(),
            by.required("colour").asString(),
            by.required("device").asString()),
        manifest.required("program").asString(),
        draft,
        past,
        events,
        texts,
        note(manifest),
        zip.file(Packet.HISTORY).isEmpty() ? List.of() : history(zip, post));
  }

  private static String note(JsonNode manifest) {
    String note = manifest.path("note").asString("").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    return note.length() <= Packet.LONGEST_NOTE ? note : note.substring(0, Packet.LONGEST_NOTE);
  }

  private List<KeptDraft> history(CheckedZip zip, UUID post) throws PacketException, IOException {
    try {
      return PacketHistory.read(post, text(zip, Packet.HISTORY));
    } catch (IllegalArgumentException e) {
      throw new PacketException(Messages.text("packet.changed", name, Packet.HISTORY), e);
    }
  }

  private ReviewEvent event(String line, UUID post) throws PacketException {
    ReviewEvent event;
    try {
      event = ReviewEventJson.read(line);
    } catch (IllegalArgumentException e) {
      throw new PacketException(Messages.text("packet.changed", name, "events.ndjson"), e);
    }
    if (!event.post().equals(post)) {
      throw no(Messages.text("packet.mixed", name));
    }
    return event;
  }

  private String text(CheckedZip zip, String entryName) throws PacketException, IOException {
    return new String(bytes(zip, entryName), StandardCharsets.UTF_8);
  }

  private byte[] bytes(CheckedZip zip, String entryName) throws PacketException, IOException {
    CheckedZip.Entry entry =
        zip.file(entryName)
            .orElseThrow(() -> no(Messages.text("packet.missing", name, shown(entryName))));
    try (InputStream in = zip.open(entry)) {
      return in.readAllBytes();
    }
  }

  private static PacketException no(String why) {
    return new PacketException(why);
  }

  private static String shown(String entryName) {
    return entryName.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }
}

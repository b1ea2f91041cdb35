package galley.review;

import galley.asset.Messages;
import galley.post.Author;
import galley.post.Draft;
import galley.post.DraftJson;
import galley.post.KeptDraft;
import galley.post.ReviewEvent;
import galley.post.ReviewEventJson;
import galley.text.Sha256;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a packet that anybody may have made. Nothing it says of itself is believed: sizes are
 * counted, names looked at, every file is compared with its fingerprint. Nothing is written but
 * pictures, to where the caller says.
 */
public final class PacketReader {
  private static final int MOST_FILES = 20_000;
  private static final long LARGEST_TEXT = 64L << 20;
  private static final long LARGEST_PICTURE = 256L << 20;
  private static final long LARGEST_ALL = 1L << 30;
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
      try (ZipFile zip = new ZipFile(file.toFile())) {
        ZipEntry entry = zip.getEntry("media/" + sha256 + "." + media.get(sha256));
        if (entry == null) {
          throw new ZipException("The picture is no longer in the packet");
        }
        try (InputStream in = zip.getInputStream(entry)) {
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
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
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
    } catch (ZipException e) {
      throw new PacketException(Messages.text("packet.damaged", name), e);
    } catch (IOException e) {
      throw new PacketException(
          Messages.text("packet.unreadable", name, String.valueOf(e.getMessage())), e);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new PacketException(Messages.text("packet.changed", name, "manifest.json"), e);
    }
  }

  private void names(ZipFile zip) throws PacketException, IOException {
    if (zip.size() > MOST_FILES) {
      throw no(Messages.text("packet.bomb", name));
    }
    List<String> seen = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String inside = entry.getName();
      if (inside.startsWith("/")
          || inside.contains("\\")
          || inside.contains(":")
          || ("/" + inside + "/").contains("/../")) {
        throw no(Messages.text("packet.outside", name));
      }
      seen.add(inside);
    }
    if (seen.stream().distinct().count() != seen.size()) {
      throw no(Messages.text("packet.twice", name));
    }
    if (!seen.contains("mimetype") || !seen.contains("manifest.json")) {
      throw no(Messages.text("packet.other", name));
    }
    if (ZipLinks.has(file)) {
      throw no(Messages.text("packet.link", name));
    }
  }

  /** Compares every file with its fingerprint; gives the pictures. */
  private Map<String, String> compare(ZipFile zip, JsonNode sums)
      throws PacketException, IOException {
    Map<String, String> media = new TreeMap<>();
    long all = 0;
    for (Map.Entry<String, JsonNode> sum : sums.properties()) {
      ZipEntry entry = zip.getEntry(sum.getKey());
      if (entry == null) {
        throw new PacketException(Messages.text("packet.missing", name, sum.getKey()));
      }
      Counted counted = new Counted(sum.getKey().startsWith("media/"), LARGEST_ALL - all);
      String sha256 = counted.sha256(zip, entry);
      all += counted.bytes;
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
    for (ZipEntry entry : Collections.list(zip.entries())) {
      boolean own = entry.getName().equals("mimetype") || entry.getName().equals("manifest.json");
      if (!own && !entry.isDirectory() && !sums.has(entry.getName())) {
        throw new PacketException(Messages.text("packet.changed", name, shown(entry.getName())));
      }
    }
    return media;
  }

  private Packet packet(ZipFile zip, JsonNode manifest) throws PacketException, IOException {
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
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getName().startsWith("base/") && KNOWN.matcher(entry.getName()).matches()) {
        String text = text(zip, entry.getName());
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
        zip.getEntry(Packet.HISTORY) == null ? List.of() : history(zip, post));
  }

  private static String note(JsonNode manifest) {
    String note = manifest.path("note").asString("").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    return note.length() <= Packet.LONGEST_NOTE ? note : note.substring(0, Packet.LONGEST_NOTE);
  }

  private List<KeptDraft> history(ZipFile zip, UUID post) throws PacketException, IOException {
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

  private String text(ZipFile zip, String entryName) throws PacketException, IOException {
    ZipEntry entry = zip.getEntry(entryName);
    if (entry == null) {
      throw new PacketException(Messages.text("packet.missing", name, entryName));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Counted(false, LARGEST_ALL).read(zip, entry, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Counts what comes out of an entry. */
  private final class Counted {
    private final long most;
    private long bytes;

    Counted(boolean picture, long room) {
      most = Math.min(room, picture ? LARGEST_PICTURE : LARGEST_TEXT);
    }

    String sha256(ZipFile zip, ZipEntry entry) throws PacketException, IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      read(zip, entry, out);
      return Sha256.of(out.toByteArray());
    }

    void read(ZipFile zip, ZipEntry entry, ByteArrayOutputStream out)
        throws PacketException, IOException {
      byte[] buffer = new byte[1 << 16];
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          bytes += read;
          if (bytes > most) {
            throw no(Messages.text("packet.bomb", name));
          }
          out.write(buffer, 0, read);
        }
      }
    }
  }

  private static PacketException no(String why) {
    return new PacketException(why);
  }

  private static String shown(String entryName) {
    return entryName.replaceAll("\\p{Cntrl}|\\p{Cf}", "\uFFFD");
  }
}

package galley.review;

import galley.asset.Messages;
import galley.markdown.FrontMatter;
import galley.post.DraftJson;
import galley.post.PlacedAnnotation;
import galley.post.ReviewEventJson;
import galley.text.Sha256;
import galley.zip.CheckedZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a packet as one file: the same packet gives the same bytes. */
public final class PacketWriter {
  static final int FORMAT = 1;
  // For the first of January Java adds a second date, which depends on the time zone
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Packet packet;
  private final List<PlacedAnnotation> annotations;

  /**
   * A writer for one packet.
   *
   * @param annotations what its events come to, placed in its draft's body
   */
  public PacketWriter(Packet packet, List<PlacedAnnotation> annotations) {
    this.packet = packet;
    this.annotations = List.copyOf(annotations);
  }

  /**
   * Writes the packet.
   *
   * @param media the pictures that go along: by their SHA-256, files whose names end as theirs
   * @throws PacketException where nobody could open it, being too large
   */
  public void write(OutputStream out, Map<String, Path> media) throws IOException, PacketException {
    Map<String, byte[]> files = texts(media);
    measure(files, media);
    Map<String, Path> pictures = new TreeMap<>();
    Map<String, String> sums = new TreeMap<>();
    files.forEach((name, content) -> sums.put(name, Sha256.of(content)));
    media.forEach((sha256, file) -> {
      pictures.put(name(sha256, file), file);
      sums.put(name(sha256, file), sha256);
    });
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      stored(zip, "mimetype", Packet.TYPE.getBytes(StandardCharsets.US_ASCII));
      put(zip, "manifest.json", bytes(manifest(sums)));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
      for (Map.Entry<String, Path> picture : pictures.entrySet()) {
        zip.putNextEntry(entry(picture.getKey()));
        Files.copy(picture.getValue(), zip);
        zip.closeEntry();
      }
    }
  }

  private static void measure(Map<String, byte[]> files, Map<String, Path> media)
      throws IOException, PacketException {
    long all = 0;
    long largest = 0;
    for (byte[] file : files.values()) {
      all += file.length;
      largest = Math.max(largest, file.length);
    }
    for (Path picture : media.values()) {
      all += Files.size(picture);
      largest = Math.max(largest, Files.size(picture));
    }
    long rest = 1L << 20; // for the manifest
    if (files.size() + media.size() + 2 > CheckedZip.MOST_ENTRIES
        || largest > CheckedZip.LARGEST_FILE
        || all + rest > CheckedZip.LARGEST_ALL) {
      throw new PacketException(
          Messages.text(
              "packet.large",
              CheckedZip.MOST_ENTRIES,
              CheckedZip.LARGEST_FILE >> 20,
              CheckedZip.LARGEST_ALL >> 20));
    }
  }

  private Map<String, byte[]> texts(Map<String, Path> media) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manuscript.md", bytes(manuscript()));
    ObjectNode post = JsonNodeFactory.instance.objectNode();
    post.set("draft", DraftJson.write(packet.draft()));
    ArrayNode past = post.putArray("past");
    packet.past().forEach(past::add);
    files.put("post.json", bytes(ReviewEventJson.line(post) + "\n"));
    StringBuilder events = new StringBuilder();
    packet.events().forEach(event -> events.append(ReviewEventJson.write(event)).append('\n'));
    files.put("events.ndjson", bytes(events.toString()));
    if (!packet.history().isEmpty()) {
      files.put(Packet.HISTORY, bytes(PacketHistory.write(packet.history())));
    }
    String body = packet.draft().body();
    files.put("annotations.jsonld", bytes(WebAnnotations.write(packet.post(), body, annotations)));
    Map<String, String> places = new TreeMap<>();
    media.forEach((sha256, file) -> places.put(sha256, name(sha256, file)));
    files.put("review.html", bytes(ReviewPage.of(packet.draft(), places, annotations, said())));
    new TreeMap<>(packet.texts())
        .forEach((sha256, text) -> files.put("base/" + sha256 + ".md", bytes(text)));
    return files;
  }

  private String said() {
    return packet.note().isEmpty() ? "" : packet.by().name() + ": " + packet.note();
  }

  private String manifest(Map<String, String> sums) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("format", FORMAT);
    node.put("program", packet.program());
    node.put("post", packet.post().toString());
    node.put("headline", packet.draft().details().headline());
    node.put("round", packet.round());
    node.put("at", packet.at().toString());
    node.putObject("by")
        .put("name", packet.by().name())
        .put("initials", packet.by().initials())
        .put("colour", packet.by().colour())
        .put("device", packet.by().device());
    if (!packet.note().isEmpty()) {
      node.put("note", packet.note());
    }
    node.put("state", Packet.state(packet.draft()));
    ObjectNode files = node.putObject("files");
    sums.forEach(files::put);
    return DraftJson.forUtf8(
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node))
        .replace("\r\n", "\n");
  }

  private String manuscript() {
    var details = packet.draft().details();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("title", details.headline());
    if (!details.standfirst().isEmpty()) {
      keys.put("description", details.standfirst());
    }
    keys.put("slug", details.slug());
    keys.put("lang", details.language());
    return "---\n" + FrontMatter.write(keys) + "---\n" + packet.draft().body();
  }

  private static String name(String sha256, Path file) {
    String name = String.valueOf(file.getFileName());
    return "media/" + sha256 + name.substring(name.lastIndexOf('.'));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(entry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = entry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    return entry;
  }
}

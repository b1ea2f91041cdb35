package galley.docx;

import galley.asset.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a Word document, which is a zip file; bounded, so that none can fill the memory. */
final class Parts {
  static final int MOST = 3000;
  static final long LARGEST = 64L << 20;
  static final long LARGEST_OF_ALL = 192L << 20;

  // For the first of January Java adds a second date, which depends on the time zone
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Parts() {}

  /** The parts by their names; pictures and the like are read only as far as bounds allow. */
  static Map<String, byte[]> read(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    long total = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
          throw new WordException(Messages.text("docx.outside"));
        }
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = zip.readNBytes((int) LARGEST + 1);
        total += bytes.length;
        if (bytes.length > LARGEST || total > LARGEST_OF_ALL || parts.size() >= MOST) {
          throw new WordException(Messages.text("docx.too-much"));
        }
        parts.put(name, bytes);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new WordException(broken(), e);
    } catch (IOException e) {
      throw new WordException(broken(), e);
    }
    if (!parts.containsKey("word/document.xml")) {
      throw new WordException(Messages.text("docx.none"));
    }
    return parts;
  }

  static String broken() {
    return Messages.text("docx.broken");
  }

  /** The same parts give the same bytes. */
  static byte[] write(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes every byte", e);
    }
    return bytes.toByteArray();
  }
}

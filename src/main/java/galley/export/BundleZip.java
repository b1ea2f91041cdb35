package galley.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zips that are the same for the same bundle: in order, all of one date. */
final class BundleZip {
  // For the first of January Java adds a second date, which depends on the time zone
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final Set<String> PACKED =
      Set.of("jpg", "jpeg", "png", "gif", "webp", "woff2", "zip", "mimetype");

  private BundleZip() {}

  /** Writes the bundle's folder as a zip; the stream stays open. */
  static void write(Bundle bundle, OutputStream out) throws IOException {
    write(bundle.name() + "/", bundle.files(), out);
  }

  /** Writes files into a folder of a zip in the order given; the stream stays open. */
  static void write(String folder, List<BundleFile> files, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new Kept(out), StandardCharsets.UTF_8);
    zip.setLevel(9);
    for (BundleFile file : files) {
      ZipEntry entry = new ZipEntry(folder + file.path());
      entry.setTimeLocal(DATE);
      String path = file.path();
      if (PACKED.contains(path.substring(path.lastIndexOf('.') + 1))) {
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.bytes());
        entry.setCrc(crc(file));
      }
      zip.putNextEntry(entry);
      try (InputStream in = file.content().open()) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.close();
  }

  private static long crc(BundleFile file) throws IOException {
    CRC32 crc = new CRC32();
    try (CheckedInputStream in = new CheckedInputStream(file.content().open(), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return crc.getValue();
  }

  /** Lets the zip be closed, which frees its memory, before the file is forced. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
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
}

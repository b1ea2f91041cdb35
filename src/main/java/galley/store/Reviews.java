package galley.store;

import galley.asset.Messages;
import galley.post.Author;
import galley.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;

/**
 * What people say about the posts of a library. What a method returned for is on the disk twice, in
 * the database and in the post's journal. Every call waits for the disk.
 */
public final class Reviews {
  private final Vault vault;

  Reviews(Vault vault) {
    this.vault = vault;
  }

  /**
   * Everything that is kept of a post's review. What is damaged is left out, so that the rest can
   * be worked with; a check of the library tells of it.
   */
  public Reviewed of(UUID post) {
    return vault.read(connection -> {
      Optional<Posts.Sealed> row = Posts.find(connection, post);
      return row.isEmpty()
          ? Reviewed.NOTHING
          : ReviewRows.good(connection, post, row.get().row().listed().openNotes());
    });
  }

  /** Everything, or a {@link StoreException} where an event is damaged. */
  static Reviewed of(Connection connection, UUID post) throws SQLException {
    Optional<Posts.Sealed> row = Posts.find(connection, post);
    try {
      return row.isEmpty()
          ? Reviewed.NOTHING
          : ReviewRows.of(connection, post, row.get().row().listed().openNotes());
    } catch (DataFormatException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          Messages.text("store.damaged.review", row.orElseThrow().row().listed().headline()),
          e);
    }
  }

  /** Adds to a post's review what is not there yet. */
  public void add(UUID post, Reviewed more) {
    vault.change(connection -> {
      Posts.Sealed before =
          Posts.find(connection, post)
              .orElseThrow(() ->
                  new StoreException(
                      StoreException.Kind.UNKNOWN,
                      Messages.text("store.unknown.post", post),
                      null));
      long sequence = before.row().journalSequence();
      Reviewed fresh = ReviewRows.fresh(connection, post, more);
      if (!fresh.isEmpty()) {
        sequence = vault.journals().of(post, sequence).reviewed(fresh);
        vault.journals().rest(post);
      }
      new Ledger(connection).review(before, fresh, sequence);
      return true;
    });
  }

  /** A body that an anchor or a place refers to, where it is kept anywhere. */
  public Optional<String> text(UUID post, String sha256) {
    return vault.read(connection -> {
      String kept = ReviewRows.text(connection, post, sha256);
      if (!kept.isEmpty()) {
        return Optional.of(kept);
      }
      for (Revisions.Sealed revision : Revisions.of(connection, post)) {
        if (revision.row().revision().sha256().equals(sha256)) {
          return body(connection, revision.row());
        }
      }
      return sha256.equals(Sha256.of("")) ? Optional.of("") : Optional.empty();
    });
  }

  private static Optional<String> body(Connection connection, RevisionRow row) throws SQLException {
    try {
      return Optional.of(DraftBytes.draft(Revisions.text(connection, row)).body());
    } catch (DataFormatException e) {
      return Optional.empty(); // found by its words then
    }
  }

  /** Who works here; the device is not kept here. */
  public Optional<Author> identity() {
    return vault.read(connection -> {
      try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT name, initials, colour FROM identity WHERE id = 1");
          ResultSet result = select.executeQuery()) {
        return result.next()
            ? Optional.of(
                new Author(result.getString(1), result.getString(2), result.getString(3), ""))
            : Optional.empty();
      }
    });
  }

  public void identity(Author author) {
    vault.change(connection -> {
      for (String command :
          new String[] {
            "UPDATE identity SET name = ?, initials = ?, colour = ? WHERE id = 1",
            "INSERT INTO identity (name, initials, colour, id) VALUES (?, ?, ?, 1)"
          }) {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
          statement.setString(1, author.name());
          statement.setString(2, author.initials());
          statement.setString(3, author.colour());
          if (statement.executeUpdate() > 0) {
            break;
          }
        }
      }
      return true;
    });
  }

  /**
   * This device's keys: a file of its own beside the database that only its owner may read, and
   * that goes into no backup, export or packet.
   *
   * @param fresh makes them where there are none yet, or where the file is damaged
   * @param good whether they are a pair of keys
   */
  public byte[] device(Supplier<byte[]> fresh, java.util.function.Predicate<byte[]> good) {
    Path file = vault.layout().device();
    synchronized (this) {
      try {
        if (Files.exists(file)) {
          byte[] kept = Files.readAllBytes(file);
          if (good.test(kept)) {
            return kept;
          }
          Disk.folder(vault.layout().setAside());
          Disk.move(file, vault.layout().setAside().resolve("device-" + Sha256.of(kept) + ".key"));
        }
        byte[] made = fresh.get();
        Path part = file.resolveSibling(file.getFileName() + Disk.PART);
        Files.deleteIfExists(part);
        Files.createFile(part);
        ownersOnly(part); // before there is anything to be read in it
        Files.write(part, made);
        Disk.force(part);
        Disk.move(part, file);
        return made;
      } catch (IOException e) {
        throw new StoreException(
            Failures.kind(e, StoreException.Kind.NOT_SAVED),
            Messages.text("store.device", file, Failures.reason(e)),
            e);
      }
    }
  }

  private static void ownersOnly(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
  }
}

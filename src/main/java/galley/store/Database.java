package galley.store;

import galley.asset.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The H2 database: one writing connection on one named thread, one reading connection on another.
 * Work given to either is waited for; neither thread is ever interrupted, because an interrupted
 * thread closes H2's file.
 */
final class Database {
  private final Path file;
  private final String fileSystem;
  private final ExecutorService writer = thread("galley-store-writer");
  private final ExecutorService reader = thread("galley-store-reader");
  private @Nullable Connection writing;
  private @Nullable Connection reading;

  /** Work with a connection, on the connection's own thread. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException, IOException;
  }

  /**
   * A database that is not open yet.
   *
   * @param file ends with {@code .mv.db}
   * @param fileSystem the name of H2's file system, {@code file} but in tests
   */
  Database(Path file, String fileSystem) {
    this.file = file;
    this.fileSystem = fileSystem;
  }

  Path file() {
    return file;
  }

  /** Opens both connections. */
  void open(boolean create) throws SQLException {
    String url = url(file, fileSystem) + (create ? "" : ";IFEXISTS=TRUE");
    sql(
        writer,
        () -> {
          Connection connection = DriverManager.getConnection(url, "sa", "");
          connection.setAutoCommit(false);
          writing = connection;
          return true;
        });
    sql(
        reader,
        () -> {
          reading = DriverManager.getConnection(url + ";IFEXISTS=TRUE", "sa", "");
          return true;
        });
  }

  static String url(Path file, String fileSystem) {
    String name = file.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
    return "jdbc:h2:"
        + fileSystem
        + ":"
        + name.replace("\\", "/").replace(";", "\\;")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
  }

  /** Runs work in a transaction on the writing thread and makes it durable before returning. */
  <T> T inTransaction(Work<T> work) throws SQLException {
    return sql(
        writer,
        () -> {
          Connection connection = connected(writing);
          try {
            T result = work.with(connection);
            connection.commit();
            try (Statement statement = connection.createStatement()) {
              statement.execute("CHECKPOINT SYNC"); // H2 forces nothing at a commit
            }
            return result;
          } catch (SQLException | IOException | RuntimeException e) {
            try {
              connection.rollback();
            } catch (SQLException again) {
              e.addSuppressed(again);
            }
            throw e;
          }
        });
  }

  /** Writes a consistent copy while work goes on, by a connection of its own. */
  void backup(Path zip) throws SQLException {
    String name = (fileSystem.equals("file") ? "" : fileSystem + ":") + zip.toAbsolutePath();
    try (Connection connection =
            DriverManager.getConnection(url(file, fileSystem) + ";IFEXISTS=TRUE", "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("BACKUP TO '" + name.replace("'", "''") + "'");
    }
  }

  /** Runs reading work on the reading thread. */
  <T> T read(Work<T> work) throws SQLException {
    return sql(
        reader,
        () -> {
          try {
            return work.with(connected(reading));
          } catch (NullPointerException
              | IllegalArgumentException
              | IndexOutOfBoundsException
              | DateTimeException e) {
            throw new SQLException(Messages.text("store.row-damaged"), e); // no row we wrote
          }
        });
  }

  /** Closes both connections, and with them the file; {@link #open} may follow. */
  void disconnect() throws SQLException {
    try {
      sql(
          reader,
          () -> {
            Connection connection = reading;
            reading = null;
            close(connection);
            return true;
          });
    } finally {
      sql(
          writer,
          () -> {
            Connection connection = writing;
            writing = null;
            close(connection);
            return true;
          });
    }
  }

  /** Closes everything for good. */
  void close() throws SQLException {
    try {
      disconnect();
    } finally {
      reader.shutdown();
      writer.shutdown();
    }
  }

  private static void close(@Nullable Connection connection) throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }

  private static Connection connected(@Nullable Connection connection) throws SQLException {
    if (connection == null) {
      throw new SQLException("The database is not open");
    }
    return connection;
  }

  private static <T> T sql(ExecutorService thread, Callable<T> work) throws SQLException {
    Future<T> future;
    try {
      future = thread.submit(work);
    } catch (RejectedExecutionException e) {
      throw new StoreException(
          StoreException.Kind.CLOSED, Messages.text("store.library.closed"), e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true; // the work goes on; whoever interrupted learns of it afterwards
        }
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static SQLException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case StoreException store -> throw store;
      case SQLException sql -> sql;
      case IOException io -> new SQLException(io.getMessage(), io);
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      case null, default -> new SQLException(String.valueOf(cause), cause);
    };
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }
}

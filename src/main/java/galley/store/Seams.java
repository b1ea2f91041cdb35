package galley.store;

/**
 * Where a library meets the machine, for tests that break it.
 *
 * @param fileSystem the name of H2's file system for the database
 */
record Seams(Disk disk, String fileSystem, Migrations migrations) {
  static Seams real() {
    return new Seams(new Disk(), "file", Migrations.shipped());
  }
}

package galley.export;

/**
 * A file of a site that was made.
 *
 * @param path below the site's home
 */
record Made(String path, long bytes, String sha256) {}

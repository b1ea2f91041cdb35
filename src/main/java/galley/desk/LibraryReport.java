package galley.desk;

/** How much of a library went out or came in. */
public record LibraryReport(int posts, int binned, int revisions, int pictures, int sites) {}

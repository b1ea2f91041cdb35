package galley.store;

import java.nio.file.Path;

/** Where things lie in a library's folder. */
record Layout(Path folder) {
  Path database() {
    return folder.resolve("galley.mv.db");
  }

  Path media() {
    return folder.resolve("media");
  }

  /** Files as they came in, a folder a post. */
  Path originals() {
    return folder.resolve(Belongings.ORIGINALS);
  }

  /** What people suggest by writing, a file a post. */
  Path branches() {
    return folder.resolve(Belongings.BRANCHES);
  }

  Path journals() {
    return folder.resolve("journal");
  }

  Path state() {
    return folder.resolve("state.json");
  }

  /** This device's keys. */
  Path device() {
    return folder.resolve("device.key");
  }

  /** Since when which picture has not been used. */
  Path unused() {
    return folder.resolve("unused.json");
  }

  Path backups() {
    return folder.resolve("backups");
  }

  Path search() {
    return folder.resolve("search");
  }

  /** What would not open or was replaced; nothing there is ever deleted. */
  Path setAside() {
    return folder.resolve("set-aside");
  }
}

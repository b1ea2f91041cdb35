package galley.desk;

import galley.export.Bundle;
import galley.export.BundleFile;
import galley.export.SitePosts.Gone;
import galley.post.Destination;
import galley.post.Site;
import galley.publish.ReleaseFile;
import galley.text.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What tells a web server to answer 410 (RFC 9110, 15.5.11) where a post was taken down: a file for
 * Apache in that folder alone, so that none the site's owner wrote is ever in its way. Other
 * servers take no notice of it and show the page that says the same.
 */
final class GoneRules {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_-]+");

  private GoneRules() {}

  static List<ReleaseFile> of(Destination to, Site site, Bundle bundle, List<Gone> gone) {
    // FTP hosts may list no names that begin with a dot, and then take the file for a lost one
    if (!(to instanceof Destination.Folder || to instanceof Destination.Sftp)) {
      return List.of();
    }
    Map<String, BundleFile> pages =
        bundle.files().stream().collect(Collectors.toMap(BundleFile::path, Function.identity()));
    List<ReleaseFile> rules = new ArrayList<>();
    for (String path : gone.stream().map(Gone::path).distinct().toList()) {
      BundleFile page = pages.get(path + "index.html");
      if (page != null && PLAIN.matcher(site.path() + path).matches() && isWithdrawn(page)) {
        rules.add(rule(path, site.path() + path));
      }
    }
    return rules;
  }

  /** Whether the page is neither a redirect nor a page that lies there now. */
  private static boolean isWithdrawn(BundleFile page) {
    try (InputStream in = page.content().open()) {
      String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return html.contains("content=\"noindex\"") && !html.contains("http-equiv=\"refresh\"");
    } catch (IOException e) {
      throw new UncheckedIOException(page.path() + " can't be read", e);
    }
  }

  private static ReleaseFile rule(String path, String address) {
    byte[] text =
        """
        <IfModule mod_alias.c>
        RedirectMatch gone "^%s$"
        ErrorDocument 410 %sindex.html
        </IfModule>
        """
            .formatted(address, address)
            .getBytes(StandardCharsets.UTF_8);
    return new ReleaseFile(
        path + ".htaccess", text.length, Sha256.of(text), () -> new ByteArrayInputStream(text));
  }
}

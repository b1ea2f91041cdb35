package galley.export;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What people call the place an account is at. */
final class SocialName {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("bsky.app", "Bluesky"),
          Map.entry("facebook.com", "Facebook"),
          Map.entry("flickr.com", "Flickr"),
          Map.entry("github.com", "GitHub"),
          Map.entry("instagram.com", "Instagram"),
          Map.entry("linkedin.com", "LinkedIn"),
          Map.entry("mastodon.social", "Mastodon"),
          Map.entry("medium.com", "Medium"),
          Map.entry("pinterest.com", "Pinterest"),
          Map.entry("reddit.com", "Reddit"),
          Map.entry("threads.net", "Threads"),
          Map.entry("tiktok.com", "TikTok"),
          Map.entry("twitter.com", "Twitter"),
          Map.entry("vimeo.com", "Vimeo"),
          Map.entry("x.com", "X"),
          Map.entry("youtube.com", "YouTube"));

  private SocialName() {}

  /** The name, or the host where nobody has a name for it. */
  static String of(String address) {
    String host = String.valueOf(URI.create(address).getHost()).toLowerCase(Locale.ROOT);
    String bare = host.replaceFirst("^(?:www|m)\\.", "");
    return KNOWN.getOrDefault(bare, bare);
  }
}

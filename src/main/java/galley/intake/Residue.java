package galley.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows what site builders put around an article: navigation, sharing, comments, notices. */
final class Residue {
  private static final Set<String> SOCIAL =
      Set.of(
          "facebook",
          "instagram",
          "twitter",
          "x",
          "x (twitter)",
          "youtube",
          "pinterest",
          "linkedin",
          "tiktok",
          "threads",
          "mastodon",
          "bluesky",
          "reddit",
          "whatsapp",
          "telegram",
          "tumblr",
          "snapchat",
          "flipboard",
          "rss",
          "rss feed",
          "email",
          "e-mail",
          "messenger",
          "vimeo",
          "spotify",
          "medium",
          "substack",
          "pocket",
          "line",
          "wechat",
          "discord",
          "github");
  private static final Set<String> PHRASES =
      Set.of(
          "top of page",
          "bottom of page",
          "back to top",
          "scroll to top",
          "skip to content",
          "skip to main content",
          "skip navigation",
          "skip to navigation",
          "menu",
          "main menu",
          "open menu",
          "close menu",
          "navigation",
          "search",
          "close",
          "share",
          "share this",
          "share this article",
          "share this post",
          "share this story",
          "share on social media",
          "share via",
          "copy link",
          "link copied",
          "print",
          "print this page",
          "save",
          "bookmark",
          "save article",
          "like",
          "likes",
          "tweet",
          "follow",
          "follow us",
          "follow us on",
          "log in",
          "login",
          "sign in",
          "sign up",
          "register",
          "my account",
          "subscribe",
          "subscribe now",
          "donate",
          "home",
          "about",
          "about us",
          "contact",
          "contact us",
          "advertisement",
          "advertising",
          "sponsored",
          "sponsored content",
          "ad",
          "accept",
          "accept all",
          "accept cookies",
          "accept all cookies",
          "reject all",
          "manage cookies",
          "cookie settings",
          "cookie policy",
          "privacy policy",
          "privacy",
          "terms",
          "terms of use",
          "terms of service",
          "terms and conditions",
          "sitemap",
          "site map",
          "post not marked as liked",
          "listen",
          "listen to this article",
          "read more",
          "view all",
          "see all",
          "all posts",
          "next",
          "previous",
          "next post",
          "previous post",
          "previous article",
          "next article",
          "sign up for our newsletter",
          "sign up to our newsletter",
          "newsletter",
          "more",
          "more actions",
          "updated",
          "gift this article",
          "view comments",
          "show comments",
          "loading...",
          "loading…");
  private static final Set<String> TAIL =
      Set.of(
          "comments",
          "comment",
          "leave a comment",
          "leave a reply",
          "write a comment...",
          "write a comment",
          "add a comment",
          "add a comment...",
          "join the conversation",
          "post a comment",
          "comments area",
          "recent posts",
          "related posts",
          "related articles",
          "related stories",
          "related content",
          "related",
          "more from this author",
          "more stories",
          "more articles",
          "you may also like",
          "you might also like",
          "recommended",
          "recommended for you",
          "read next",
          "most read",
          "most popular",
          "most viewed",
          "popular posts",
          "trending",
          "latest posts",
          "latest news",
          "see also our",
          "keep reading",
          "up next",
          "what to read next");
  private static final Pattern PATTERNS =
      Pattern.compile(
          "(?i)\\d[\\d,.]*\\s*(views?|likes?|comments?|shares?|reactions?|claps?|followers?)"
              + "|(share|follow us|follow me|tweet|save|pin( it)?|post) (this )?(on|to|via|with)"
              + " [\\w() -]{1,20}"
              + "|(we use|this (web)?site uses) cookies.{0,300}"
              + "|(©|\\(c\\)|copyright)\\s*(©\\s*)?(19|20)\\d\\d.{0,120}"
              + "|.{0,80}\\ball rights reserved\\b.{0,40}"
              + "|(proudly )?(powered|created|made|built) (by|with) [\\w. ]{1,30}"
              + "|(comments?|responses?|replies) ?\\(?\\d+\\)?|\\d+ (comments?|responses?|replies)"
              + "|subscribe to .{0,60}newsletter.{0,20}");
  private static final Pattern TAIL_PATTERNS =
      Pattern.compile(
          "(?i)(comments?|responses?) ?\\(\\d+\\)|\\d+ (comments?|responses?|replies)"
              + "|(more|related) (from|in|on|stories) .{1,40}");
  private static final Set<String> SECTIONS =
      Set.of(
          "opinion",
          "opinions",
          "comment",
          "editorial",
          "analysis",
          "news",
          "world",
          "politics",
          "business",
          "economy",
          "culture",
          "arts",
          "sport",
          "sports",
          "science",
          "technology",
          "tech",
          "health",
          "environment",
          "climate",
          "education",
          "travel",
          "food",
          "books",
          "film",
          "music",
          "lifestyle",
          "society",
          "local",
          "international",
          "essay",
          "interview",
          "review",
          "reviews",
          "feature",
          "features",
          "column",
          "perspective",
          "letters",
          "media");

  private Residue() {}

  static boolean isSocial(String line) {
    return SOCIAL.contains(plain(line));
  }

  /** Whether a line by itself says nothing of an article. */
  static boolean isOne(String line) {
    String plain = plain(line);
    return plain.isEmpty()
        || SOCIAL.contains(plain)
        || PHRASES.contains(plain)
        || PATTERNS.matcher(plain).matches();
  }

  /** Whether an article ends where such a line stands. */
  static boolean isTail(String line) {
    String plain = plain(line);
    return TAIL.contains(plain) || TAIL_PATTERNS.matcher(plain).matches();
  }

  static boolean isSection(String line) {
    return SECTIONS.contains(plain(line));
  }

  /** Whether a line tells that it was copied from a web page. */
  static boolean isTelling(String line) {
    String plain = plain(line);
    return plain.equals("top of page")
        || plain.equals("bottom of page")
        || plain.startsWith("skip to ")
        || plain.startsWith("share this ");
  }

  /** Without bullets, a colon at the end and the like; in small letters. */
  private static String plain(String line) {
    return TextBlocks.bare(line)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[:›»>→↓↑]+$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}

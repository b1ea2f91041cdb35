package galley.export;

import java.util.Map;
import java.util.Objects;

/** All articles of a site, once they are made. */
record MadeArticles(SiteAddresses addresses, Map<String, MadeArticle> byPath) {
  MadeArticle of(SiteCard card) {
    return Objects.requireNonNull(byPath.get(addresses.post(card)));
  }
}

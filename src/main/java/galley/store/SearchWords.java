package galley.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a person types into the search: every word must be there, words in quotation marks one after
 * the other, and the last word may be only begun. Case and accents don't matter.
 */
final class SearchWords {
  static final String TEXT = "text";
  static final String HEADLINE = "headline";
  private static final Pattern PART = Pattern.compile("[\"“”„]([^\"“”„]*)([\"“”„]|$)|[^\\s\"“”„]+");
  private static final float HEADLINE_BOOST = 3;

  private SearchWords() {}

  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer(); // words by UAX #29
        return new TokenStreamComponents(source, folded(source));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return folded(in);
      }
    };
  }

  private static TokenStream folded(TokenStream source) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(source));
  }

  static Query query(String words, Analyzer analyzer) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    BooleanQuery.Builder inHeadline = new BooleanQuery.Builder();
    Matcher parts = PART.matcher(words);
    int count = 0;
    while (parts.find()) {
      boolean phrase = parts.group(1) != null;
      List<String> tokens = tokens(phrase ? parts.group(1) : parts.group(), analyzer);
      if (tokens.isEmpty()) {
        continue;
      }
      boolean begun = !phrase && parts.end() == words.length();
      all.add(query(TEXT, tokens, begun), Occur.MUST);
      inHeadline.add(query(HEADLINE, tokens, begun), Occur.SHOULD);
      count++;
    }
    if (count == 0) {
      return new MatchNoDocsQuery("no words");
    }
    all.add(new BoostQuery(inHeadline.build(), HEADLINE_BOOST), Occur.SHOULD);
    return all.build();
  }

  private static Query query(String field, List<String> tokens, boolean begun) {
    if (tokens.size() > 1) {
      return new PhraseQuery(field, tokens.toArray(String[]::new));
    }
    Term term = new Term(field, tokens.getFirst());
    if (!begun) {
      return new TermQuery(term);
    }
    return new BooleanQuery.Builder()
        .add(new TermQuery(term), Occur.SHOULD) // the whole word goes before longer ones
        .add(new PrefixQuery(term), Occur.SHOULD)
        .build();
  }

  private static List<String> tokens(String text, Analyzer analyzer) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    }
    return tokens;
  }
}

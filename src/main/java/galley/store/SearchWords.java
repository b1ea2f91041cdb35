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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * What a person types into the search: every word must be there, words in quotation marks one after
 * the other, and the last word may be only begun. Case and accents don't matter, nor does the
 * ending of an English possessive; a word with a hyphen is its parts, one after the other.
 */
final class SearchWords {
  static final String TEXT = "text";
  static final String HEADLINE = "headline";
  private static final Pattern PART = Pattern.compile("[\"“”„]([^\"“”„]*)([\"“”„]|$)|[^\\s\"“”„]+");
  private static final float HEADLINE_BOOST = 3;
  private static final int APART = 100;
  private static final int MOST_ENDINGS = 200;

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

      @Override
      public int getPositionIncrementGap(String field) {
        return APART; // no phrase goes from one field into the next
      }
    };
  }

  private static TokenStream folded(TokenStream source) {
    return new ASCIIFoldingFilter(new Folding(new LowerCaseFilter(source)));
  }

  static Query query(String words, Analyzer analyzer, IndexReader index) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    BooleanQuery.Builder inHeadline = new BooleanQuery.Builder();
    Matcher parts = PART.matcher(words);
    int count = 0;
    while (parts.find()) {
      boolean phrase = parts.group(1) != null;
      String part = phrase ? parts.group(1) : parts.group();
      List<String> tokens = tokens(part, analyzer);
      if (tokens.isEmpty()) {
        continue;
      }
      boolean closed = phrase && !parts.group(2).isEmpty();
      boolean begun = !closed && parts.end() == words.length() && isOpen(part);
      all.add(query(TEXT, tokens, begun, index), Occur.MUST);
      inHeadline.add(query(HEADLINE, tokens, begun, index), Occur.SHOULD);
      count++;
    }
    if (count == 0) {
      return new MatchNoDocsQuery("no words");
    }
    all.add(new BoostQuery(inHeadline.build(), HEADLINE_BOOST), Occur.SHOULD);
    return all.build();
  }

  /** Whether a word may go on where this ends. */
  private static boolean isOpen(String part) {
    return Character.isLetterOrDigit(part.codePointBefore(part.length()))
        && !Folding.isPossessive(part);
  }

  private static Query query(String field, List<String> tokens, boolean begun, IndexReader index)
      throws IOException {
    if (tokens.size() > 1) {
      return begun
          ? begunPhrase(field, tokens, index)
          : new PhraseQuery(field, tokens.toArray(String[]::new));
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

  /** A phrase whose last word may be any that the index has with this beginning. */
  private static Query begunPhrase(String field, List<String> tokens, IndexReader index)
      throws IOException {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (String token : tokens.subList(0, tokens.size() - 1)) {
      phrase.add(new Term(field, token));
    }
    List<Term> last = new ArrayList<>();
    last.add(new Term(field, tokens.getLast()));
    @Nullable Terms terms = MultiTerms.getTerms(index, field);
    if (terms != null) {
      TermsEnum words = terms.iterator();
      BytesRef beginning = new BytesRef(tokens.getLast());
      boolean more = words.seekCeil(beginning) != TermsEnum.SeekStatus.END;
      while (more
          && last.size() < MOST_ENDINGS
          && StringHelper.startsWith(words.term(), beginning)) {
        if (!words.term().equals(beginning)) {
          last.add(new Term(field, BytesRef.deepCopyOf(words.term())));
        }
        more = words.next() != null;
      }
    }
    return phrase.add(last.toArray(Term[]::new)).build();
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

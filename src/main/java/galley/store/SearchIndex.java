package galley.store;

import galley.markdown.Markdown;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The Lucene index of all posts that are not in the bin; used by one thread. */
final class SearchIndex implements AutoCloseable {
  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String SLUG = "slug";
  private static final int EXCERPTS = 3;

  /** Counted up with every change to what is indexed, or how; an index of another is made anew. */
  private static final Map<String, String> FORMAT = Map.of("format", "2");

  private static final int LONGEST = 50_000_000;

  private final Analyzer analyzer = SearchWords.analyzer();
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final boolean current;

  SearchIndex(Path folder) throws IOException {
    Disk.folder(folder);
    directory = FSDirectory.open(folder);
    try {
      boolean there = DirectoryReader.indexExists(directory);
      writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
      current = !there || isCurrent(writer.getLiveCommitData());
      if (!there) {
        writer.setLiveCommitData(FORMAT.entrySet());
      }
      searchers = new SearcherManager(writer, null);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static boolean isCurrent(@Nullable Iterable<Map.Entry<String, String>> noted) {
    Set<Map.Entry<String, String>> entries = new HashSet<>();
    if (noted != null) {
      noted.forEach(entries::add);
    }
    return entries.containsAll(FORMAT.entrySet());
  }

  /** Whether it was made as one is made now; else it finds less than it should. */
  boolean isCurrent() {
    return current;
  }

  /** Deletes an index that can't be used. */
  static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var walk = Files.walk(folder)) {
        for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  void put(Post post) throws IOException {
    Document document = new Document();
    String id = post.id().toString();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(VERSION, post.version()));
    document.add(new StoredField(SLUG, post.slug()));
    document.add(new TextField(SearchWords.HEADLINE, post.headline(), Field.Store.YES));
    for (String value : values(post)) {
      document.add(new Field(SearchWords.TEXT, Excerpts.clean(value), textType()));
    }
    writer.updateDocument(new Term(ID, id), document);
  }

  void remove(UUID post) throws IOException {
    writer.deleteDocuments(new Term(ID, post.toString()));
  }

  void commit() throws IOException {
    writer.commit();
  }

  /** Every post in the index with the version it has there. */
  Map<UUID, Long> versions() throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      Map<UUID, Long> versions = new HashMap<>();
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(ID);
        NumericDocValues numbers = leaf.reader().getNumericDocValues(VERSION);
        if (ids == null || numbers == null) {
          continue;
        }
        var live = leaf.reader().getLiveDocs();
        for (int i = 0; i < leaf.reader().maxDoc(); i++) {
          if ((live == null || live.get(i)) && ids.advanceExact(i) && numbers.advanceExact(i)) {
            versions.put(UUID.fromString(ids.binaryValue().utf8ToString()), numbers.longValue());
          }
        }
      }
      return versions;
    } finally {
      searchers.release(searcher);
    }
  }

  SearchResult find(String words, int limit) throws IOException {
    long start = System.nanoTime();
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      Query query = SearchWords.query(words, analyzer, searcher.getIndexReader());
      int total = searcher.count(query);
      List<Hit> hits = List.of();
      if (total > 0 && limit > 0) {
        hits = hits(searcher, query, searcher.search(query, Math.min(limit, total)));
      }
      return new SearchResult(total, (System.nanoTime() - start) / 1_000_000, hits);
    } finally {
      searchers.release(searcher);
    }
  }

  private List<Hit> hits(IndexSearcher searcher, Query query, TopDocs top) throws IOException {
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builder(searcher, analyzer)
            .withFormatter(new Excerpts())
            .withBreakIterator(SearchIndex::sentences)
            .withMaxLength(LONGEST)
            .withFieldMatcher(SearchWords.TEXT::equals)
            .build();
    String[] excerpts = highlighter.highlight(SearchWords.TEXT, query, top, EXCERPTS);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < top.scoreDocs.length; i++) {
      ScoreDoc found = top.scoreDocs[i];
      Document document =
          searcher.storedFields().document(found.doc, Set.of(ID, SLUG, SearchWords.HEADLINE));
      hits.add(
          new Hit(
              UUID.fromString(document.get(ID)),
              document.get(SLUG),
              document.get(SearchWords.HEADLINE),
              found.score,
              excerpts[i] == null ? List.of() : Excerpts.split(excerpts[i])));
    }
    return hits;
  }

  /** Sentences, none of which goes beyond the field it is in. */
  private static BreakIterator sentences() {
    return new SplittingBreakIterator(
        BreakIterator.getSentenceInstance(Locale.ROOT), Excerpts.FIELD_END);
  }

  /**
   * What is searched, field by field and the body line by line; no phrase goes beyond its value.
   */
  private static List<String> values(Post post) {
    Details details = post.details();
    List<String> values = new ArrayList<>();
    values.add(details.headline());
    values.add(details.standfirst());
    values.add(String.join(", ", details.tags()));
    values.add(String.join(", ", details.bylines().stream().map(Byline::name).toList()));
    values.add(details.section());
    for (ImageRef image : post.draft().images()) {
      values.addAll(List.of(image.caption(), image.alt(), image.credit()));
    }
    Markdown.parse(post.body()).plainText().lines().forEach(values::add);
    return values.stream().filter(value -> !value.isBlank()).toList();
  }

  private static FieldType textType() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        searchers) {
      writer.commit();
    }
  }
}

package galley.store;

import galley.markdown.Markdown;
import galley.post.Byline;
import galley.post.Details;
import galley.post.ImageRef;
import galley.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** The Lucene index of all posts that are not in the bin; used by one thread. */
final class SearchIndex implements AutoCloseable {
  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String SLUG = "slug";
  private static final String GAP = "\n";
  private static final String MARK = "\u0001";
  private static final String UNMARK = "\u0002";
  private static final String ELLIPSIS = " … ";
  private static final int EXCERPTS = 3;
  private static final int LONGEST = 50_000_000;

  private final Analyzer analyzer = SearchWords.analyzer();
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  SearchIndex(Path folder) throws IOException {
    Disk.folder(folder);
    directory = FSDirectory.open(folder);
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
      searchers = new SearcherManager(writer, null);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
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
    document.add(new Field(SearchWords.TEXT, text(post), textType()));
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
      Query query = SearchWords.query(words, analyzer);
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
            .withFormatter(new DefaultPassageFormatter(MARK, UNMARK, ELLIPSIS, false))
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
              excerpts[i] == null ? List.of() : excerpts(excerpts[i])));
    }
    return hits;
  }

  private static List<String> excerpts(String joined) {
    List<String> excerpts = new ArrayList<>();
    for (String part : joined.split(ELLIPSIS, -1)) {
      if (part.contains(MARK)) {
        excerpts.add(part.strip());
      }
    }
    return excerpts;
  }

  private static String text(Post post) {
    Details details = post.details();
    List<String> parts = new ArrayList<>();
    parts.add(details.headline());
    parts.add(details.standfirst());
    parts.add(String.join(", ", details.tags()));
    parts.add(String.join(", ", details.bylines().stream().map(Byline::name).toList()));
    parts.add(details.section());
    for (ImageRef image : post.draft().images()) {
      parts.add(String.join(GAP, image.caption(), image.alt(), image.credit()));
    }
    parts.add(Markdown.parse(post.body()).plainText());
    return String.join(GAP, parts.stream().filter(part -> !part.isBlank()).toList());
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

import com.adobe.epubcheck.api.EpubCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Asks epubcheck about every book in a folder: {@code Books.java FOLDER}. */
final class Books {
  private Books() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> books;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      books = all.filter(file -> file.toString().endsWith(".epub")).sorted().toList();
    }
    int bad = 0;
    for (Path book : books) {
      StringWriter said = new StringWriter();
      if (new EpubCheck(book.toFile(), new PrintWriter(said)).doValidate() != 0) {
        bad++;
        said.toString().lines().filter(line -> !line.isBlank()).forEach(System.out::println);
      }
    }
    System.out.println(books.size() + " books, " + bad + " with something wrong");
    System.exit(bad == 0 && !books.isEmpty() ? 0 : 1);
  }
}

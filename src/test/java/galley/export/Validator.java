package galley.export;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The W3C's HTML checker, run in-process. */
final class Validator {
  // Reading its schemas takes seconds, and nothing in it is left from page to page
  private static final Validator SHARED = new Validator();

  private final SimpleDocumentValidator validator = new SimpleDocumentValidator();
  private final List<String> messages = new ArrayList<>();

  private Validator() {
    try {
      validator.setUpMainSchema(
          "http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
      validator.setUpValidatorAndParsers(
          new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
              add("warning", e);
            }

            @Override
            public void error(SAXParseException e) {
              add("error", e);
            }

            @Override
            public void fatalError(SAXParseException e) {
              add("fatal", e);
            }
          },
          true,
          false);
    } catch (Exception e) { // what the checker declares
      throw new IllegalStateException(e);
    }
  }

  private void add(String kind, SAXParseException e) {
    messages.add(kind + " " + e.getLineNumber() + ": " + e.getMessage());
  }

  /**
   * Errors and warnings. Two warnings are left out where the checker is behind CSP 3: a hash does
   * allow a style element, and {@code data:} a picture in the page.
   */
  static List<String> of(String html) {
    synchronized (SHARED) {
      return SHARED.messages(html);
    }
  }

  private List<String> messages(String html) {
    messages.clear();
    InputSource source = new InputSource(new StringReader(html));
    source.setSystemId("https://example.org/post/");
    try {
      validator.checkHtmlInputSource(source);
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return messages.stream()
        .filter(message -> !message.contains("Inline style violates Content Security Policy"))
        .filter(message -> !message.contains("image “data:"))
        .toList();
  }
}

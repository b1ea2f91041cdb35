package galley.export;

import galley.asset.Messages;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A theme's templates. They are given maps, lists, texts and numbers and can call no Java; they are
 * stopped when they run too long or write too much. Any thread; a template is read once.
 */
final class Templates {
  private static final int MOST_CHARACTERS = 16 << 20;
  private static final long MOST_NUMBERS = 100_000;

  private final ThemeFiles files;
  private final TemplateLimits limits = new TemplateLimits();
  private final PebbleEngine engine;

  /**
   * Templates of one theme.
   *
   * @param words what pages say themselves
   */
  Templates(ThemeFiles files, Vocabulary.Language words) {
    this.files = files;
    engine =
        new PebbleEngine.Builder()
            .loader(new Files())
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(words.locale())
            .methodAccessValidator((_, _) -> false)
            .maxRenderedSize(MOST_CHARACTERS)
            .extension(limits, new Functions(words))
            .build();
  }

  /** One page, by the template of this name. */
  String render(String template, Map<String, Object> values) {
    try {
      limits.begin();
      StringWriter out = new StringWriter(16_384);
      engine.getTemplate(template).evaluate(out, values);
      String page = out.toString();
      Optional<String> refused = LinkGate.refused(page);
      if (refused.isPresent()) {
        throw new ExportException(
            Messages.text("export.template.link", files.place(template), refused.get()));
      }
      return page;
    } catch (TemplateLimits.Stopped e) {
      throw failure(e.file, e.line, Messages.text("export.template.endless"), e);
    } catch (LoaderException e) {
      throw failure(template, 0, String.valueOf(e.getPebbleMessage()), e);
    } catch (PebbleException e) {
      if (e.getCause() instanceof TemplateLimits.Stopped stopped) {
        throw failure(stopped.file, stopped.line, Messages.text("export.template.endless"), e);
      }
      String file = e.getFileName() == null ? template : e.getFileName();
      int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
      throw failure(file, line, String.valueOf(e.getPebbleMessage()), e);
    } catch (StackOverflowError e) {
      throw failure(template, 0, Messages.text("export.template.endless"), e);
    } catch (IOException e) { // a page larger than the limit
      throw failure(template, 0, String.valueOf(e.getMessage()), e);
    }
  }

  private ExportException failure(String file, int line, String why, Throwable cause) {
    return new ExportException(
        Messages.text("export.template", files.place(file), Math.max(line, 1), why), cause);
  }

  /** Finds templates in the theme. */
  private final class Files implements Loader<String> {
    @Override
    public Reader getReader(String name) {
      if (!files.has(name)) {
        throw new LoaderException(null, Messages.text("export.template.missing", name));
      }
      return new StringReader(files.text(name));
    }

    @Override
    public void setCharset(String charset) {}

    @Override
    public void setPrefix(String prefix) {}

    @Override
    public void setSuffix(String suffix) {}

    @Override
    public String resolveRelativePath(String path, String anchor) {
      return path;
    }

    @Override
    public String createCacheKey(String name) {
      return name;
    }

    @Override
    public boolean resourceExists(String name) {
      return files.has(name);
    }
  }

  /** What templates can call. */
  private static final class Functions extends AbstractExtension {
    private final Vocabulary.Language words;

    Functions(Vocabulary.Language words) {
      this.words = words;
    }

    @Override
    public Map<String, Function> getFunctions() {
      return Map.of("say", new Say(words), "range", new Range());
    }
  }

  /** {@code say('older')}: the theme's words in the site's language. */
  private record Say(Vocabulary.Language words) implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("name", "first", "second");
    }

    @Override
    public Object execute(
        Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
      Object first = arguments.get("first");
      Object second = arguments.get("second");
      List<Object> given = new ArrayList<>();
      if (first != null) {
        given.add(first);
      }
      if (second != null) {
        given.add(second);
      }
      try {
        return words.say(String.valueOf(arguments.get("name")), given.toArray());
      } catch (IllegalStateException e) {
        throw new PebbleException(e, String.valueOf(e.getMessage()), line, self.getName());
      }
    }
  }

  /** {@code range(1, 5)}, of so many numbers at most as fit in memory. */
  private record Range() implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("start", "end");
    }

    @Override
    public Object execute(
        Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
      if (!(arguments.get("start") instanceof Number start)
          || !(arguments.get("end") instanceof Number end)
          || end.longValue() - start.longValue() > MOST_NUMBERS) {
        throw new PebbleException(
            null, Messages.text("export.template.range", MOST_NUMBERS), line, self.getName());
      }
      List<Long> numbers = new ArrayList<>();
      for (long i = start.longValue(); i <= end.longValue(); i++) {
        numbers.add(i);
      }
      return numbers;
    }
  }
}

package galley.markdown;

import galley.text.LineIndex;
import galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what is code in a body: fenced, indented, or between words. */
public final class CodeSpans {
  private CodeSpans() {}

  /** The stretches that are code, in order, fences and back quotes with them. */
  public static List<Span> of(String body) {
    LineIndex index = new LineIndex(body);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < index.lines(); i++) {
      lines.add(body.substring(index.start(i), index.end(i)).replaceAll("[\r\n]+$", ""));
    }
    LineKinds kinds = LineKinds.of(lines);
    List<Span> code = new ArrayList<>();
    for (int line = 0; line < lines.size(); ) {
      int end = Math.max(line + 1, kinds.paragraph(line).end());
      List<List<Mark>> marks =
          Marks.of(
              lines.subList(line, end), IntStream.range(line, end).mapToObj(kinds::get).toList());
      for (int i = line; i < end; i++) {
        int start = index.start(i);
        marks.get(i - line).stream()
            .filter(mark -> mark.has(Mark.CODE))
            .map(mark -> new Span(start + mark.start(), start + mark.end()))
            .forEach(code::add);
      }
      line = end;
    }
    return code;
  }
}

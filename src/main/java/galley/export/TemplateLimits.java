package galley.export;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.node.AbstractRenderableNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.io.Writer;
import java.util.List;

/**
 * Stops a template that would run for ever. Every turn of a loop, every branch, block and call goes
 * through a body of its own, so a step is counted at the start of each.
 */
final class TemplateLimits extends AbstractExtension {
  /** Thousands of times what a page of the longest list takes. */
  private static final int MOST_STEPS = 2_000_000;

  /** Says that a template was stopped. */
  static final class Stopped extends RuntimeException {
    final String file;
    final int line;

    Stopped(String file, int line) {
      super("stopped after " + MOST_STEPS + " steps", null, false, false);
      this.file = file;
      this.line = line;
    }
  }

  // Of one theme, not of the program; gone with its templates
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<int[]> steps = ThreadLocal.withInitial(() -> new int[1]);

  /** Counts from zero again; called before each page. */
  void begin() {
    steps.get()[0] = 0;
  }

  @Override
  public List<NodeVisitorFactory> getNodeVisitors() {
    return List.of(template -> new Counting((PebbleTemplateImpl) template));
  }

  private final class Counting extends AbstractNodeVisitor {
    Counting(PebbleTemplateImpl template) {
      super(template);
    }

    @Override
    public void visit(BodyNode body) {
      super.visit(body);
      body.getChildren().addFirst(new Step(body.getLineNumber()));
    }
  }

  private final class Step extends AbstractRenderableNode {
    Step(int line) {
      super(line);
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer out, EvaluationContextImpl context) {
      if (++steps.get()[0] > MOST_STEPS) {
        throw new Stopped(self.getName(), getLineNumber());
      }
    }

    @Override
    public void accept(NodeVisitor visitor) {
      visitor.visit(this);
    }
  }
}

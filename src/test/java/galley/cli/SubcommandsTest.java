package galley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class SubcommandsTest {
  @Command(name = "any")
  private static final class Any {}

  private static Set<String> of(String... typed) {
    return line(typed).getSubcommands().keySet();
  }

  private static CommandLine line(String... typed) {
    return new Subcommands()
        .with("list", _ -> new Any())
        .with(
            "site",
            rest ->
                new Subcommands()
                    .with("list", _ -> new Any())
                    .with("new", _ -> new Any())
                    .below(new Any(), rest))
        .below(new Any(), List.of(typed));
  }

  @Test
  void onlyTheCommandThatWasTypedIsRead() {
    assertEquals(Set.of("list"), of("list", "site"));
    assertEquals(Set.of("list"), of("--library", "site", "list"));
    assertEquals(Set.of("site"), of("--library=list", "site", "new"));
    CommandLine site = line("--library", "x", "site", "new", "list").getSubcommands().get("site");
    assertEquals(Set.of("new"), site.getSubcommands().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "lsit", "--library", "--help list"})
  void allAreReadWhereHelpOrASuggestionMayNeedThem(String typed) {
    assertEquals(Set.of("list", "site"), of(typed.split(" ", -1)));
    CommandLine site = line("site", "lsit").getSubcommands().get("site");
    assertEquals(Set.of("list", "new"), site.getSubcommands().keySet());
  }
}

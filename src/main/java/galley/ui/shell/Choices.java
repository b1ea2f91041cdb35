package galley.ui.shell;

import galley.asset.Messages;
import galley.ui.shell.Palette.Choice;
import java.util.ArrayList;
import java.util.List;

/** Everything the palette can find: commands that can be done now, then posts. */
final class Choices {
  private final Actions actions;
  private final MainModel model;

  Choices(Actions actions, MainModel model) {
    this.actions = actions;
    this.model = model;
  }

  List<Choice> all() {
    List<Choice> all = new ArrayList<>();
    for (Command command : actions.all()) {
      if (command.isEnabled() && !command.id().equals("palette")) {
        all.add(
            new Choice(
                AppMenu.title(command.group()), command.title(), command.keys(), command.run()));
      }
    }
    model
        .library()
        .posts()
        .forEach(post -> {
          if (!post.headline().isBlank()) {
            all.add(
                new Choice(
                    Messages.text("shell.palette.post"),
                    post.headline(),
                    Messages.text("shell.palette.open"),
                    () -> model.open().open(post.id())));
          }
        });
    return all;
  }
}

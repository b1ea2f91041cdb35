package galley.ui.publish;

import galley.asset.Messages;
import galley.publish.Secrets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One question of a host. */
record AskPane(String heading, String below, Node body, List<Button> buttons) {
  /** Who takes the answers. */
  record Answers(
      BiConsumer<Question.HostKey, Boolean> key, Saying secret, Consumer<Question> refuse) {}

  /** Takes a secret. */
  interface Saying {
    void say(Question.Secret question, char[] secret, boolean keep);
  }

  static AskPane of(Question question, Answers answers) {
    return switch (question) {
      case Question.HostKey key -> key(key, answers);
      case Question.Secret secret -> secret(secret, answers);
    };
  }

  private static AskPane key(Question.HostKey key, Answers answers) {
    TextField print = new TextField(key.sha256());
    print.setEditable(false);
    print.setAccessibleText(Messages.text("publish.key.print"));
    print.getStyleClass().add("publish-print");
    VBox body =
        new VBox(
            Rows.words(Messages.text("publish.key.kind", key.kind()), "soft", "small"),
            print,
            Rows.words(Messages.text("publish.key.how")));
    body.getStyleClass().add("publish-ask");
    Button no =
        Rows.button(Messages.text("publish.key.no"), "primary", () -> answers.refuse().accept(key));
    Button yes =
        Rows.button(
            Messages.text("publish.key.yes"), "plain", () -> answers.key().accept(key, true));
    return new AskPane(
        Messages.text("publish.key", key.host()),
        Messages.text("publish.key.sub"),
        body,
        List.of(yes, no));
  }

  private static AskPane secret(Question.Secret secret, Answers answers) {
    PasswordField field = new PasswordField();
    String name = words(secret.kind());
    field.setAccessibleText(name);
    field.setPromptText(name);
    CheckBox keep = new CheckBox(Messages.text("publish.secret.keep"));
    VBox body = new VBox(field);
    body.getStyleClass().add("publish-ask");
    body.getChildren()
        .add(
            secret.canKeep()
                ? keep
                : Rows.words(Messages.text("publish.secret.no-keyring"), "soft", "small"));
    Button cancel =
        Rows.button(
            Messages.text("publish.cancel"), "ghost", () -> answers.refuse().accept(secret));
    Button go = new Button(Messages.text("publish.secret.go"));
    go.getStyleClass().add("primary");
    go.disableProperty().bind(field.textProperty().isEmpty());
    Runnable answer =
        () -> {
          char[] said = field.getText().toCharArray();
          field.clear();
          answers.secret().say(secret, said, secret.canKeep() && keep.isSelected());
        };
    go.setOnAction(_ -> answer.run());
    field.setOnAction(_ -> {
      if (!field.getText().isEmpty()) {
        answer.run();
      }
    });
    return new AskPane(
        heading(secret), Messages.text("publish.secret.sub"), body, List.of(cancel, go));
  }

  private static String heading(Question.Secret secret) {
    String to = secret.to().name();
    return switch (secret.kind()) {
      case PASSWORD -> Messages.text("publish.secret.password", to);
      case PASSPHRASE -> Messages.text("publish.secret.passphrase", to);
      case SECRET_KEY -> Messages.text("publish.secret.key", to);
    };
  }

  private static String words(Secrets.Kind kind) {
    return switch (kind) {
      case PASSWORD -> Messages.text("publish.password");
      case PASSPHRASE -> Messages.text("publish.passphrase");
      case SECRET_KEY -> Messages.text("publish.secret-key");
    };
  }
}

package galley.ui.publish;

import galley.asset.Messages;
import galley.publish.Secrets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One question of a host. */
record AskPane(String heading, String below, Node body, List<Button> buttons) {
  static AskPane of(Question question, PublishModel model) {
    return switch (question) {
      case Question.HostKey key -> key(key, model);
      case Question.Secret secret -> secret(secret, model);
    };
  }

  private static AskPane key(Question.HostKey key, PublishModel model) {
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
    Button no = Rows.button(Messages.text("publish.key.no"), "primary", () -> model.refuse(key));
    Button yes =
        Rows.button(Messages.text("publish.key.yes"), "plain", () -> model.answer(key, true));
    return new AskPane(
        Messages.text("publish.key", key.host()),
        Messages.text("publish.key.sub"),
        body,
        List.of(yes, no));
  }

  private static AskPane secret(Question.Secret secret, PublishModel model) {
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
        Rows.button(Messages.text("publish.cancel"), "ghost", () -> model.refuse(secret));
    Button go = new Button(Messages.text("publish.secret.go"));
    go.getStyleClass().add("primary");
    go.disableProperty().bind(field.textProperty().isEmpty());
    Runnable answer =
        () -> {
          char[] said = field.getText().toCharArray();
          field.clear();
          model.answer(secret, said, secret.canKeep() && keep.isSelected());
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

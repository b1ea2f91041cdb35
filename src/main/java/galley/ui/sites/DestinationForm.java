package galley.ui.sites;

import galley.asset.Messages;
import galley.post.Destination;
import galley.post.Destination.Serving;
import galley.post.Site;
import galley.ui.kit.Field;
import galley.ui.kit.Segmented;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The fields of one destination, for each kind of host its own. Nothing is kept before a person
 * says so. On the JavaFX thread.
 */
final class DestinationForm {
  /**
   * What a form does with what a person said.
   *
   * @param taken whether another destination has a name
   * @param keep takes the destination
   * @param cancel goes back
   */
  record Ends(Predicate<String> taken, Consumer<Destination> keep, Runnable cancel) {}

  private final Ends ends;
  private final SitesView.Ways ways;
  private final Optional<Destination> before;
  private final Map<Kind, List<Node>> parts = new EnumMap<>(Kind.class);
  private final List<Field> fields = new ArrayList<>();
  private final Map<Field, String> first = new HashMap<>();
  private final VBox body = new VBox();
  private final Label about = Parts.soft("");
  private final Region node;
  private final Field name;
  private final Field path;
  private final Field host;
  private final Field port;
  private final Field user;
  private final Field folder;
  private final Field key;
  private final Field address;
  private final Field endpoint;
  private final Field region;
  private final Field bucket;
  private final Field prefix;
  private final Field accessKey;
  private final Field repository;
  private final Field branch;
  private final Field inBranch;
  private final Segmented<Serving> serving;
  private final Node servingBox;
  private Kind kind;

  /**
   * @param before the destination that is changed; empty for a new one
   */
  DestinationForm(Optional<Destination> before, SitesView.Ways ways, Ends ends) {
    this.before = before;
    this.ways = ways;
    this.ends = ends;
    kind = before.map(Kind::of).orElse(Kind.FOLDER);
    Said said = Said.of(before);
    name = field(Messages.text("sites.to.name"), said.name(), "");
    name.hint(Messages.text("sites.to.name.hint"));
    path = field(Messages.text("sites.to.path"), said.path(), "/srv/www");
    host = field(Messages.text("sites.to.host"), said.host(), "harbour.example");
    port = field(Messages.text("sites.to.port"), said.port(), "");
    user = field(Messages.text("sites.to.user"), said.user(), "");
    folder = field(Messages.text("sites.to.folder"), said.folder(), "/srv/www");
    key = field(Messages.text("sites.to.key"), said.key(), "");
    key.hint(Messages.text("sites.to.key.hint"));
    address = field(Messages.text("sites.to.address"), said.address(), "https://dav.example/www");
    endpoint = field(Messages.text("sites.to.endpoint"), said.endpoint(), "https://s3.example");
    region = field(Messages.text("sites.to.region"), said.region(), "");
    bucket = field(Messages.text("sites.to.bucket"), said.bucket(), "");
    prefix = field(Messages.text("sites.to.prefix"), said.prefix(), "");
    prefix.hint(Messages.text("sites.to.prefix.hint"));
    accessKey = field(Messages.text("sites.to.access-key"), said.accessKey(), "");
    accessKey.hint(Messages.text("sites.to.secret.hint"));
    repository =
        field(Messages.text("sites.to.repository"), said.repository(), "git@host.example:site.git");
    branch = field(Messages.text("sites.to.branch"), said.branch(), "");
    inBranch = field(Messages.text("sites.to.in-branch"), said.inBranch(), "");
    inBranch.hint(Messages.text("sites.to.prefix.hint"));
    Map<Serving, String> servings = new EnumMap<>(Serving.class);
    servings.put(Serving.IN_PLACE, Messages.text("sites.serving.place"));
    servings.put(Serving.LINK, Messages.text("sites.serving.link"));
    serving = new Segmented<>(Messages.text("sites.serving"), servings, said.serving());
    servingBox = serving();
    address.completing(Site::web);
    endpoint.completing(Site::web);
    fillParts();
    node = Parts.scroll(form());
    show(kind);
  }

  Region node() {
    return node;
  }

  /** Puts the keyboard where a person begins. */
  void focus() {
    name.control().requestFocus();
    name.control().end();
  }

  private Field field(String words, String text, String example) {
    Field field = Field.line(words, text);
    if (!example.isEmpty()) {
      field.prompt(example);
    }
    if (field.control() instanceof TextField line) {
      line.setOnAction(_ -> keep());
    }
    fields.add(field);
    first.put(field, field.text());
    return field;
  }

  private void fillParts() {
    HBox place = beside(host, Parts.narrow(port));
    parts.put(Kind.FOLDER, List.of(chosen(path, ways.folder()), servingBox));
    parts.put(
        Kind.SFTP,
        List.of(place, user.node(), folder.node(), servingBox, chosen(key, ways.file())));
    parts.put(Kind.FTPS, List.of(place, user.node(), folder.node()));
    parts.put(Kind.WEBDAV, List.of(address.node(), user.node()));
    parts.put(
        Kind.S3,
        List.of(
            beside(endpoint, Parts.narrow(region)),
            bucket.node(),
            prefix.node(),
            accessKey.node()));
    parts.put(
        Kind.GIT,
        List.of(
            repository.node(),
            Parts.narrow(branch),
            inBranch.node(),
            parts.get(Kind.SFTP).getLast()));
  }

  private Region form() {
    Label title =
        new Label(
            before
                .map(_ -> Messages.text("sites.to.change.title"))
                .orElse(Messages.text("sites.to.add.title")));
    title.getStyleClass().add("sites-heading");
    Map<Kind, String> kinds = new EnumMap<>(Kind.class);
    for (Kind each : Kind.values()) {
      kinds.put(each, each.title());
    }
    Segmented<Kind> choice = new Segmented<>(Messages.text("sites.to.kind"), kinds, kind);
    choice.value().addListener((_, _, now) -> show(now));
    FlowPane choices = new FlowPane(choice.node());
    Button keep =
        new Button(
            before
                .map(_ -> Messages.text("sites.to.change.do"))
                .orElse(Messages.text("sites.to.add.do")));
    keep.getStyleClass().add("primary");
    keep.setOnAction(_ -> keep());
    Button cancel = new Button(Messages.text("sites.cancel"));
    cancel.getStyleClass().add("ghost");
    cancel.setOnAction(_ -> ends.cancel().run());
    HBox buttons = new HBox(keep, cancel);
    buttons.getStyleClass().add("sites-buttons");
    body.getStyleClass().add("sites-fields");
    VBox form = new VBox(title, name.node(), choices, about, body, buttons);
    form.getStyleClass().add("sites-form");
    return form;
  }

  private void show(Kind now) {
    kind = now;
    about.setText(now.about());
    fields.forEach(field -> field.say(Optional.empty()));
    int usual = now == Kind.FTPS ? 21 : 22;
    if (port.text().isEmpty() || port.text().equals("21") || port.text().equals("22")) {
      port.text(Integer.toString(usual));
      first.put(port, port.text());
    }
    body.getChildren().setAll(parts.getOrDefault(now, List.of()));
  }

  private Node serving() {
    Label label = Field.name(Messages.text("sites.serving"), serving.node());
    Label says = Parts.soft("");
    serving
        .value()
        .subscribe(now ->
            says.setText(
                now == Serving.LINK
                    ? Messages.text("sites.serving.link.says")
                    : Messages.text("sites.serving.place.says")));
    VBox box = new VBox(label, serving.node(), says);
    box.getStyleClass().add("field");
    return box;
  }

  private static HBox beside(Field wide, Region narrow) {
    HBox.setHgrow(wide.node(), Priority.ALWAYS);
    HBox row = new HBox(wide.node(), narrow);
    row.getStyleClass().add("sites-beside");
    return row;
  }

  private static Node chosen(Field field, Supplier<Optional<Path>> choose) {
    Button button = new Button(Messages.text("sites.choose"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> choose.get().ifPresent(path -> field.text(path.toString())));
    return field.beside(button).node();
  }

  /** Whether anything was typed that would be lost. */
  boolean isTyped() {
    return fields.stream().anyMatch(field -> !field.text().equals(first.getOrDefault(field, "")));
  }

  private void keep() {
    fields.forEach(Field::take);
    List<Field> wrong = new ArrayList<>();
    if (name.text().isEmpty()) {
      refuse(wrong, name, Messages.text("sites.to.name.none"));
    } else if (ends.taken().test(name.text())) {
      refuse(wrong, name, Messages.text("sites.to.name.taken", name.text()));
    }
    switch (kind) {
      case FOLDER -> filled(wrong, path);
      case SFTP, FTPS -> {
        filled(wrong, host);
        filled(wrong, port);
        filled(wrong, user);
        filled(wrong, folder);
      }
      case WEBDAV -> {
        filled(wrong, address);
        filled(wrong, user);
      }
      case S3 -> {
        filled(wrong, endpoint);
        filled(wrong, region);
        filled(wrong, bucket);
        filled(wrong, accessKey);
      }
      case GIT -> {
        filled(wrong, repository);
        filled(wrong, branch);
      }
    }
    if (wrong.isEmpty()) {
      try {
        ends.keep().accept(made());
        return;
      } catch (IllegalArgumentException e) {
        Field field = meant(String.valueOf(e.getMessage()));
        refuse(wrong, field, Messages.text("sites.to.bad", field.text()));
      }
    }
    wrong.getFirst().control().requestFocus();
  }

  private static void filled(List<Field> wrong, Field field) {
    if (field.text().isEmpty()) {
      refuse(wrong, field, Messages.text("sites.to.empty"));
    }
  }

  private static void refuse(List<Field> wrong, Field field, String why) {
    field.say(Optional.of(why));
    wrong.add(field);
  }

  /** The field that a refusal of {@link Destination} is about: it begins "Not a" and its part. */
  private Field meant(String refusal) {
    String part = refusal.replaceFirst("^Not a ", "").replaceFirst(":.*", "");
    return switch (part) {
      case "host" -> host;
      case "port" -> port;
      case "user" -> user;
      case "folder" -> kind == Kind.GIT ? inBranch : folder;
      case "path" -> path;
      case "web address" -> kind == Kind.S3 ? endpoint : address;
      case "region" -> region;
      case "bucket" -> bucket;
      case "prefix" -> prefix;
      case "accessKey" -> accessKey;
      case "branch" -> branch;
      case "name" -> name;
      default -> kind == Kind.GIT ? repository : name;
    };
  }

  private Destination made() {
    Optional<String> file = Optional.of(key.text()).filter(text -> !text.isEmpty());
    String called = name.text();
    return switch (kind) {
      case FOLDER ->
          new Destination.Folder(
              called,
              Path.of(path.text()).toAbsolutePath().normalize().toString(),
              serving.value().get());
      case SFTP ->
          new Destination.Sftp(
              called,
              host.text(),
              number(),
              user.text(),
              folder.text(),
              serving.value().get(),
              file);
      case FTPS -> new Destination.Ftps(called, host.text(), number(), user.text(), folder.text());
      case WEBDAV -> new Destination.WebDav(called, address.text(), user.text());
      case S3 ->
          new Destination.S3(
              called,
              endpoint.text(),
              region.text(),
              bucket.text(),
              prefix.text().replaceAll("^/+|/+$", ""),
              accessKey.text());
      case GIT ->
          new Destination.Git(
              called,
              repository.text(),
              branch.text(),
              inBranch.text().replaceAll("^/+|/+$", ""),
              file);
    };
  }

  private int number() {
    return port.text().matches("\\d{1,5}") ? Integer.parseInt(port.text()) : 0;
  }
}

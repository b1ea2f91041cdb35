package galley.desk;

import galley.asset.Messages;
import galley.docx.WordException;
import galley.post.Anchor;
import galley.post.Annotation;
import galley.post.Annotation.Kind;
import galley.post.Annotation.Status;
import galley.post.Author;
import galley.post.Draft;
import galley.post.PlacedAnnotation;
import galley.post.Placement;
import galley.review.Branching;
import galley.review.CriticMarkup;
import galley.review.Hunk;
import galley.review.Merge;
import galley.review.Reattach;
import galley.review.Suggestions;
import galley.review.WebAnnotations;
import galley.review.WordDocument;
import galley.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings in what people said with other programs: Word, CriticMarkup, Web Annotations. What is here
 * already comes in no second time. Blocks.
 */
final class ForeignReview {
  private final DraftSession session;
  private final List<Annotation> made = new ArrayList<>();
  private final List<Annotation> replies = new ArrayList<>();
  private final List<Annotation> closed = new ArrayList<>();
  private boolean looking;

  ForeignReview(DraftSession session) {
    this.session = session;
  }

  /** What a file would bring; nothing is brought in. */
  ReviewChanges look(Path file) {
    looking = true;
    var _ = read(file);
    long now = session.review().annotations().stream().filter(ForeignReview::isOpen).count();
    long open = now + made.stream().filter(one -> one.status().isOpen()).count() - closed.size();
    return new ReviewChanges(
        made.size() + replies.size() + closed.size(),
        made,
        replies,
        List.of(),
        closed,
        List.of(),
        (int) open,
        0, // nobody signs in another program
        0);
  }

  private static boolean isOpen(PlacedAnnotation placed) {
    return placed.annotation().status().isOpen();
  }

  /**
   * Brings in what a file says.
   *
   * @return how many annotations and replies are new
   */
  int read(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".docx")) {
        word(WordDocument.read(Files.readAllBytes(file)).onto(session.latest().body()));
      } else if (name.endsWith(".jsonld") || name.endsWith(".json")) {
        web(Files.readString(file));
      } else {
        critic(CriticMarkup.read(Files.readString(file)), name);
      }
    } catch (NoSuchFileException e) {
      throw new DeskException(Messages.text("desk.review-no-file", file), e);
    } catch (WordException | IllegalArgumentException | IOException e) {
      throw new DeskException(
          Messages.text(
              "desk.review-unreadable", file.getFileName(), String.valueOf(e.getMessage())),
          e);
    }
    return made.size() + replies.size();
  }

  private void word(WordDocument.Read read) {
    for (Hunk hunk : Suggestions.between(read.base(), read.branch())) {
      String who = read.author(hunk).map(WordDocument.Changed::author).orElse("");
      suggest(who, hunk);
    }
    field(Anchor.Scope.HEADLINE, session.latest().details().headline(), read.headline());
    field(Anchor.Scope.STANDFIRST, session.latest().details().standfirst(), read.standfirst());
    for (WordDocument.Comment comment : read.comments()) {
      UUID id = comment(comment.author(), comment.scope(), comment.span(), comment.body());
      for (WordDocument.Answer answer : comment.answers()) {
        reply(id, answer.author(), answer.body());
      }
      if (comment.resolved()) {
        resolve(id);
      }
    }
  }

  private void resolve(UUID id) {
    Optional<Annotation> found =
        session
            .review()
            .book()
            .folded()
            .find(id)
            .or(() -> made.stream().filter(one -> one.id().equals(id)).findFirst())
            .filter(one -> one.status() == Status.OPEN && one.kind() == Kind.COMMENT);
    if (found.isPresent()) {
      closed.add(found.get());
      if (!looking) {
        session.review().judge(id, Status.RESOLVED).join();
      }
    }
  }

  private void field(Anchor.Scope scope, String text, Optional<WordDocument.Both> both) {
    if (both.isPresent() && both.get().base().equals(text)) {
      for (Hunk hunk : Branching.between(scope, text, both.get().branch())) {
        add("", hunk.id(), scope, hunk.span(), "", Optional.of(hunk.replacement()));
      }
    }
  }

  private void critic(CriticMarkup.Read read, String from) {
    String body = session.latest().body();
    String branch =
        read.base().equals(body)
            ? read.branch()
            : Merge.of(read.base(), read.branch(), body).with(conflict -> conflict.theirs().text());
    for (Hunk hunk : Suggestions.between(body, branch)) {
      suggest(from, hunk);
    }
    Map<UUID, Placement> places = new LinkedHashMap<>();
    Map<UUID, CriticMarkup.Comment> comments = new LinkedHashMap<>();
    for (CriticMarkup.Comment comment : read.comments()) {
      UUID key = UUID.randomUUID();
      comments.put(key, comment);
      places.put(key, new Placement(Placement.State.LIVE, comment.span()));
    }
    Map<UUID, Placement> now = Reattach.of(read.base(), body, places);
    comments.forEach((key, comment) -> {
      Span span = Objects.requireNonNull(now.get(key)).span();
      UUID id = comment(comment.author(), Anchor.Scope.TEXT, span, comment.body());
      comment.answers().forEach(answer -> reply(id, answer.author(), answer.body()));
    });
  }

  private void web(String json) {
    for (WebAnnotations.Foreign one : WebAnnotations.read(json, session.latest().body())) {
      if (one.replacement().isPresent()) {
        UUID id = made("suggestion", one.author(), one.span(), one.replacement().get());
        suggest(one.author(), new Hunk(id, one.span(), one.replacement().get()));
      } else {
        comment(one.author(), Anchor.Scope.TEXT, one.span(), one.body());
      }
    }
  }

  /** A suggestion, unless somebody has made the same. */
  private void suggest(String who, Hunk hunk) {
    boolean known =
        session.review().annotations().stream()
            .anyMatch(one ->
                one.annotation().kind() == Kind.SUGGESTION
                    && one.placement().span().equals(hunk.span())
                    && one.annotation().replacement().orElse("").equals(hunk.replacement()));
    if (!known) {
      Optional<String> replacement = Optional.of(hunk.replacement());
      add(who, hunk.id(), Anchor.Scope.TEXT, hunk.span(), "", replacement);
    }
  }

  /** A comment, or the one that is here already and says the same. */
  private UUID comment(String who, Anchor.Scope scope, Span span, String body) {
    Optional<UUID> known =
        session.review().annotations().stream()
            .map(PlacedAnnotation::annotation)
            .filter(one -> one.kind() != Kind.SUGGESTION || one.replacement().isEmpty())
            .filter(one -> one.author().name().equals(author(who).name()))
            .filter(one -> one.body().strip().equals(body.strip()))
            .map(Annotation::id)
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    UUID id = made("comment", who, span, body);
    add(who, id, scope, span, body, Optional.empty());
    return id;
  }

  private void reply(UUID to, String who, String body) {
    boolean known =
        session.review().annotations().stream()
            .filter(one -> one.annotation().id().equals(to))
            .flatMap(one -> one.replies().stream())
            .anyMatch(one ->
                one.author().name().equals(author(who).name())
                    && one.body().strip().equals(body.strip()));
    if (!known) {
      replies.add(
          annotation(UUID.randomUUID(), Kind.REPLY, who, Anchor.on(Anchor.Scope.TEXT, ""), body));
      if (!looking) {
        session.review().book().reply(author(who), to, body).join();
      }
    }
  }

  private void add(
      String who,
      UUID id,
      Anchor.Scope scope,
      Span span,
      String body,
      Optional<String> replacement) {
    Kind kind = replacement.isPresent() ? Kind.SUGGESTION : Kind.COMMENT;
    Review.Note note = new Review.Note(kind, scope, "", span, body, replacement);
    if (session.review().book().folded().find(id).isEmpty()) {
      Annotation said = annotation(id, kind, who, anchor(scope, span), body);
      made.add(replacement.map(words -> suggesting(said, words)).orElse(said));
      if (!looking) {
        session.review().book().add(author(who), Map.of(id, note)).join();
      }
    }
  }

  private Anchor anchor(Anchor.Scope scope, Span span) {
    Draft draft = session.latest();
    String text =
        switch (scope) {
          case HEADLINE -> draft.details().headline();
          case STANDFIRST -> draft.details().standfirst();
          default -> draft.body();
        };
    return Anchor.in(scope, text, "", span);
  }

  /** What somebody says, to be shown; what is kept of it the book makes. */
  private static Annotation annotation(UUID id, Kind kind, String who, Anchor anchor, String body) {
    return new Annotation(
        id,
        kind,
        Optional.empty(),
        author(who),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        Status.OPEN,
        anchor,
        body,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Annotation suggesting(Annotation said, String words) {
    return new Annotation(
        said.id(),
        said.kind(),
        said.parent(),
        said.author(),
        said.at(),
        said.changed(),
        said.clock(),
        said.status(),
        said.anchor(),
        said.body(),
        Optional.of(words),
        said.rule(),
        said.source(),
        said.verified());
  }

  /** Somebody without a device, and so unverified. */
  private static Author author(String who) {
    return Pen.named(who.isBlank() ? Messages.text("desk.somebody") : who);
  }

  /** The same for the same words by the same person, so that they come in once. */
  private UUID made(String kind, String who, Span span, String text) {
    String all =
        String.join(
            "\u001f", session.id().toString(), kind, who, span.start() + " " + span.end(), text);
    return UUID.nameUUIDFromBytes(bytes(all));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

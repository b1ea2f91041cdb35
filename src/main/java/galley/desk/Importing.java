package galley.desk;

import galley.asset.Messages;
import galley.images.PictureException;
import galley.intake.Batch;
import galley.intake.ImportNote;
import galley.intake.Incoming;
import galley.intake.IncomingPicture;
import galley.intake.Intake;
import galley.intake.IntakeException;
import galley.intake.Refusal;
import galley.post.Draft;
import galley.post.ImageRef;
import galley.post.Post;
import galley.post.Revision;
import galley.review.Packet;
import galley.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings posts that others made into the library, with their pictures. What can't come in is
 * refused with its reason, and the rest goes on. Each post that the report names is safe.
 */
public final class Importing {
  private static final Logger LOG = Logger.getLogger(Importing.class.getName());

  private final Bench bench;
  private final Reviewing reviewing;
  private final PictureShelf shelf;
  private final Originals originals;

  Importing(Bench bench) {
    this(bench, new Reviewing(bench, new OpenPosts(bench, id -> null)));
  }

  Importing(Bench bench, Reviewing reviewing) {
    this.reviewing = reviewing;
    this.bench = bench;
    shelf = new PictureShelf(bench.library().media());
    originals = new Originals(bench.library().folder());
  }

  /**
   * Reads files, folders and archives.
   *
   * @param progress told on the thread that works
   */
  public CompletableFuture<ImportReport> bring(List<Path> paths, Consumer<Progress> progress) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.bringing-in"),
            job ->
                bringNow(
                    paths,
                    now -> {
                      job.report(now);
                      progress.accept(now);
                    }));
  }

  ImportReport bringNow(List<Path> paths, Consumer<Progress> progress) {
    List<Path> packets =
        paths.stream()
            .filter(path -> path.toString().endsWith(Packet.END) && Files.isRegularFile(path))
            .toList();
    List<Path> others = paths.stream().filter(path -> !packets.contains(path)).toList();
    List<ImportReport.Imported> came = new ArrayList<>();
    List<Refusal> stayed = new ArrayList<>();
    packets.forEach(packet -> bringPacket(packet, came, stayed));
    if (others.isEmpty() && !packets.isEmpty()) {
      return new ImportReport(came, stayed, List.of());
    }
    ImportReport report = bringOthers(others, progress);
    came.addAll(report.posts());
    stayed.addAll(report.refused());
    return new ImportReport(came, stayed, report.notes());
  }

  private void bringPacket(Path packet, List<ImportReport.Imported> came, List<Refusal> stayed) {
    String from = String.valueOf(packet.getFileName());
    try {
      Post post = reviewing.bring(packet);
      came.add(new ImportReport.Imported(post.id(), post.slug(), post.headline(), from, List.of()));
    } catch (DeskException | StoreException e) {
      stayed.add(new Refusal(from, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      stayed.add(new Refusal(from, Messages.text("desk.packet-unread", from, e.toString())));
    }
  }

  private ImportReport bringOthers(List<Path> paths, Consumer<Progress> progress) {
    try (Intake intake = new Intake(incoming())) {
      Batch batch =
          intake.read(
              paths, (what, done, total) -> progress.accept(new Progress(what, done, total * 2)));
      List<ImportReport.Imported> posts = new ArrayList<>();
      List<Refusal> refused = new ArrayList<>(batch.refused());
      int total = batch.posts().size();
      for (int i = 0; i < total; i++) {
        Incoming incoming = batch.posts().get(i);
        progress.accept(new Progress(incoming.from(), total + i, total * 2L));
        try {
          posts.add(take(incoming));
        } catch (StoreException e) {
          if (e.kind() == StoreException.Kind.FULL || e.kind() == StoreException.Kind.READ_ONLY) {
            throw e; // the next one would fare no better
          }
          refused.add(new Refusal(incoming.from(), String.valueOf(e.getMessage())));
        }
      }
      return new ImportReport(posts, refused, batch.notes());
    }
  }

  /** Takes away the copies that a Galley left which was killed while it brought posts in. */
  void sweep() {
    try {
      Intake.sweep(incoming());
    } catch (IntakeException e) {
      LOG.log(Level.WARNING, "What an import left behind stays", e);
    }
  }

  private Path incoming() {
    return bench.library().folder().resolve("incoming");
  }

  private ImportReport.Imported take(Incoming incoming) {
    List<ImportNote> notes = new ArrayList<>(incoming.notes());
    Draft draft = withPictures(incoming, notes);
    Post post =
        incoming
            .archive()
            .flatMap(json ->
                new ArchivePost(bench.library(), bench.clock().instant()).bring(json, draft))
            .orElseGet(() -> bench.library().create(draft, Revision.Kind.IMPORTED));
    if (!post.slug().equals(draft.details().slug())) {
      notes.add(
          new ImportNote(
              ImportNote.Kind.CHANGED,
              Messages.text("desk.slug-taken", draft.details().slug(), post.slug())));
    }
    incoming
        .original()
        .ifPresent(file ->
            notes.add(
                new ImportNote(
                    ImportNote.Kind.KEPT,
                    Messages.text(
                        "desk.original-kept", originals.keep(post.id(), incoming.from(), file)))));
    bench.changed(post.id());
    return new ImportReport.Imported(
        post.id(), post.slug(), post.headline(), incoming.from(), notes);
  }

  /** The draft with each picture's file in the library; a picture that is none becomes a place. */
  private Draft withPictures(Incoming incoming, List<ImportNote> notes) {
    Map<String, IncomingPicture> found = new LinkedHashMap<>();
    incoming.pictures().forEach(picture -> found.put(picture.file(), picture));
    List<ImageRef> images = new ArrayList<>();
    for (ImageRef image : incoming.draft().images()) {
      IncomingPicture picture = found.remove(image.file());
      images.add(picture == null ? known(image) : shelved(picture, image, notes));
    }
    found
        .values()
        .forEach(picture -> images.add(shelved(picture, ImageRef.place(picture.file()), notes)));
    return incoming.draft().withImages(images);
  }

  /** An archive may name a picture whose file did not come with it. */
  private ImageRef known(ImageRef image) {
    boolean here = image.sha256().flatMap(bench.library().media()::find).isPresent();
    return here || image.isPlace()
        ? image
        : ImageRef.place(image.file())
            .withWords(
                image.alt(), image.caption(), image.credit(), image.licence(), image.decorative());
  }

  private ImageRef shelved(IncomingPicture picture, ImageRef image, List<ImportNote> notes) {
    try {
      ImageRef here = shelf.shelve(picture.data(), picture.originalName(), image);
      return here.sha256().equals(image.sha256()) ? image : here;
    } catch (PictureException e) {
      notes.add(
          new ImportNote(
              ImportNote.Kind.REFUSED,
              Messages.text(
                  "desk.picture-refused", picture.file(), String.valueOf(e.getMessage()))));
      return image;
    }
  }
}

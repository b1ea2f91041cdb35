package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.LiveSite;
import galley.desk.LogEntry;
import galley.desk.Progress;
import galley.desk.PublishPlan;
import galley.desk.Publishing;
import galley.desk.SiteView;
import galley.post.KeptSite;
import galley.post.Revision;
import galley.post.Stage;
import galley.publish.Foreign;
import galley.ui.publish.Running.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Plans a publication in the background, shows what it would do, and does it when told; looks at
 * what is live, takes posts down and goes back to earlier releases. It goes on while nobody looks.
 * On the JavaFX thread.
 */
public final class PublishModel {
  private static final String SITE = "publish.site";

  private final Desk desk;
  private final Supplier<CompletableFuture<Void>> settled;
  private final Running running;
  private final StringProperty reason = new SimpleStringProperty("");
  private List<SiteView> sites = List.of();
  private Optional<SiteView> site = Optional.empty();
  private String destination = "";
  private Foreign foreign = Foreign.STOP;
  private Set<String> errors = Set.of();
  private boolean live;

  /**
   * @param settled completes when what was typed is in the library
   */
  public PublishModel(Desk desk, Supplier<CompletableFuture<Void>> settled) {
    this.desk = desk;
    this.settled = settled;
    running = new Running(desk);
  }

  /**
   * Reads the sites and plans a publication of one of them, or looks at what is live of it.
   *
   * @param wanted the site; where none is, that of the post, else the last one published
   */
  void begin(Optional<UUID> wanted, Optional<UUID> post, boolean toLook) {
    Work mine = running.start(false, new Step.Reading());
    live = toLook;
    CompletableFuture<Optional<UUID>> own =
        wanted.isPresent() || post.isEmpty()
            ? CompletableFuture.completedFuture(wanted)
            : desk.sites().of(post.get()).thenApply(kept -> kept.map(one -> one.site().id()));
    running.then(
        mine,
        desk.sites().list().thenCombine(own, Choice::new),
        choice -> {
          sites = choice.sites();
          choose(choice.first(desk.settings().other(SITE, "")));
        });
  }

  private record Choice(List<SiteView> sites, Optional<UUID> wanted) {
    Optional<SiteView> first(String last) {
      return find(wanted.map(UUID::toString).orElse(last))
          .or(() -> find(last))
          .or(() -> sites.stream().findFirst());
    }

    private Optional<SiteView> find(String id) {
      return sites.stream().filter(one -> one.site().id().toString().equals(id)).findFirst();
    }
  }

  /** Turns to another site. */
  void choose(Optional<SiteView> chosen) {
    site = chosen;
    choose(
        chosen
            .flatMap(one -> one.kept().destinations().stream().findFirst())
            .map(to -> to.name())
            .orElse(""));
  }

  /** Turns to another destination of the site. */
  void choose(String name) {
    destination = name;
    foreign = Foreign.STOP;
    again();
  }

  /** Does once more what the sheet is about: a plan, or a look at what is live. */
  void again() {
    if (live) {
      look();
    } else {
      plan(foreign);
    }
  }

  /** Plans a publication; nothing is changed at the host. */
  void plan(Foreign others) {
    live = false;
    foreign = others;
    if (destination.isEmpty()) {
      running.end(new Step.Nowhere(site.isPresent()));
      return;
    }
    Work mine = running.look();
    UUID id = id();
    String to = destination;
    Latest<Progress> latest = new Latest<>(now -> running.show(mine, new Step.Planning(now)));
    Publishing publishing = running.publishing(mine);
    running.then(
        mine,
        settled
            .get()
            .thenCompose(_ ->
                publishing.plan(
                    id,
                    to,
                    others,
                    now -> {
                      if (mine.isStopped()) {
                        throw new CancellationException();
                      }
                      latest.accept(now);
                    })),
        plan -> {
          keepReason(plan);
          running.show(mine, new Step.Planned(plan));
        });
  }

  /** A reason holds for the errors it was given for, also when some of them were mended. */
  private void keepReason(PublishPlan plan) {
    Set<String> now = new HashSet<>();
    plan.errors()
        .forEach((slug, some) ->
            some.forEach(each -> now.add(slug + " " + each.rule() + " " + each.words())));
    if (!errors.containsAll(now)) {
      reason.set("");
    }
    errors = now;
  }

  /** Looks at what is live; nothing is changed at the host. */
  void look() {
    live = true;
    if (destination.isEmpty()) {
      running.end(new Step.Nowhere(site.isPresent()));
      return;
    }
    Work mine = running.look();
    UUID id = id();
    String to = destination;
    Publishing publishing = running.publishing(mine);
    CompletableFuture<List<LogEntry>> log = publishing.log(id);
    running.then(
        mine,
        settled.get().thenCompose(_ -> publishing.status(id, to)).thenCombine(log, Step.Live::new),
        seen -> running.show(mine, seen));
  }

  /** Takes the destination from a Galley that stopped in the middle, and goes on. */
  void takeOver() {
    Work mine = running.look(Messages.text("publish.taking"));
    running.then(
        mine, running.publishing(mine).takeOver(id(), destination), _ -> plan(Foreign.STOP));
  }

  /** Makes the folder that the destination names, and goes on. */
  void makeFolder() {
    Work mine = running.look();
    running.then(mine, running.publishing(mine).makeFolder(id(), destination), _ -> again());
  }

  /** Forgets the secret that the host refused, and asks for it again. */
  void signInAgain() {
    running.forget();
    Work mine = running.look();
    running.then(mine, running.publishing(mine).forget(id(), destination), _ -> again());
  }

  /** Whether what is planned may be done as things stand. */
  boolean isFree() {
    return step().get() instanceof Step.Planned(PublishPlan plan)
        && plan.takenBack().isEmpty()
        && (plan.errors().isEmpty() || !reason.get().isBlank())
        && !(plan.plan().isDone() && plan.posts().isEmpty());
  }

  /** Does what is planned. */
  void publish() {
    if (!(step().get() instanceof Step.Planned(PublishPlan plan)) || !isFree()) {
      return;
    }
    Work mine = running.send();
    desk.settings().remember(SITE, id().toString());
    Optional<String> why =
        Optional.of(reason.get().strip())
            .filter(text -> !text.isEmpty() && !plan.errors().isEmpty());
    running.then(
        mine,
        running.publishing(mine).publish(plan, why, running.watch(mine)),
        done -> {
          running.forget();
          reason.set("");
          running.end(new Step.Done(plan.to(), done, false));
        });
  }

  /** Asks whether to take a post down. */
  void askToTakeDown(Step.Live seen, LiveSite.LivePost post) {
    running.end(new Step.TakingDown(seen, post));
  }

  /** Asks whether to go back to an earlier release. */
  void askToGoBack(Step.Live seen, LogEntry to) {
    running.end(new Step.GoingBack(seen, to));
  }

  /** Shows again what was looked at. */
  void leave(Step.Live seen) {
    running.end(seen);
  }

  /** Goes back to an earlier release. */
  void goBack(LogEntry to) {
    Work mine = running.send();
    running.then(
        mine,
        running
            .publishing(mine)
            .rollback(id(), destination, Optional.of(to.release()), running.watch(mine)),
        done -> {
          running.forget();
          running.end(
              site()
                  .flatMap(kept -> kept.destination(destination))
                  .<Step>map(place -> new Step.Done(place, done, true))
                  .orElseGet(() -> new Step.Nowhere(true)));
        });
  }

  /**
   * Takes a post down with the next publication.
   *
   * @param to where its readers are led, or empty
   */
  void takeDown(UUID post, String to) {
    change(desk.sites().withdraw(id(), post, to));
  }

  /** Lets a post that was taken down be published again. */
  void restore(UUID post) {
    change(desk.sites().restore(id(), post));
  }

  /** Makes a post ready, so that it stays live. */
  void makeReady(UUID post) {
    change(
        desk.change(
            post,
            draft -> draft.withDetails(draft.details().withStage(Stage.READY)),
            Revision.Kind.AUTOSAVED));
  }

  private void change(CompletableFuture<?> deed) {
    Work mine = running.look();
    running.then(mine, deed, _ -> again());
  }

  private UUID id() {
    return site.orElseThrow().site().id();
  }

  Running running() {
    return running;
  }

  /** Stops what is under way; see {@link Running#stop}. */
  void stop() {
    running.stop();
  }

  /** Whether something is being sent, or is about to be. */
  public boolean isSending() {
    return running.isSending();
  }

  ReadOnlyObjectProperty<Step> step() {
    return running.step();
  }

  /** Why errors are passed over. */
  StringProperty reason() {
    return reason;
  }

  List<SiteView> sites() {
    return sites;
  }

  Optional<KeptSite> site() {
    return site.map(SiteView::kept);
  }

  /** The name of the destination, empty where there is none. */
  String destination() {
    return destination;
  }
}

package galley.desk;

import galley.asset.Messages;
import galley.desk.LogEntry.Put;
import galley.export.Bundle;
import galley.post.Destination;
import galley.post.Draft;
import galley.post.Finding;
import galley.post.KeptSite;
import galley.post.Revision;
import galley.post.Stage;
import galley.publish.Foreign;
import galley.publish.Hosts;
import galley.publish.Plan;
import galley.publish.Publication;
import galley.publish.Publisher;
import galley.publish.Release;
import galley.publish.ReleaseFile;
import galley.publish.Sent;
import galley.publish.Tried;
import galley.store.Library;
import galley.store.PostState;
import galley.text.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Puts sites onto their hosts. First a plan that changes nothing, then the publication: it is in
 * the site's log before its posts become published, and after a failure the site that stood there
 * still stands.
 */
public final class Publishing {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Bench bench;
  private final SiteBuilding building;
  private final Changing changing;
  private final SiteHosts hosts;

  /** Changes posts, whether they are open in the window or not. */
  interface Changing {
    CompletableFuture<Integer> change(Map<UUID, UnaryOperator<Draft>> changes, Revision.Kind kind);
  }

  /** Follows a publication and can stop it. Both are asked on the thread that publishes. */
  public interface Watch {
    /** Follows nothing and stops nothing. */
    Watch NOBODY = _ -> {};

    void sent(Sent now);

    /** Whether it is to stop at the next safe point; the site that stood there stays whole. */
    default boolean isStopped() {
      return false;
    }
  }

  /** A job that somebody watches. */
  private record Watching(Job job, Watch watch) {
    void sent(Sent now) {
      job.show(new Progress(now.path(), now.bytes(), now.ofBytes()));
      watch.sent(now);
    }

    boolean isStopped() {
      return job.isCancelled() || watch.isStopped();
    }
  }

  Publishing(Bench bench, SiteBuilding building, Changing changing, People people) {
    this.bench = bench;
    this.building = building;
    this.changing = changing;
    hosts = new SiteHosts(bench, people);
  }

  /**
   * Builds a site and compares it with what stands at a destination.
   *
   * @param destination its name; where the site has only one, it may be empty
   * @param foreign what becomes of what others did there
   */
  public CompletableFuture<PublishPlan> plan(
      UUID site, String destination, Foreign foreign, Consumer<Progress> progress) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-planning"),
            job -> planNow(site, destination, foreign, SiteBuilding.both(job, progress)));
  }

  /**
   * Does what was planned. Posts that were ready become published.
   *
   * @param reason why errors are to be passed over; kept in the site's log
   */
  public CompletableFuture<Published> publish(
      PublishPlan plan, Optional<String> reason, Watch watch) {
    Optional<String> why = reason.filter(text -> !text.isBlank());
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-publishing"),
            job -> publishNow(plan, why, new Watching(job, watch)));
  }

  /**
   * Goes back to an earlier release.
   *
   * @param release its name; the one before where none is given
   */
  public CompletableFuture<Published> rollback(
      UUID site, String destination, Optional<String> release, Watch watch) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-going-back"),
            job -> rollbackNow(site, destination, release, new Watching(job, watch)));
  }

  /** What stands at a destination, compared with the desk; nothing is changed there. */
  public CompletableFuture<LiveSite> status(UUID site, String destination) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-planning"),
            job -> {
              KeptSite kept = needed(site);
              return new Standing(bench, hosts).at(kept, destination(kept, destination));
            });
  }

  /** The site's publications, the newest first. */
  public CompletableFuture<List<LogEntry>> log(UUID site) {
    return bench.jobs().ask(() -> SiteLog.of(library(), site).entries().reversed());
  }

  /** Connects to a destination, and says what is there and what its host can. */
  public CompletableFuture<Tried> tryOut(Destination to) {
    return bench.jobs().ask(() -> hosts.with(to, Publisher::tryOut));
  }

  /**
   * Makes the folder that a destination names, where it is one of this computer. Only a person says
   * so: a folder that is not there may be on a disk that is not connected.
   */
  public CompletableFuture<Boolean> makeFolder(UUID site, String destination) {
    return bench.jobs().ask(() -> madeFolder(destination(needed(site), destination)));
  }

  /** The same for a destination as it stands. */
  public CompletableFuture<Boolean> makeFolder(Destination to) {
    return bench.jobs().ask(() -> madeFolder(to));
  }

  private static boolean madeFolder(Destination to) {
    if (!(to instanceof Destination.Folder folder)) {
      throw new DeskException(Messages.text("desk.site-no-making", to.name()));
    }
    Hosts.makeFolder(folder);
    return true;
  }

  /** Lets the system's keyring forget what it gives for a destination, since it is refused. */
  public CompletableFuture<Boolean> forget(UUID site, String destination) {
    return bench
        .jobs()
        .ask(() -> {
          hosts.forget(destination(needed(site), destination));
          return true;
        });
  }

  /** Takes a destination from a Galley that stopped in the middle and will not go on. */
  public CompletableFuture<Boolean> takeOver(UUID site, String destination) {
    return bench
        .jobs()
        .work(
            Messages.text("desk.site-planning"),
            job -> {
              KeptSite kept = needed(site);
              Destination to = destination(kept, destination);
              return hosts.with(
                  to,
                  host -> {
                    hosts.publisher(kept.site().id(), to).takeOver(host);
                    return true;
                  });
            });
  }

  private PublishPlan planNow(
      UUID site, String destination, Foreign foreign, Consumer<Progress> progress) {
    KeptSite kept = needed(site);
    Destination to = destination(kept, destination);
    SiteLog log = SiteLog.of(library(), site);
    SiteSource source = SiteSource.of(library(), kept, log, bench.clock().instant());
    BuiltSite built = building.buildNow(kept, source, progress);
    Outgoing outgoing = Outgoing.of(source, log.live(to.name()), PassedOver.of(log));
    List<ReleaseFile> rules = GoneRules.of(to, kept.site(), built.bundle(), source.gone());
    Release release = release(built.bundle(), rules);
    Plan plan =
        hosts.with(to, host -> hosts.publisher(kept.site().id(), to).plan(release, host, foreign));
    return new PublishPlan(built, to, plan, new PublishPlan.Basis(source, outgoing, log));
  }

  private Release release(Bundle bundle, List<ReleaseFile> rules) {
    Instant now = bench.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    List<ReleaseFile> files = new ArrayList<>(rules);
    StringBuilder all = new StringBuilder();
    rules.forEach(file -> all.append(file.path()).append('\n'));
    bundle
        .files()
        .forEach(file -> {
          files.add(
              new ReleaseFile(file.path(), file.bytes(), file.sha256(), file.content()::open));
          all.append(file.path()).append(' ').append(file.sha256()).append('\n');
        });
    String print = Sha256.of(all.toString()).substring(0, 8);
    return new Release(STAMP.format(now) + "-" + print, now, files);
  }

  private Published publishNow(PublishPlan plan, Optional<String> reason, Watching watch) {
    if (!plan.takenBack().isEmpty()) {
      throw new DeskException(
          Messages.text(
              "desk.site-taken-back", plan.takenBack().size(), plan.takenBack().getFirst().slug()));
    }
    Map<String, List<Finding>> errors = plan.errors();
    if (!errors.isEmpty() && reason.isEmpty()) {
      Map.Entry<String, List<Finding>> first = errors.entrySet().iterator().next();
      throw new DeskException(
          Messages.text(
              "desk.site-errors",
              errors.size(),
              first.getKey(),
              first.getValue().getFirst().message()));
    }
    KeptSite kept = plan.built().site().kept();
    Publication done =
        hosts.with(
            plan.to(),
            host ->
                hosts
                    .publisher(kept.site().id(), plan.to())
                    .publish(plan.plan(), host, watch::sent, watch::isStopped));
    Map<UUID, Put> after = new HashMap<>();
    Map<UUID, String> paths = plan.built().made().paths();
    Outgoing outgoing = plan.basis().outgoing();
    outgoing
        .prints()
        .forEach((id, print) -> after.put(id, new Put(paths.getOrDefault(id, ""), print)));
    String why = errors.isEmpty() ? "" : reason.orElse("");
    Outcome outcome =
        new Outcome(LogEntry.Kind.PUBLISHED, done, why, after, outgoing.passedWith(why));
    note(kept, plan.to(), plan.basis().log(), outcome);
    int posts = publish(plan.basis().source());
    return new Published(done.release(), done.sent(), done.sentBytes(), done.removed(), posts);
  }

  private int publish(SiteSource source) {
    Map<UUID, UnaryOperator<Draft>> changes = new LinkedHashMap<>();
    for (PostState state : source.states()) {
      if (state.summary().stage() == Stage.READY) {
        changes.put(
            state.summary().id(),
            draft -> draft.withDetails(draft.details().withStage(Stage.PUBLISHED)));
      }
    }
    return changes.isEmpty() ? 0 : changing.change(changes, Revision.Kind.EXPORTED).join();
  }

  private Published rollbackNow(
      UUID site, String destination, Optional<String> release, Watching watch) {
    KeptSite kept = needed(site);
    Destination to = destination(kept, destination);
    SiteLog log = SiteLog.of(library(), site);
    Publisher publisher = hosts.publisher(kept.site().id(), to);
    Publication done =
        hosts.with(
            to,
            host -> {
              List<Publisher.Kept> earlier = publisher.releases(host);
              if (release.isEmpty() && earlier.isEmpty()) {
                throw new DeskException(Messages.text("desk.site-no-release", to.name()));
              }
              String wanted = release.orElseGet(() -> earlier.getFirst().release());
              return publisher.rollback(host, wanted, watch::sent, watch::isStopped);
            });
    Map<UUID, Put> after = log.at(to.name(), done.release()).orElse(log.live(to.name()));
    note(kept, to, log, new Outcome(LogEntry.Kind.ROLLED_BACK, done, "", after, Map.of()));
    return new Published(done.release(), done.sent(), done.sentBytes(), done.removed(), 0);
  }

  /** What was done, and which posts stand there since. */
  private record Outcome(
      LogEntry.Kind kind,
      Publication done,
      String reason,
      Map<UUID, Put> after,
      Map<UUID, Map<String, String>> passed) {}

  private void note(KeptSite kept, Destination to, SiteLog log, Outcome outcome) {
    SiteLog.Step step = SiteLog.Step.between(log.live(to.name()), outcome.after());
    Publication done = outcome.done();
    boolean same =
        log.entries().stream()
            .filter(entry -> entry.destination().equals(to.name()))
            .reduce((_, later) -> later)
            .filter(last -> last.release().equals(done.release()))
            .isPresent();
    if (same && done.sent() == 0 && step.put().isEmpty() && step.gone().isEmpty()) {
      return; // all of it stood there already
    }
    SiteLog.add(
        library(),
        kept.site().id(),
        new LogEntry(
            log.next(),
            outcome.kind(),
            done.release(),
            bench.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            bench.pen().me().name(),
            to.name(),
            new LogEntry.Counts(done.sent(), done.sentBytes(), done.removed()),
            outcome.reason(),
            step.put(),
            step.gone(),
            outcome.passed()));
    bench.events().accept(new DeskEvent.SitesChanged());
  }

  private KeptSite needed(UUID site) {
    return library()
        .sites()
        .site(site)
        .orElseThrow(() -> new DeskException(Messages.text("desk.no-site", site)));
  }

  private static Destination destination(KeptSite kept, String name) {
    if (kept.destinations().isEmpty()) {
      throw new DeskException(Messages.text("desk.site-nowhere", kept.site().name()));
    }
    if (name.isBlank()) {
      if (kept.destinations().size() > 1) {
        throw new DeskException(Messages.text("desk.site-which", kept.site().name()));
      }
      return kept.destinations().getFirst();
    }
    return kept.destination(name)
        .orElseThrow(() ->
            new DeskException(Messages.text("desk.site-no-destination", kept.site().name(), name)));
  }

  private Library library() {
    return bench.library();
  }
}

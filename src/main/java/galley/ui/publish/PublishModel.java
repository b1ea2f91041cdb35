package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.desk.PublishPlan;
import galley.desk.Publishing;
import galley.desk.SiteView;
import galley.post.Details;
import galley.post.Draft;
import galley.post.KeptSite;
import galley.post.Revision;
import galley.post.Stage;
import galley.publish.Foreign;
import galley.publish.PublishException;
import galley.publish.Sent;
import galley.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Plans a publication in the background, shows what it would do, and does it when told. It goes on
 * while nobody looks. On the JavaFX thread.
 */
public final class PublishModel {
  private static final String SITE = "publish.site";
  private static final Sent NOTHING = new Sent(0, 0, 0, 0, "");

  private final Desk desk;
  private final Supplier<CompletableFuture<Void>> settled;
  private final Asked asked = new Asked();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Reading());
  private final StringProperty reason = new SimpleStringProperty("");
  private List<SiteView> sites = List.of();
  private Optional<SiteView> site = Optional.empty();
  private String destination = "";
  private Optional<Work> work = Optional.empty();
  private Optional<Foreign> foreign = Optional.empty();

  /** What is under way; what comes from an earlier one is of no interest any more. */
  private static final class Work {
    private final boolean sending;
    private volatile boolean stopped;

    Work(boolean sending) {
      this.sending = sending;
    }
  }

  /**
   * @param settled completes when what was typed is in the library
   */
  public PublishModel(Desk desk, Supplier<CompletableFuture<Void>> settled) {
    this.desk = desk;
    this.settled = settled;
  }

  /**
   * Reads the sites and plans a publication of one of them.
   *
   * @param wanted the site; where none is, that of the post, else the last one published
   */
  void begin(Optional<UUID> wanted, Optional<UUID> post) {
    Work mine = start(false, new Step.Reading());
    CompletableFuture<Optional<UUID>> own =
        wanted.isPresent() || post.isEmpty()
            ? CompletableFuture.completedFuture(wanted)
            : desk.sites().of(post.get()).thenApply(kept -> kept.map(one -> one.site().id()));
    Fx.deliver(
        desk.sites().list().thenCombine(own, Choice::new),
        choice -> {
          if (isNow(mine)) {
            sites = choice.sites();
            choose(choice.first(desk.settings().other(SITE, "")));
          }
        },
        failure -> fail(mine, failure));
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

  /** Plans a publication of another site. */
  void choose(Optional<SiteView> chosen) {
    site = chosen;
    destination = chosen.map(PublishModel::first).orElse("");
    plan(Foreign.STOP);
  }

  private static String first(SiteView site) {
    return site.kept().destinations().stream().findFirst().map(to -> to.name()).orElse("");
  }

  /** Plans a publication to another destination of the site. */
  void choose(String name) {
    destination = name;
    plan(Foreign.STOP);
  }

  /** Plans anew, as the site is now. */
  void again() {
    plan(foreign.orElse(Foreign.STOP));
  }

  /** Plans a publication; nothing is changed at the host. */
  void plan(Foreign others) {
    foreign = Optional.of(others);
    if (destination.isEmpty()) {
      work = Optional.empty();
      step.set(new Step.Nowhere(site.isPresent()));
      return;
    }
    Progress begin = new Progress(Messages.text("publish.planning.text"), 0, 0);
    Work mine = start(false, new Step.Planning(begin));
    reason.set("");
    UUID id = id();
    String to = destination;
    Latest<Progress> latest = new Latest<>(now -> show(mine, new Step.Planning(now)));
    Fx.deliver(
        settled
            .get()
            .thenCompose(_ ->
                publishing(mine)
                    .plan(
                        id,
                        to,
                        others,
                        now -> {
                          if (mine.stopped) {
                            throw new CancellationException();
                          }
                          latest.accept(now);
                        })),
        plan -> show(mine, new Step.Planned(plan)),
        failure -> fail(mine, failure));
  }

  /** Takes the destination from a Galley that stopped in the middle, and plans. */
  void takeOver() {
    Work mine =
        start(false, new Step.Planning(new Progress(Messages.text("publish.taking"), 0, 0)));
    Fx.deliver(
        publishing(mine).takeOver(id(), destination),
        _ -> {
          if (isNow(mine)) {
            plan(Foreign.STOP);
          }
        },
        failure -> fail(mine, failure));
  }

  /** Forgets the secret that the host refused, and asks for it again. */
  void signInAgain() {
    asked.forget();
    Work mine =
        start(false, new Step.Planning(new Progress(Messages.text("publish.planning.text"), 0, 0)));
    Fx.deliver(
        publishing(mine).forget(id(), destination),
        _ -> {
          if (isNow(mine)) {
            again();
          }
        },
        failure -> fail(mine, failure));
  }

  /** Whether what is planned may be done as things stand. */
  boolean isFree() {
    return step.get() instanceof Step.Planned(PublishPlan plan)
        && plan.takenBack().isEmpty()
        && (plan.errors().isEmpty() || !reason.get().isBlank())
        && !(plan.plan().isDone() && plan.posts().isEmpty());
  }

  /** Does what is planned. */
  void publish() {
    if (!(step.get() instanceof Step.Planned(PublishPlan plan)) || !isFree()) {
      return;
    }
    Work mine = start(true, new Step.Sending(NOTHING, false));
    desk.settings().remember(SITE, id().toString());
    Latest<Sent> latest = new Latest<>(now -> show(mine, new Step.Sending(now, mine.stopped)));
    Publishing.Watch watch =
        new Publishing.Watch() {
          @Override
          public void sent(Sent now) {
            latest.accept(now);
          }

          @Override
          public boolean isStopped() {
            return mine.stopped;
          }
        };
    Optional<String> why = Optional.of(reason.get().strip()).filter(text -> !text.isEmpty());
    Fx.deliver(
        publishing(mine).publish(plan, why, watch),
        done -> {
          asked.forget();
          show(mine, new Step.Done(plan, done));
          work = Optional.empty();
        },
        failure -> fail(mine, failure));
  }

  /** Stops what is under way. A plan is given up at once; what is being sent at a safe point. */
  void stop() {
    work.ifPresent(now -> {
      now.stopped = true;
      if (step.get() instanceof Step.Asking(Question question)) {
        question.refuse();
      }
      if (now.sending) {
        Sent sent = step.get() instanceof Step.Sending(Sent last, _) ? last : NOTHING;
        step.set(new Step.Sending(sent, true));
      } else {
        work = Optional.empty();
        asked.forget();
      }
    });
  }

  /** Takes a post down with this publication. */
  void takeDown(UUID post) {
    change(desk.sites().withdraw(id(), post, ""));
  }

  /** Makes a post ready, so that it stays live. */
  void makeReady(UUID post) {
    change(
        desk.change(
            post,
            (Draft draft) -> {
              Details details = draft.details();
              return draft.withDetails(details.withStage(Stage.READY));
            },
            Revision.Kind.AUTOSAVED));
  }

  private void change(CompletableFuture<?> deed) {
    Work mine =
        start(false, new Step.Planning(new Progress(Messages.text("publish.planning.text"), 0, 0)));
    Fx.deliver(
        deed,
        _ -> {
          if (isNow(mine)) {
            again();
          }
        },
        failure -> fail(mine, failure));
  }

  /** Says whether a host is who it says it is. */
  void answer(Question.HostKey question, boolean yes) {
    back();
    question.answer().complete(yes);
  }

  /** Gives a secret. */
  void answer(Question.Secret question, char[] secret, boolean keep) {
    back();
    asked.answer(question, secret, keep);
  }

  /** Answers nothing: the work that asked ends without. */
  void refuse(Question question) {
    back();
    question.refuse();
  }

  private void back() {
    step.set(
        work.filter(now -> now.sending).isPresent()
            ? new Step.Sending(NOTHING, false)
            : new Step.Planning(new Progress(Messages.text("publish.planning.text"), 0, 0)));
  }

  private Publishing publishing(Work mine) {
    return desk.publishing(
        asked.people(question ->
            Fx.run(() -> {
              if (isNow(mine) && !mine.stopped) {
                step.set(new Step.Asking(question));
              } else {
                question.refuse();
              }
            })));
  }

  private Work start(boolean sending, Step first) {
    if (isSending()) {
      throw new IllegalStateException("A publication is under way");
    }
    work.ifPresent(before -> before.stopped = true);
    if (step.get() instanceof Step.Asking(Question question)) {
      question.refuse();
    }
    Work mine = new Work(sending);
    work = Optional.of(mine);
    step.set(first);
    return mine;
  }

  private boolean isNow(Work mine) {
    return work.filter(mine::equals).isPresent();
  }

  private void show(Work mine, Step now) {
    if (isNow(mine)) {
      step.set(now);
    }
  }

  private void fail(Work mine, Throwable failure) {
    if (isNow(mine)) {
      work = Optional.empty();
      if (failure instanceof PublishException known
          && known.kind() == PublishException.Kind.SIGN_IN) {
        asked.forget();
      }
      step.set(new Step.Failed(failure, mine.sending));
    }
  }

  private UUID id() {
    return site.orElseThrow().site().id();
  }

  /** Whether something is being sent, or is about to be. */
  public boolean isSending() {
    return work.filter(now -> now.sending).isPresent();
  }

  /** Whether a plan is being made. */
  boolean isPlanning() {
    return work.filter(now -> !now.sending).isPresent() && !(step.get() instanceof Step.Planned);
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
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

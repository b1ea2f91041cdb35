package galley.ui.publish;

import galley.asset.Messages;
import galley.desk.Desk;
import galley.desk.Progress;
import galley.desk.Publishing;
import galley.publish.PublishException;
import galley.publish.Sent;
import galley.ui.kit.Fx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is under way for the sheet, one piece of work at a time, and the step it has come to. What
 * comes from an earlier one is of no interest any more. On the JavaFX thread.
 */
final class Running {
  static final Sent NOTHING = new Sent(0, 0, 0, 0, "");

  private final Desk desk;
  private final Asked asked = new Asked();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Reading());
  private Optional<Work> work = Optional.empty();

  /** One piece of work. */
  static final class Work {
    private final boolean sending;
    private volatile boolean stopped;

    private Work(boolean sending) {
      this.sending = sending;
    }

    /** Whether it is to stop. Any thread. */
    boolean isStopped() {
      return stopped;
    }
  }

  Running(Desk desk) {
    this.desk = desk;
  }

  /** Begins to look at something; nothing is changed at a host by it. */
  Work look(String words) {
    return start(false, new Step.Planning(new Progress(words, 0, 0)));
  }

  /** Begins to look at the host. */
  Work look() {
    return look(Messages.text("publish.planning.text"));
  }

  /** Begins to send. */
  Work send() {
    return start(true, new Step.Sending(NOTHING, false));
  }

  Work start(boolean sending, Step first) {
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

  /** Does something when it is there, unless other work has begun meanwhile. */
  <T> void then(Work mine, CompletableFuture<T> deed, Consumer<T> done) {
    Fx.deliver(
        deed,
        value -> {
          if (isNow(mine)) {
            done.accept(value);
          }
        },
        failure -> fail(mine, failure));
  }

  /** Shows a step and is done with the work. */
  void end(Step last) {
    work = Optional.empty();
    step.set(last);
  }

  void show(Work mine, Step now) {
    if (isNow(mine)) {
      step.set(now);
    }
  }

  private void fail(Work mine, Throwable failure) {
    if (isNow(mine)) {
      if (failure instanceof PublishException known
          && known.kind() == PublishException.Kind.SIGN_IN) {
        asked.forget();
      }
      end(new Step.Failed(failure, mine.sending));
    }
  }

  /** Shows what is being sent, and stops it where the person wants that. */
  Publishing.Watch watch(Work mine) {
    Latest<Sent> latest = new Latest<>(now -> show(mine, new Step.Sending(now, mine.stopped)));
    return new Publishing.Watch() {
      @Override
      public void sent(Sent now) {
        latest.accept(now);
      }

      @Override
      public boolean isStopped() {
        return mine.stopped;
      }
    };
  }

  /** Publishing that asks the person in the window. */
  Publishing publishing(Work mine) {
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

  /** Stops what is under way: looking at once, sending at a safe point. */
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
      }
    });
    if (!isSending()) {
      asked.forget();
    }
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
        isSending()
            ? new Step.Sending(NOTHING, false)
            : new Step.Planning(new Progress(Messages.text("publish.planning.text"), 0, 0)));
  }

  /** Forgets every secret that was said. */
  void forget() {
    asked.forget();
  }

  private boolean isNow(Work mine) {
    return work.filter(mine::equals).isPresent();
  }

  /** Whether something is being sent, or is about to be. */
  boolean isSending() {
    return work.filter(now -> now.sending).isPresent();
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }
}

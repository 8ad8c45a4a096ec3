package org.demandwright.app.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.core.Words;
import org.demandwright.store.run.Leased;
import org.demandwright.store.run.LeasedStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.run.WorkStatus;

/**
 * Starts the jobs that work on what was asked for, one at a time on each member and beside the
 * pipeline, so that no night waits for them, and takes up what a dead member left behind. Each
 * piece of work has a lease of its own, which its member renews.
 */
public final class SideRuns<T extends Leased> {
  private static final Logger LOG = System.getLogger(SideRuns.class.getName());

  /** How long a lease holds without being renewed. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Kind<T> kind;
  private final LeasedStore<T> store;
  private final RunStore runs;
  private final RunDetailStore details;
  private final SideLauncher launcher;
  private final Clock clock;
  private final String me = Member.name();

  private Optional<Long> running = Optional.empty();
  private int idleBeats;
  private boolean closing;

  /** Work of one kind. */
  public SideRuns(
      Kind<T> kind,
      LeasedStore<T> store,
      RunStore runs,
      RunDetailStore details,
      SideLauncher launcher,
      Clock clock) {
    this.kind = kind;
    this.store = store;
    this.runs = runs;
    this.details = details;
    this.launcher = launcher;
    this.clock = clock;
  }

  /**
   * A kind of work.
   *
   * @param job that does it
   * @param parameter of the job, which names the work
   * @param stopped what is said of work whose job ended without a word
   * @param failing ends work that came to nothing
   */
  public record Kind<T>(String job, String parameter, Words stopped, Failing<T> failing) {}

  /** Ends work that came to nothing. */
  public interface Failing<T> {
    void fail(T work, Words because, Instant now);
  }

  /** Keeps what this member works on, or begins the next; to be called every few seconds. */
  public synchronized void beat() {
    if (closing) {
      return;
    }
    Instant now = clock.now();
    running = running.filter(id -> isWorkedOn() && store.renew(id, me, now.plus(LEASE)));
    if (running.isEmpty() && !launcher.busyBeside(kind.job())) {
      store.unfinished().stream()
          .filter(work -> work.status() == WorkStatus.WAITING || isLeftBehind(work, now))
          .findFirst()
          .ifPresent(work -> take(work, now));
    }
  }

  /** A job may break off without a word, as when the store was away. */
  private boolean isWorkedOn() {
    idleBeats = launcher.busyBeside(kind.job()) ? 0 : idleBeats + 1;
    return idleBeats <= 1;
  }

  private boolean isLeftBehind(T work, Instant now) {
    return work.leaseUntil().map(now::isAfter).orElse(true)
        || work.owner().filter(o -> o.equals(me) || Member.isGone(o)).isPresent();
  }

  private void take(T work, Instant now) {
    long id = work.number();
    if (!store.claim(work, me, now.plus(LEASE))) {
      return; // another member was quicker
    }
    running = Optional.of(id);
    idleBeats = 0;
    try {
      LOG.log(Level.INFO, "{0} {1} is worked on by execution {2}", kind.job(), id, begin(work));
    } catch (Refused refused) {
      running = Optional.empty();
      if (refused.kind() == Refused.Kind.UNAVAILABLE) {
        store.putBack(id, me);
      } else {
        kind.failing().fail(work, Words.literal(refused.getMessage()), now);
      }
    } catch (RuntimeException e) {
      running = Optional.empty();
      store.putBack(id, me);
      throw e;
    }
  }

  /** Goes on with the execution that worked on it before, if there was one. */
  private long begin(T work) {
    Optional<Long> before =
        work.executionId()
            .flatMap(runs::execution)
            .flatMap(e -> runs.newestOf(e.instanceId()))
            .map(RunStore.Execution::executionId);
    return before
        .map(of -> launcher.restartBeside(kind.job(), of))
        .orElseGet(
            () ->
                launcher.startBeside(
                    kind.job(), Map.of(kind.parameter(), Long.toString(work.number()))));
  }

  /** Notes that the job of a piece of work has ended otherwise than well. */
  public void failed(long number, long executionId) {
    if (isClosing()) {
      return; // left behind for the next start
    }
    List<RunDetailStore.Message> said =
        details.messages(List.of(executionId)).getOrDefault(executionId, List.of());
    Words because = said.isEmpty() ? kind.stopped() : said.get(said.size() - 1).words();
    store.find(number).ifPresent(work -> kind.failing().fail(work, because, clock.now()));
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Says that this server is closing. */
  public synchronized void close() {
    closing = true;
  }
}

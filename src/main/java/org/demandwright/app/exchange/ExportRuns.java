package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.run.Member;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.store.exchange.ExportStatus;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.exchange.ExportStore.Export;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;

/**
 * Starts the jobs that write exports, one at a time on each member and beside the pipeline, and
 * takes up those that a dead member left behind. Each export has a lease of its own, which its
 * member renews.
 */
@ApplicationScoped
public class ExportRuns {
  /** The job. */
  public static final String JOB = "export-forecasts";

  private static final Logger LOG = System.getLogger(ExportRuns.class.getName());

  /** How long a lease holds without being renewed. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration BETWEEN_PURGES = Duration.ofMinutes(15);

  private final ExportStore exports;
  private final ExportFailures failures;
  private final RunStore runs;
  private final RunDetailStore details;
  private final SideLauncher launcher;
  private final Settings settings;
  private final Clock clock;
  private final String me = Member.name();

  private Optional<Long> running = Optional.empty();
  private int idleBeats;
  private boolean closing;
  private Instant purged = Instant.EPOCH;

  @Inject
  ExportRuns(
      ExportStore exports,
      ExportFailures failures,
      RunStore runs,
      RunDetailStore details,
      SideLauncher launcher,
      Settings settings,
      Clock clock) {
    this.exports = exports;
    this.failures = failures;
    this.runs = runs;
    this.details = details;
    this.launcher = launcher;
    this.settings = settings;
    this.clock = clock;
  }

  ExportRuns() {
    this(null, null, null, null, null, null, null);
  }

  /** Keeps what this member writes, or begins the next; to be called every few seconds. */
  public synchronized void beat() {
    if (closing) {
      return;
    }
    Instant now = clock.now();
    running = running.filter(id -> isWritten() && exports.renew(id, me, now.plus(LEASE)));
    if (running.isEmpty()) {
      exports.unfinished().stream()
          .filter(e -> e.status() == ExportStatus.WAITING || isLeftBehind(e, now))
          .findFirst()
          .ifPresent(e -> take(e, now));
    }
    if (purged.isBefore(now.minus(BETWEEN_PURGES))) {
      purged = now;
      exports.forget(now.minus(settings.exchange().exports()));
    }
  }

  /** A job may break off without a word, as when the store was away. */
  private boolean isWritten() {
    idleBeats = launcher.busyBeside(JOB) ? 0 : idleBeats + 1;
    return idleBeats <= 1;
  }

  private boolean isLeftBehind(Export export, Instant now) {
    return export.leaseUntil().map(now::isAfter).orElse(true)
        || export.owner().filter(o -> o.equals(me) || Member.isGone(o)).isPresent();
  }

  private void take(Export export, Instant now) {
    long id = export.exportId();
    if (!exports.claim(export, me, now.plus(LEASE))) {
      return; // another member was quicker
    }
    running = Optional.of(id);
    idleBeats = 0;
    try {
      Optional<Long> before =
          export
              .executionId()
              .flatMap(runs::execution)
              .flatMap(e -> runs.newestOf(e.instanceId()))
              .map(RunStore.Execution::executionId);
      long execution =
          before
              .map(of -> launcher.restartBeside(JOB, of))
              .orElseGet(() -> launcher.startBeside(JOB, Map.of("exportId", Long.toString(id))));
      LOG.log(Level.INFO, "Export {0} is written by execution {1}", id, execution);
    } catch (Refused refused) {
      running = Optional.empty();
      if (refused.kind() == Refused.Kind.UNAVAILABLE) {
        exports.putBack(id, me);
      } else {
        failures.fail(export, Words.literal(refused.getMessage()), now);
      }
    } catch (RuntimeException e) {
      running = Optional.empty();
      exports.putBack(id, me);
      throw e;
    }
  }

  /** Notes that the job of an export has ended otherwise than well. */
  public void failed(long exportId, long executionId) {
    if (isClosing()) {
      return; // left behind for the next start
    }
    List<RunDetailStore.Message> said =
        details.messages(List.of(executionId)).getOrDefault(executionId, List.of());
    Words because =
        said.isEmpty() ? Words.of("run.export-stopped") : said.get(said.size() - 1).words();
    exports.find(exportId).ifPresent(export -> failures.fail(export, because, clock.now()));
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Says that this server is closing. */
  public synchronized void close() {
    closing = true;
  }
}

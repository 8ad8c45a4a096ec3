package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.demandwright.app.Clock;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.app.run.SideRuns;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;

/** Starts the jobs that write exports, and forgets exports after their time. */
@ApplicationScoped
public class ExportRuns {
  /** The job. */
  public static final String JOB = "export-forecasts";

  private static final Duration BETWEEN_PURGES = Duration.ofMinutes(15);

  private final ExportStore exports;
  private final Settings settings;
  private final Clock clock;
  private final SideRuns<ExportStore.Export> runs;

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
    this.settings = settings;
    this.clock = clock;
    this.runs =
        new SideRuns<>(
            new SideRuns.Kind<>(
                JOB,
                "exportId",
                Words.of("run.export-stopped"),
                (export, because, now) -> failures.fail(export, because, now)),
            exports,
            runs,
            details,
            launcher,
            clock);
  }

  ExportRuns() {
    this(null, null, null, null, null, null, null);
  }

  /** See {@link SideRuns#beat}. */
  public synchronized void beat() {
    runs.beat();
    Instant now = clock.now();
    if (purged.isBefore(now.minus(BETWEEN_PURGES))) {
      purged = now;
      exports.forget(now.minus(settings.exchange().exports()));
    }
  }

  /** See {@link SideRuns#failed}. */
  public void failed(long exportId, long executionId) {
    runs.failed(exportId, executionId);
  }

  /** Says that this server is closing. */
  public void close() {
    runs.close();
  }
}

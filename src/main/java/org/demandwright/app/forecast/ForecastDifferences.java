package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.pipeline.ForecastChange;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.forecast.VersionStore.Version;

/**
 * Says why a version forecasts otherwise than an earlier one, by forecasting again. Nothing is
 * written, no connection is held meanwhile, and one series is forecast at a time.
 */
@ApplicationScoped
public class ForecastDifferences {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration WAIT = Duration.ofSeconds(5);

  private final ShownVersions shown;
  private final VersionStore versions;
  private final ComparedSeries series;
  private final Clock clock;
  private final Semaphore one = new Semaphore(1, true);

  @Inject
  ForecastDifferences(
      ShownVersions shown, VersionStore versions, ComparedSeries series, Clock clock) {
    this.shown = shown;
    this.versions = versions;
    this.series = series;
    this.clock = clock;
  }

  ForecastDifferences() {
    this(null, null, null, null);
  }

  /**
   * The differences of a series between two versions.
   *
   * @param against the earlier version
   * @param periods those that both forecast, in order
   */
  public record OfSeries(
      long seriesId, long against, long versionId, List<ForecastDifference> periods) {
    public OfSeries {
      periods = List.copyOf(periods);
    }
  }

  /** The difference of one period to an earlier version. */
  public record Compared(long against, ForecastDifference difference) {}

  /**
   * Compares one period.
   *
   * @param against by default the version that readers saw before
   * @throws Refused as {@link #ofSeries}; CONFLICT where the earlier version does not forecast the
   *     period
   */
  public Compared of(DataScope scope, ForecastId id, Optional<Long> against) {
    OfSeries all = compared(scope, id.seriesId(), version(id.versionId()), against);
    return all.periods().stream()
        .filter(d -> d.now().row().start().equals(id.periodStart()))
        .findFirst()
        .map(d -> new Compared(all.against(), d))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.CONFLICT,
                    "Versions %d and %d do not both forecast series %d for the period from %s on."
                        .formatted(
                            all.against(), all.versionId(), id.seriesId(), id.periodStart())));
  }

  /**
   * Compares all periods that both versions forecast.
   *
   * @param choice the later version
   * @param against by default the version that readers saw before it
   * @throws Refused NOT_FOUND where nothing is published, or there is no such series within the
   *     scope; GONE where a version is not kept; INVALID where they cannot be compared; CONFLICT
   *     where one cannot be forecast again; UNAVAILABLE while others are waited for, or where it
   *     takes too long
   */
  public OfSeries ofSeries(
      DataScope scope, long seriesId, VersionChoice choice, Optional<Long> against) {
    Version now =
        shown
            .meant(choice)
            .orElseThrow(
                () ->
                    choice
                        .versionId()
                        .map(ForecastDifferences::gone)
                        .orElseGet(
                            () ->
                                new Refused(
                                    Refused.Kind.NOT_FOUND, "No version is published yet.")));
    return compared(scope, seriesId, now, against);
  }

  private OfSeries compared(DataScope scope, long seriesId, Version now, Optional<Long> against) {
    Version then = version(against.orElseGet(() -> before(now.versionId())));
    requireComparable(then, now);
    ComparedSeries.Pair pair = series.read(scope, seriesId, then, now);
    ForecastChange change = made(change(pair));
    List<ForecastDifference> periods = new ArrayList<>();
    for (int i = 0; i < change.before().size(); i++) {
      LocalDate start = change.first().plus(i).start();
      PublishedForecast earlier = pair.then().published().get(start);
      PublishedForecast later = pair.now().published().get(start);
      if (earlier != null && later != null) {
        periods.add(
            ForecastDifference.of(
                earlier, later, change, i, pair.then().alone(earlier), pair.now().alone(later)));
      }
    }
    return new OfSeries(seriesId, then.versionId(), now.versionId(), periods);
  }

  private long before(long versionId) {
    return versions
        .previous(versionId)
        .map(Version::versionId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.CONFLICT,
                    "Readers saw nothing before version %d that is still kept; name the version to"
                            .formatted(versionId)
                        + " compare with."));
  }

  private Outcome<ForecastChange> change(ComparedSeries.Pair pair) {
    if (!acquired()) {
      throw Refused.unavailable("Other forecasts are being made again. Ask again later.", WAIT);
    }
    try {
      Instant end = clock.now().plus(LONGEST);
      return ForecastChange.of(
          pair.then().rerun(), pair.now().rerun(), pair.history(), () -> requireTime(end));
    } finally {
      one.release();
    }
  }

  private boolean acquired() {
    try {
      return one.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void requireTime(Instant end) {
    if (clock.now().isAfter(end)) {
      throw Refused.unavailable(
          "The series could not be forecast again within %d seconds: the server is busy. Ask again"
                  .formatted(LONGEST.toSeconds())
              + " later.",
          WAIT);
    }
  }

  private static ForecastChange made(Outcome<ForecastChange> outcome) {
    Optional<Failure> failure = outcome.toFailure();
    if (failure.isPresent()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "The series cannot be forecast again: " + Wordbook.english().say(failure.get().said()));
    }
    return outcome.orElseThrow();
  }

  private static void requireComparable(Version then, Version now) {
    if (then.versionId() == now.versionId()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Version %d does not differ from itself; name an earlier one."
              .formatted(now.versionId()));
    }
    if (then.recipe().bucket() != now.recipe().bucket()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Version %d is made in periods of a %s, version %d of a %s: they have no period in common."
              .formatted(
                  then.versionId(),
                  then.recipe().bucket(),
                  now.versionId(),
                  now.recipe().bucket()));
    }
    LocalDate knew = then.recipe().dataAsOf();
    if (knew.isAfter(now.recipe().dataAsOf())) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Version %d knows demand before %s, version %d only before %s. Ask the other way round."
              .formatted(then.versionId(), knew, now.versionId(), now.recipe().dataAsOf()));
    }
  }

  private Version version(long versionId) {
    return shown.version(versionId).orElseThrow(() -> gone(versionId));
  }

  private static Refused gone(long versionId) {
    return new Refused(Refused.Kind.GONE, "Version " + versionId + " is not kept any more.");
  }
}

package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.Settings;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Compares the volume of a version with what readers saw last of the same plan, in the same periods
 * and as many of them. What is not alike is not compared: then it says so. Means of series that are
 * not recommended to forecast count on both sides.
 */
@ApplicationScoped
public class VolumeGate {
  private static final int NAMED_SERIES = 5;

  /** From this percentage on a rise is told in words: what it rose from is next to nothing. */
  private static final double MOST_PERCENT = 9_999;

  private static final String LOOK =
      " Look at what changed in the ERP, or publish this version by hand.";

  private final ForecastStore forecasts;
  private final VersionStore versions;
  private final Settings settings;

  @Inject
  VolumeGate(ForecastStore forecasts, VersionStore versions, Settings settings) {
    this.forecasts = forecasts;
    this.versions = versions;
    this.settings = settings;
  }

  VolumeGate() {
    this(null, null, null);
  }

  /**
   * Returns why the volume must not be published without a person's word, empty if it may.
   *
   * @param current what readers see, empty before the first version
   */
  Optional<String> objection(VersionStore.Version version, Optional<VersionStore.Version> current) {
    if (current.isEmpty()) {
      return nothing(version);
    }
    VersionStore.Recipe r = version.recipe();
    return versions
        .lastLike(version.plan().name(), r.bucket(), r.horizon(), version.versionId())
        .map(like -> compared(version, like))
        .orElseGet(() -> nothing(version).or(() -> Optional.of(unlike(version, current.get()))));
  }

  private Optional<String> nothing(VersionStore.Version version) {
    return forecasts.volume(version.versionId()) > 0
        ? Optional.empty()
        : Optional.of("Every forecast of it is 0, of all its series." + LOOK);
  }

  private static String unlike(VersionStore.Version version, VersionStore.Version current) {
    return ("Its volume cannot be compared: no version of plan %s with %s was published, or it is no"
            + " longer there; readers see version %d with %s. Publish it by hand if readers are to"
            + " get these periods.")
        .formatted(version.plan().name(), periods(version), current.versionId(), periods(current));
  }

  private static String periods(VersionStore.Version version) {
    VersionStore.Recipe r = version.recipe();
    return r.horizon() + " periods of a " + r.bucket().name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> compared(VersionStore.Version version, VersionStore.Version like) {
    long now = version.versionId();
    long before = like.versionId();
    double days = days(version.recipe());
    double daysBefore = days(like.recipe());
    Change common =
        new Change(
            forecasts.commonVolume(before, now) / daysBefore,
            forecasts.commonVolume(now, before) / days);
    Change total = new Change(forecasts.volume(before) / daysBefore, forecasts.volume(now) / days);
    double limit = settings.volumeJumpPercent() / 100.0;
    if (total.now() <= 0) {
      return Optional.of(held("Every forecast of it is 0", "all its series", total, version, like));
    }
    if (common.before() == 0 && common.now() == 0 && total.before() > 0) {
      return Optional.of(
          "Its volume cannot be compared: it has no series in common with version %d, or only such as are forecast as 0.%s"
              .formatted(before, LOOK));
    }
    if (common.isBeyond(limit)) {
      String over = "the series that both versions have";
      return Optional.of(held("The volume jumps", over, common, version, like));
    }
    if (total.isFall() && total.isBeyond(limit)) {
      return Optional.of(held("The total falls", "all series", total, version, like));
    }
    return Optional.empty();
  }

  private String held(
      String what,
      String over,
      Change change,
      VersionStore.Version version,
      VersionStore.Version like) {
    return String.format(
        Locale.ROOT,
        "%s: %s units a day over %s, against %s in version %d (%s); the limit is ±%d %%"
            + " (dw.publish.volume-jump-percent). Furthest moved, in units a day: %s.%s",
        what,
        Quantity.words(change.now()),
        over,
        Quantity.words(change.before()),
        like.versionId(),
        change.inWords(),
        settings.volumeJumpPercent(),
        moves(version, like),
        LOOK);
  }

  private String moves(VersionStore.Version version, VersionStore.Version like) {
    double days = days(version.recipe());
    double daysBefore = days(like.recipe());
    List<ForecastStore.Move> moves =
        forecasts.moves(like.versionId(), version.versionId(), NAMED_SERIES);
    return moves.stream()
        .map(
            m ->
                "%s from %s to %s"
                    .formatted(
                        named(m.key()),
                        Quantity.words(m.before() / daysBefore),
                        Quantity.words(m.now() / days)))
        .collect(Collectors.joining("; "));
  }

  private static String named(SeriesKey key) {
    return "item " + key.item() + (key.site().isEmpty() ? "" : " at " + key.site());
  }

  private static double days(VersionStore.Recipe r) {
    Period first = Period.of(r.bucket(), r.origin());
    LocalDate end = first.plus(r.horizon()).start();
    return ChronoUnit.DAYS.between(first.start(), end);
  }

  /** Units a day before and now, both at least 0. */
  private record Change(double before, double now) {
    boolean isFall() {
      return now < before;
    }

    boolean isBeyond(double limit) {
      return Math.abs(now - before) > limit * before;
    }

    String inWords() {
      double percent = 100 * (now / before - 1);
      return percent <= MOST_PERCENT
          ? String.format(Locale.ROOT, "%+.0f %%", percent)
          : "from next to nothing";
    }
  }
}

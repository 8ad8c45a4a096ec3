package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
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

  private final ForecastStore forecasts;
  private final VersionStore versions;

  @Inject
  VolumeGate(ForecastStore forecasts, VersionStore versions) {
    this.forecasts = forecasts;
    this.versions = versions;
  }

  VolumeGate() {
    this(null, null);
  }

  /**
   * Returns why the volume must not be published without a person's word, empty if it may.
   *
   * @param current what readers of the plan see, empty before its first version
   * @param mostPercent by which the volume a day may differ
   */
  Optional<Words> objection(
      VersionStore.Version version, Optional<VersionStore.Version> current, int mostPercent) {
    if (current.isEmpty()) {
      return nothing(version);
    }
    Recipe r = version.recipe();
    return versions
        .lastLike(version.plan().name(), r.bucket(), r.horizon(), version.versionId())
        .map(like -> compared(version, like, mostPercent))
        .orElseGet(() -> nothing(version).or(() -> Optional.of(unlike(version, current.get()))));
  }

  private Optional<Words> nothing(VersionStore.Version version) {
    return forecasts.volume(version.versionId()) > 0
        ? Optional.empty()
        : Optional.of(Words.of("version.nothing"));
  }

  private static Words unlike(VersionStore.Version version, VersionStore.Version current) {
    return Words.of(
        "version.unlike",
        version.plan().name(),
        periods(version),
        current.versionId(),
        periods(current));
  }

  private static Words periods(VersionStore.Version version) {
    Recipe r = version.recipe();
    String bucket = r.bucket().name().toLowerCase(Locale.ROOT);
    return Words.of("version.periods." + bucket, r.horizon());
  }

  private Optional<Words> compared(
      VersionStore.Version version, VersionStore.Version like, int mostPercent) {
    long now = version.versionId();
    long before = like.versionId();
    double days = days(version.recipe());
    double daysBefore = days(like.recipe());
    Change common =
        new Change(
            forecasts.commonVolume(before, now) / daysBefore,
            forecasts.commonVolume(now, before) / days);
    Change total = new Change(forecasts.volume(before) / daysBefore, forecasts.volume(now) / days);
    double limit = mostPercent / 100.0;
    if (total.now() <= 0) {
      return Optional.of(held("version.volume.zero", total, version, like, mostPercent));
    }
    if (common.before() == 0 && common.now() == 0 && total.before() > 0) {
      return Optional.of(Words.of("version.no-common", before));
    }
    if (common.isBeyond(limit)) {
      return Optional.of(held("version.volume.jump", common, version, like, mostPercent));
    }
    if (total.isFall() && total.isBeyond(limit)) {
      return Optional.of(held("version.volume.fall", total, version, like, mostPercent));
    }
    return Optional.empty();
  }

  private Words held(
      String what,
      Change change,
      VersionStore.Version version,
      VersionStore.Version like,
      int mostPercent) {
    return Words.of(
        what,
        Quantity.words(change.now()),
        Quantity.words(change.before()),
        like.versionId(),
        change.inWords(),
        mostPercent,
        moves(version, like));
  }

  private Words moves(VersionStore.Version version, VersionStore.Version like) {
    double days = days(version.recipe());
    double daysBefore = days(like.recipe());
    List<ForecastStore.Move> moves =
        forecasts.moves(like.versionId(), version.versionId(), NAMED_SERIES);
    return Words.clauses(
        moves.stream()
            .map(
                m ->
                    moved(
                        m.key(),
                        Quantity.words(m.before() / daysBefore),
                        Quantity.words(m.now() / days)))
            .toList());
  }

  private static Words moved(SeriesKey key, String from, String to) {
    return key.site().isEmpty()
        ? Words.of("version.move", key.item(), from, to)
        : Words.of("version.move.site", key.item(), key.site(), from, to);
  }

  private static double days(Recipe r) {
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

    Words inWords() {
      double percent = 100 * (now / before - 1);
      if (percent > MOST_PERCENT) {
        return Words.of("version.from-nothing");
      }
      return Words.of(
          percent < 0 ? "version.drop" : "version.rise", Words.decimal(Math.abs(percent), 0));
    }
  }
}

package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.ReadAhead;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.RemovedForecasts.Place;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SeenStore;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRunStore;

/**
 * Reads the forecasts of a version in the order of series and period, and what changed in them.
 *
 * <p>A value is known by version, company, item, site, channel and first day of its period. Whoever
 * asks what changed since an instant is told what became another figure since, and what of the
 * version that readers saw then is not there any more.
 */
@ApplicationScoped
@Transactional
public class ReadForecasts {
  private static final Place START = new Place(0, LocalDate.EPOCH);
  private static final int PAGE = 1_000;

  private final ShownVersions shown;
  private final ForecastStore forecasts;
  private final SeenStore seen;
  private final PlanWithoutForecast unusable;
  private final IntakeRunStore intake;
  private final ReadAhead ahead;
  private final Clock clock;

  @Inject
  ReadForecasts(
      ShownVersions shown,
      ForecastStore forecasts,
      SeenStore seen,
      PlanWithoutForecast unusable,
      IntakeRunStore intake,
      ReadAhead ahead,
      Clock clock) {
    this.shown = shown;
    this.forecasts = forecasts;
    this.seen = seen;
    this.unusable = unusable;
    this.intake = intake;
    this.ahead = ahead;
    this.clock = clock;
  }

  ReadForecasts() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * What to look for; an empty field means any.
   *
   * @param choice which version
   * @param from first day on which a period may begin
   * @param to last such day
   * @param changedSince only values that became another one after this instant, or are gone
   * @param minChangeQty only values whose final figure moved at least so far, base units: from what
   *     readers saw at {@code changedSince}, else from the version that they saw before
   * @param notRecommended whether figures of series that are not recommended to forecast are wanted
   */
  public record ForecastFilter(
      SeriesSelection series,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      VersionChoice choice,
      Optional<Instant> changedSince,
      Optional<BigDecimal> minChangeQty,
      boolean notRecommended) {
    public ForecastFilter {
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        throw Refused.because(
            "to", "%s lies before %s, the first day.".formatted(to.get(), from.get()));
      }
      minChangeQty
          .filter(least -> least.signum() <= 0)
          .ifPresent(
              least -> {
                throw Refused.because("minChangeQty", "A change is more than 0: leave it out.");
              });
    }
  }

  /**
   * Returns forecasts, and what is gone, in the order of series and period.
   *
   * @throws Refused GONE where what readers saw at {@code changedSince} is not kept any more
   */
  public Page<ToldForecast> page(ForecastFilter filter, Optional<String> cursor, int limit) {
    Optional<Reading> reading = reading(filter);
    if (reading.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Place after = cursor.map(ReadForecasts::place).orElse(START);
    List<ToldForecast> rows = new ArrayList<>(rows(reading.get(), after, limit));
    Place last =
        rows.size() < limit
            ? new Place(Long.MAX_VALUE, LocalDate.MAX)
            : Place.of(rows.get(limit - 1));
    rows.addAll(removed(reading.get(), after, last, limit));
    rows.sort(Comparator.comparing(Place::of));
    return Page.of(
        rows.subList(0, Math.min(limit, rows.size())),
        limit,
        r -> Cursors.of(r.seriesId(), r.start().toEpochDay()));
  }

  private static Place place(String cursor) {
    long[] position = Cursors.numbers(cursor, 2);
    return new Place(position[0], Cursors.day(position[1]));
  }

  private List<PublishedForecast> rows(Reading reading, Place after, int limit) {
    VersionStore.Version version = reading.version();
    Period first = Period.of(version.recipe().bucket(), version.recipe().origin());
    int step = 1 + first.until(Period.of(first.bucket(), after.start()));
    return published(
        reading,
        forecasts.page(version.versionId(), reading.rows(), after.seriesId(), step, limit));
  }

  private List<RemovedForecast> removed(Reading reading, Place after, Place to, int limit) {
    return reading
        .seen()
        .map(s -> new RemovedForecasts(seen, s, reading.version(), reading.shownAt()))
        .map(removed -> removed.between(reading.rows(), after, to, limit))
        .orElse(List.of());
  }

  /**
   * Hands over all of them in the same order. It holds no transaction and no connection while they
   * are looked at, so that a slow reader keeps nothing from others.
   *
   * @throws Refused NOT_FOUND, also in the middle, where the version is removed meanwhile
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void each(ForecastFilter filter, Consumer<ToldForecast> consumer) {
    Optional<Reading> reading = reading(filter);
    if (reading.isEmpty()) {
      return;
    }
    long versionId = reading.get().version().versionId();
    if (reading.get().seen().isPresent()) {
      eachOfPages(filter, consumer);
    } else {
      Supplier<List<ForecastStore.Row>> blocks = forecasts.blocks(versionId, reading.get().rows());
      ahead.each(() -> published(reading.get(), blocks.get()), consumer);
    }
    find(versionId);
  }

  private void eachOfPages(ForecastFilter filter, Consumer<ToldForecast> consumer) {
    Optional<String> cursor = Optional.empty();
    do {
      Page<ToldForecast> page = page(filter, cursor, PAGE);
      page.rows().forEach(consumer);
      cursor = page.next();
    } while (cursor.isPresent());
  }

  /**
   * How rows are read.
   *
   * @param rows which
   * @param seen what readers saw at the instant since when changes are wanted, where it was another
   *     version
   * @param notRecommended whether figures of series that are not recommended are wanted
   * @param shownAt since when readers see the version
   * @param restored whether every value may have changed then
   */
  private record Reading(
      VersionStore.Version version,
      ForecastStore.Filter rows,
      Optional<SeenStore.Seen> seen,
      boolean notRecommended,
      Instant shownAt,
      boolean restored) {}

  /** Returns how to read what is asked for, empty where nothing is published. */
  private Optional<Reading> reading(ForecastFilter filter) {
    Optional<VersionStore.Version> version = shown.meant(filter.choice());
    filter.choice().versionId().filter(asked -> version.isEmpty()).ifPresent(this::find);
    return version.map(v -> reading(filter, v, shown.besides(v)));
  }

  private Reading reading(
      ForecastFilter filter,
      VersionStore.Version v,
      Optional<VersionStore.Publication> publication) {
    Optional<Instant> since = filter.changedSince();
    Instant shownAt = shownAt(v, publication);
    boolean restored = restored(v, publication);
    Optional<SeenStore.Seen> before =
        since.flatMap(at -> seen.at(v.plan().name(), at)).map(this::kept);
    return new Reading(
        v,
        new ForecastStore.Filter(
            filter.series(),
            filter.from(),
            filter.to(),
            since.map(at -> new ForecastStore.ChangedSince(at, shownAt, restored)),
            filter.minChangeQty().map(least -> moved(v, least, since, before))),
        before.filter(b -> b.versionId() != v.versionId()),
        filter.notRecommended(),
        shownAt,
        restored);
  }

  private ForecastStore.Moved moved(
      VersionStore.Version v,
      BigDecimal least,
      Optional<Instant> since,
      Optional<SeenStore.Seen> seenThen) {
    Optional<SeenStore.Seen> against =
        since.isPresent()
            ? seenThen
            : seen.before(v.plan().name(), v.publishedAt().orElseGet(clock::now)).map(this::kept);
    return new ForecastStore.Moved(against.map(SeenStore.Seen::versionId), least, since);
  }

  private SeenStore.Seen kept(long versionId) {
    return seen.find(versionId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.GONE,
                    "What readers saw in version "
                        + versionId
                        + " is not kept any more, so that nothing can be compared with it: read all"
                        + " forecasts anew."));
  }

  private VersionStore.Version find(long versionId) {
    return shown
        .version(versionId)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + "."));
  }

  private List<PublishedForecast> published(Reading reading, List<ForecastStore.Row> rows) {
    Map<Long, PlanByRecord> planBy = unusable.of(reading.version(), rows);
    return rows.stream()
        .map(
            r ->
                new PublishedForecast(
                    r,
                    r.verdict().usable() || reading.notRecommended(),
                    changedAt(r, reading.shownAt(), reading.restored()),
                    Optional.ofNullable(planBy.get(r.seriesId()))))
        .toList();
  }

  /** The later of when the forecast became another figure and when what lies over it did. */
  private static Instant changedAt(ForecastStore.Row row, Instant shown, boolean restored) {
    Instant forecast = restored ? shown : row.unchangedSince().orElse(shown);
    return row.over()
        .map(ForecastStore.Final::changedAt)
        .filter(over -> over.isAfter(forecast))
        .orElse(forecast);
  }

  private static Instant shownAt(
      VersionStore.Version v, Optional<VersionStore.Publication> publication) {
    return publication
        .filter(p -> p.versionId() == v.versionId())
        .map(VersionStore.Publication::changedAt)
        .orElse(v.publishedAt().orElse(v.createdAt()));
  }

  /** Whether a roll back brought the version back: then every value may have changed with it. */
  private static boolean restored(
      VersionStore.Version v, Optional<VersionStore.Publication> publication) {
    return publication
        .filter(p -> p.versionId() == v.versionId())
        .map(p -> p.rolledBack() || !v.publishedAt().equals(Optional.of(p.changedAt())))
        .orElse(false);
  }

  /**
   * Returns what the forecasts of a finished version depend on besides its own rows and the names
   * of items: as long as it is the same text, so are they.
   */
  public String standing(long versionId) {
    VersionStore.Version version = find(versionId);
    Optional<VersionStore.Publication> publication = shown.besides(version);
    return "%s %s %s"
        .formatted(
            shownAt(version, publication),
            restored(version, publication),
            changedOver(versionId).map(Instant::toString).orElse("-"));
  }

  /** Returns when something that lies over a version changed last, empty where nothing ever did. */
  public Optional<Instant> changedOver(long versionId) {
    return forecasts.changedOver(versionId);
  }

  /** Returns the run that read the names and categories of items last, empty before the first. */
  public Optional<Long> namedBy() {
    return intake.lastClosed(Long.MAX_VALUE);
  }
}

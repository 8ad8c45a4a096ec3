package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.intake.LineFate;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.ReferenceStore;
import org.demandwright.store.forecast.ReferenceStore.Cell;
import org.demandwright.store.forecast.ReferenceStore.Value;

/**
 * Forecasts that somebody else made: a planners' spreadsheet, the ERP's own, or what was bought.
 * They are kept by the periods of a plan and by how many steps ahead they were made, and scored on
 * the same cells as what readers of the plan saw ({@link ForecastAccuracy}), so that a month can be
 * run in the shadow. No forecast is made with them.
 */
@ApplicationScoped
@Transactional
public class ReferenceForecasts {
  /** Most values that are taken at once. */
  public static final int MOST = 10_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final BigDecimal MOST_UNITS = new BigDecimal("1000000000000");
  private static final Cell START = new Cell(0, LocalDate.EPOCH, 0);

  private final ReferenceStore references;
  private final ForecastAccuracy accuracy;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  ReferenceForecasts(
      ReferenceStore references, ForecastAccuracy accuracy, AuditTrail audit, Clock clock) {
    this.references = references;
    this.accuracy = accuracy;
    this.audit = audit;
    this.clock = clock;
  }

  ReferenceForecasts() {
    this(null, null, null, null);
  }

  /**
   * A value to enter.
   *
   * @param org the company, empty where item and site tell the series
   * @param channel empty = that of series without one
   * @param madeOn the day on which it was made
   * @param day any day of the period that it is of
   * @param quantity base units of the item, at least 0
   */
  public record Given(
      Optional<String> org,
      String item,
      String site,
      String channel,
      LocalDate madeOn,
      LocalDate day,
      BigDecimal quantity) {}

  /** Returns what there is, by name. */
  public List<ReferenceStore.Summary> names(DataScope scope) {
    return references.summaries(scope);
  }

  /** Returns values of a name in the periods of a plan, by series, period and lag. */
  public Page<ReferenceStore.Entry> page(
      DataScope scope, String name, Optional<String> plan, Optional<String> cursor, int limit) {
    Bucket bucket = accuracy.bucket(plan);
    accuracy.requireReference(name, Optional.of(bucket));
    Cell after = cursor.map(ReferenceForecasts::cell).orElse(START);
    return Page.of(
        references.page(scope, name, bucket, after, limit),
        limit,
        e ->
            Cursors.of(
                e.value().cell().seriesId(),
                e.value().cell().periodStart().toEpochDay(),
                e.value().cell().lag()));
  }

  private static Cell cell(String cursor) {
    long[] place = Cursors.numbers(cursor, 3);
    return new Cell(place[0], Cursors.day(place[1]), (int) place[2]);
  }

  /**
   * Enters values; one of the same series, period and lag is replaced. Good ones are kept, bad ones
   * are told and lose no other.
   *
   * @return the fate of each, in their order
   */
  public List<LineFate> enter(
      DataScope scope, String name, Optional<String> plan, List<Given> given, String by) {
    requireName(name);
    if (given.isEmpty() || given.size() > MOST) {
      throw Refused.because(
          "rows", "There are %d rows; send 1 to %d at once.".formatted(given.size(), MOST));
    }
    Bucket bucket = accuracy.bucket(plan);
    Map<SeriesKey, Long> series =
        references.series(scope, given.stream().map(Given::item).toList());
    Map<Cell, Value> before = references.of(name, bucket, series.values());
    Map<Cell, Value> written = new HashMap<>();
    List<LineFate> fates = new ArrayList<>();
    for (int row = 1; row <= given.size(); row++) {
      fates.add(take(row, given.get(row - 1), bucket, series, before, written));
    }
    references.write(name, bucket, written.values(), by, clock.now());
    audit.record(
        "reference-forecast.enter",
        "reference-forecast/" + name,
        AuditTrail.NOTHING,
        Map.of("bucket", bucket, "values", written.size(), "rows", given.size()));
    return fates;
  }

  private static LineFate take(
      int row,
      Given given,
      Bucket bucket,
      Map<SeriesKey, Long> series,
      Map<Cell, Value> before,
      Map<Cell, Value> written) {
    List<Long> meant =
        series.entrySet().stream()
            .filter(s -> isMeant(given, s.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (meant.size() != 1) {
      return LineFate.refused(
          row,
          "item",
          meant.isEmpty()
              ? "There is no series of item %s at site %s%s."
                  .formatted(given.item(), given.site(), ofChannel(given))
              : "Item %s at site %s is one of several companies; name org."
                  .formatted(given.item(), given.site()));
    }
    if (given.quantity().signum() < 0 || given.quantity().compareTo(MOST_UNITS) >= 0) {
      return LineFate.refused(
          row, "quantity", "quantity is %s; it needs 0 or more.".formatted(given.quantity()));
    }
    Period period = Period.of(bucket, given.day());
    int lag = 1 + Period.of(bucket, given.madeOn()).until(period);
    if (lag < 1 || lag > Short.MAX_VALUE) {
      return LineFate.refused(
          row,
          "madeOn",
          "%s is no day before the end of the period that begins on %s, or too long before it."
              .formatted(given.madeOn(), period.start()));
    }
    Cell cell = new Cell(meant.get(0), period.start(), lag);
    Value value = new Value(cell, given.madeOn(), given.quantity().doubleValue());
    Value there = written.getOrDefault(cell, before.get(cell));
    if (value.equals(there)) {
      return new LineFate(row, Outcome.UNCHANGED, Optional.empty(), Optional.empty());
    }
    written.put(cell, value);
    return new LineFate(
        row, there == null ? Outcome.NEW : Outcome.CHANGED, Optional.empty(), Optional.empty());
  }

  private static boolean isMeant(Given given, SeriesKey key) {
    return key.item().equals(given.item())
        && key.site().equals(given.site())
        && key.channel().equals(given.channel())
        && given.org().map(key.org()::equals).orElse(true);
  }

  private static String ofChannel(Given given) {
    return given.channel().isEmpty() ? "" : ", channel " + given.channel();
  }

  /** Forgets a name with all of its values. */
  public void remove(String name) {
    accuracy.requireReference(name, Optional.empty());
    int values = references.remove(name);
    audit.record(
        "reference-forecast.delete",
        "reference-forecast/" + name,
        Map.of("values", values),
        AuditTrail.NOTHING);
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The name '%s' cannot be given; it needs 1 to 80 of A-Z, a-z, 0-9, dot, _ and -."
              .formatted(name));
    }
  }
}

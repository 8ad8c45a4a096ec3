package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.Quantity;
import org.demandwright.core.evaluate.PlanBy;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Says what to plan series by that are not recommended to forecast: from the demand that is kept
 * with their version, so that old versions say it too.
 */
@ApplicationScoped
public class PlanWithoutForecast {
  private static final int DECIMALS = 6;
  private static final String NOT_RECOMMENDED = "Not recommended to forecast. ";

  private final ResultStore results;

  @Inject
  public PlanWithoutForecast(ResultStore results) {
    this.results = results;
  }

  PlanWithoutForecast() {
    this(null);
  }

  /** Returns it for all series of these rows that need it, by their number. */
  Map<Long, PlanByRecord> of(VersionStore.Version version, List<ForecastStore.Row> rows) {
    return of(
        version,
        rows.stream()
            .filter(r -> !r.verdict().usable())
            .collect(
                Collectors.toMap(
                    ForecastStore.Row::seriesId, r -> r.series().uom(), (one, same) -> one)));
  }

  /** Returns it for one series. */
  PlanByRecord of(VersionStore.Version version, long seriesId, String uom) {
    return of(version, Map.of(seriesId, uom)).get(seriesId);
  }

  /**
   * Returns it for series that need it, by their number.
   *
   * @param uoms the unit of each
   */
  public Map<Long, PlanByRecord> of(VersionStore.Version version, Map<Long, String> uoms) {
    Map<Long, PlanByRecord> found = new HashMap<>();
    uoms.keySet().forEach(id -> found.put(id, unknown()));
    Recipe recipe = version.recipe();
    for (ResultStore.PlanBasis b : results.planBases(version.versionId(), uoms.keySet())) {
      PlanBy.of(b.cleaned(), recipe.horizon())
          .ifPresent(
              p -> found.put(b.seriesId(), record(p, b.tested(), recipe, uoms.get(b.seriesId()))));
    }
    return found;
  }

  private static PlanByRecord unknown() {
    return new PlanByRecord(
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NOT_RECOMMENDED + "Its demand is not kept with this version: there is no rate to plan by.");
  }

  private static PlanByRecord record(PlanBy p, List<String> tested, Recipe recipe, String uom) {
    return new PlanByRecord(
        p.rate().map(PlanWithoutForecast::decimal),
        p.periods(),
        Optional.of(decimal(p.min())),
        Optional.of(decimal(p.max())),
        tested,
        NOT_RECOMMENDED + words(p, recipe, uom) + tried(tested));
  }

  private static String words(PlanBy p, Recipe recipe, String uom) {
    String unit = uom.isEmpty() ? "" : " " + uom;
    String period = recipe.bucket().name().toLowerCase(Locale.ROOT);
    if (p.rate().isEmpty()) {
      return "Only one %s had demand so far, %s%s: that tells no rate."
          .formatted(period, plain(p.max()), unit);
    }
    String periods = p.periods() == 1 ? "a " + period : p.periods() + " " + period + "s in a row";
    return "Plan by %s%s a %s: what %s needed lay between %s and %s in 8 of 10 cases."
        .formatted(plain(p.rate().get()), unit, period, periods, plain(p.min()), plain(p.max()));
  }

  private static String tried(List<String> tested) {
    return tested.isEmpty()
        ? " Its history is too short to test any method."
        : " Tried: " + String.join(", ", tested) + "; none was of use.";
  }

  private static BigDecimal decimal(double units) {
    return Quantity.rounded(units, DECIMALS);
  }

  private static String plain(double units) {
    return decimal(units).stripTrailingZeros().toPlainString();
  }
}

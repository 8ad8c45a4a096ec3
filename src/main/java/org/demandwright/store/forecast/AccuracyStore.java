package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * How good the forecasts were that readers saw: errors of the archive, added up by the database.
 * Only periods count whose demand is archived and was observed, and only forecasts that were
 * recommended.
 */
@ApplicationScoped
public class AccuracyStore {
  private static final String TOLD = Decimals.shown("a.final_units");
  private static final String BASELINE = Decimals.shown("a.baseline");
  private static final String CAME = Decimals.shown("d.units");

  private static final String ERRORS =
      "select %%1$s as told, count(*) as forecasts, sum(%2$s) as actual,".formatted(TOLD, CAME)
          + sums(TOLD, "")
          + sums(BASELINE, "baseline_")
          + " sum(case when s.naive_error > 0 then "
          + Decimals.ratio("abs(a.final_units - d.units) / s.naive_error")
          + " else 0 end) as scaled_error,"
          + " sum(case when s.naive_error > 0 then 1 else 0 end) as scaled,"
          + squared("a.final_units", "squared_error")
          + " sum(case when s.squared_scale > 0 then 1 else 0 end) as squared,"
          + " sum(case when d.units >= a.p10 and d.units <= a.p90 then 1 else 0 end) as inside%3$s"
          + " from archived_version v join archived_series s on s.version_id = v.version_id"
          + " join forecast_archive a on a.series_id = s.series_id"
          + " and a.version_id = s.version_id"
          + " join archived_demand d on d.series_id = a.series_id and d.bucket = v.bucket"
          + " and d.period_start = a.period_start%2$s where v.plan_name = ? and v.origin <= ? and v.last_period >= ?"
          + " and a.period_start between ? and ? and d.observed and s.verdict <> ?";

  private static final String SERIES = " join series k on k.series_id = a.series_id";

  private static final String REFERENCE =
      " join reference_forecast r on r.series_id = a.series_id and r.bucket = v.bucket"
          + " and r.period_start = a.period_start and r.lag = a.lag";

  private static final String REFERENCE_ERRORS =
      ", sum(abs(%1$s - %2$s)) as reference_absolute_error, sum(%1$s - %2$s) as reference_error,"
              .formatted(Decimals.shown("r.units"), CAME)
          + " sum(case when s.naive_error > 0 then "
          + Decimals.ratio("abs(r.units - d.units) / s.naive_error")
          + " else 0 end) as reference_scaled_error,"
          + squared("r.units", "reference_squared_error")
          + " sum(case when abs(%1$s - %3$s) < abs(%2$s - %3$s) then 1 else 0 end) as won,"
              .formatted(TOLD, Decimals.shown("r.units"), CAME)
          + " sum(case when abs(%1$s - %3$s) = abs(%2$s - %3$s) then 1 else 0 end) as tied"
              .formatted(TOLD, Decimals.shown("r.units"), CAME);

  private static final String ITEM =
      " left join item i on i.org_id = k.org_id and i.item_id = k.item_id";

  private static String squared(String forecast, String name) {
    String error = "(" + forecast + " - d.units) / s.squared_scale";
    return " sum(case when s.squared_scale > 0 then "
        + Decimals.ratio("%1$s * %1$s".formatted(error))
        + " else 0 end) as "
        + name
        + ",";
  }

  private static String sums(String forecast, String name) {
    return " sum(abs(%1$s - %2$s)) as %3$sabsolute_error, sum(%1$s - %2$s) as %3$serror,"
        .formatted(forecast, CAME, name);
  }

  private final Sql sql;

  @Inject
  public AccuracyStore(Sql sql) {
    this.sql = sql;
  }

  AccuracyStore() {
    this(null);
  }

  /** What errors are added up by. */
  public enum Grouping {
    /** Steps from the origin to the period, 1 = the first. */
    LAG("a.lag"),
    /** The model of greatest weight. */
    MODEL("s.model_id"),
    /** The demand class. */
    CLASS("s.pattern"),
    /** The item's category; empty where it has none. */
    CATEGORY("coalesce(i.category, '')");

    private final String column;

    Grouping(String column) {
      this.column = column;
    }
  }

  /**
   * What counts; an empty field means any.
   *
   * @param from first day of the first period
   * @param to first day of the last period
   * @param reference only forecasts of which this reference forecast has a value as well
   */
  public record Filter(
      String plan,
      LocalDate from,
      LocalDate to,
      Optional<String> reference,
      Optional<Integer> lag,
      Optional<String> model,
      Optional<DemandPattern> pattern,
      Optional<String> category,
      Optional<String> item,
      Optional<String> site) {}

  /**
   * The errors of one group, base units, of what was final unless it says otherwise.
   *
   * @param group its name, a number for lags
   * @param forecasts how many were compared with what then came
   * @param actual Σ a
   * @param absoluteError Σ|f − a|
   * @param error Σ(f − a)
   * @param baselineAbsoluteError Σ|f − a| without what planners changed
   * @param baselineError Σ(f − a) likewise
   * @param scaledError Σ|f − a| ÷ the naive method's mean error in the history of the series
   * @param scaled how many forecasts that sum has
   * @param squaredError Σ((f − a) ÷ the root of the mean square of the changes from period to
   *     period in the history of the series)²
   * @param squared how many forecasts that sum has
   * @param inside how many actuals lay from p10 to p90
   * @param reference those of the reference forecast on the same cells, empty where none is named
   */
  public record Errors(
      String group,
      long forecasts,
      double actual,
      double absoluteError,
      double error,
      double baselineAbsoluteError,
      double baselineError,
      double scaledError,
      long scaled,
      double squaredError,
      long squared,
      long inside,
      Optional<ReferenceErrors> reference) {}

  /**
   * The errors of a reference forecast on the same cells, with the same scales.
   *
   * @param absoluteError Σ|r − a|, base units
   * @param error Σ(r − a)
   * @param scaledError of the cells whose scale is known
   * @param squaredError likewise
   * @param won in how many cells what was final was nearer to what came
   * @param tied in how many both were as near
   */
  public record ReferenceErrors(
      double absoluteError,
      double error,
      double scaledError,
      double squaredError,
      long won,
      long tied) {}

  /** Returns the errors of all groups, in their order. */
  public List<Errors> by(DataScope scope, Grouping grouping, Filter filter) {
    Query query =
        Query.of(
                ERRORS.formatted(
                    grouping.column,
                    joins(scope, grouping, filter),
                    filter.reference().isPresent() ? REFERENCE_ERRORS : ""),
                filter.plan(),
                filter.to(),
                filter.from(),
                filter.from(),
                filter.to(),
                Verdict.DO_NOT_FORECAST)
            .and("r.reference_name = ?", filter.reference())
            .and("a.lag = ?", filter.lag())
            .and("s.model_id = ?", filter.model())
            .and("s.pattern = ?", filter.pattern())
            .and("coalesce(i.category, '') = ?", filter.category())
            .and("k.item_id = ?", filter.item())
            .and("k.site_id = ?", filter.site())
            .within(scope, ScopeColumns.ofSeries("k"))
            .add(" group by " + grouping.column + " order by 1");
    return sql.list(
        row ->
            new Errors(
                row.getString("told"),
                row.getLong("forecasts"),
                row.getDouble("actual"),
                row.getDouble("absolute_error"),
                row.getDouble("error"),
                row.getDouble("baseline_absolute_error"),
                row.getDouble("baseline_error"),
                row.getDouble("scaled_error"),
                row.getLong("scaled"),
                row.getDouble("squared_error"),
                row.getLong("squared"),
                row.getLong("inside"),
                filter.reference().isPresent()
                    ? Optional.of(
                        new ReferenceErrors(
                            row.getDouble("reference_absolute_error"),
                            row.getDouble("reference_error"),
                            row.getDouble("reference_scaled_error"),
                            row.getDouble("reference_squared_error"),
                            row.getLong("won"),
                            row.getLong("tied")))
                    : Optional.empty()),
        query);
  }

  /** No more is joined than is asked for. */
  private static String joins(DataScope scope, Grouping grouping, Filter filter) {
    String reference = filter.reference().isPresent() ? REFERENCE : "";
    if (grouping == Grouping.CATEGORY || filter.category().isPresent()) {
      return reference + SERIES + ITEM;
    }
    boolean series =
        filter.item().isPresent() || filter.site().isPresent() || !scope.isUnrestricted();
    return series ? reference + SERIES : reference;
  }

  /** Returns the newest origin of a plan that readers saw: demand before it is known. */
  public Optional<Period> newestOrigin(String plan) {
    return sql.first(
        row -> Period.of(Bucket.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)),
        "select bucket, origin from archived_version where plan_name = ?"
            + " order by version_id desc fetch first 1 rows only",
        plan);
  }
}

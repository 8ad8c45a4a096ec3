package org.demandwright.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.pipeline.BandShape;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.pipeline.SeriesResult;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.quality.MadeUpSums;
import org.demandwright.store.run.PlanStore;

/**
 * A store in which so many items at sites are to be decided: a published version of {@value
 * #HORIZON} days, {@value #DAYS} days of history with their sums, errors of the last {@value
 * #ERRORS} nights, stock, lots, terms, orders of two years with their receipts, lanes. Nothing is
 * trained: {@value #KINDS} series are made up and written as jobs write them, all others are like
 * one of those. Numbers of series go site by site, so that those of an item lie far apart.
 */
final class DecideWorld {
  static final int SITES = 10;
  private static final int HORIZON = 28;
  private static final int DAYS = 730;
  private static final int ERRORS = 28;
  private static final int KINDS = 97;
  private static final int LINES = 8;
  private static final int ITEMS_A_VENDOR = 25;
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
  private static final String SOURCE = "'dw_sales_line'";

  private final Stores stores;
  private final int items;

  private DecideWorld(Stores stores, int places) {
    this.stores = stores;
    this.items = places / SITES;
  }

  /** Fills an empty store of the newest schema with so many items at sites. */
  static void fill(Stores stores, int places) {
    new DecideWorld(stores, places).fill();
  }

  private void fill() {
    masterData();
    long version = version();
    history();
    supply();
    stores
        .versions()
        .finish(
            version,
            new VersionStore.Contents(
                "0".repeat(64), (long) items * SITES, 0, 1, new VersionStore.NotRecommended(0, 0)),
            VersionStatus.HELD,
            Optional.empty(),
            "bench",
            NOW);
    errors();
    stores.runs().begin(1, "dw_sales_line", NOW);
    stores.runs().close(1, TODAY);
    sql("delete from changed_sales");
    sql("analyze");
  }

  private void sql(String statement, Object... parameters) {
    stores.sql().update(statement, parameters);
  }

  private void masterData() {
    sql(
        "insert into item (org_id, item_id, item_code, item_name, category, uom_id)"
            + " select '', 'item-' || n, 'CODE-' || n, 'Item ' || n, 'category-' || mod(n, 50),"
            + " 'EA' from generate_series(0, ?) as g(n)",
        items - 1);
    sql(
        "insert into site (org_id, site_id, site_name) select '', 'site-' || n, 'Site ' || n"
            + " from generate_series(0, ?) as g(n)",
        SITES - 1);
    sql(
        "insert into series (series_id, org_id, item_id, site_id, channel_id) select n + 1, '',"
            + " 'item-' || mod(n, ?), 'site-' || (n / ?), 'web' from generate_series(0, ?) as g(n)",
        items,
        items,
        items * SITES - 1);
    sql(
        "insert into price (org_id, price_id, item_id, valid_from, unit_price, currency)"
            + " select '', 'P' || n, 'item-' || n, date '2025-01-01', 5 + mod(n, 40), 'EUR'"
            + " from generate_series(0, ?) as g(n)",
        items - 1);
  }

  private long version() {
    Recipe recipe =
        new Recipe(
            Bucket.DAY,
            DAYS,
            HORIZON,
            3,
            1,
            "HoltWinters,Theta",
            "rmsse",
            TODAY,
            TODAY.minusDays(1),
            TODAY,
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    long version =
        stores
            .versions()
            .open(1, recipe, new VersionStore.Planned(PlanStore.DEFAULT, Set.of()), NOW)
            .versionId();
    List<SnapshotStore.Snapshot> snapshots = new ArrayList<>();
    List<ResultStore.Result> results = new ArrayList<>();
    List<ForecastStore.Step> steps = new ArrayList<>();
    List<TotalsStore.Totals> totals = new ArrayList<>();
    for (int kind = 1; kind <= KINDS; kind++) {
      DemandSeries series = series(kind);
      snapshots.add(
          new SnapshotStore.Snapshot(
              kind,
              new SeriesInput(
                  series,
                  new Covariates(
                      DoubleVector.of(new double[DAYS]), DoubleVector.of(new double[DAYS]), "c")),
              DoubleVector.of(new double[DAYS]),
              series));
      TotalDemand demand = totals(kind);
      totals.add(new TotalsStore.Totals(kind, demand));
      steps.addAll(steps(kind, demand));
      results.add(new ResultStore.Result(kind, Outcome.ok(result(kind, series))));
    }
    stores.snapshots().replace(version, snapshots);
    stores.results().replace(version, results);
    stores.forecasts().replace(version, steps);
    stores.totals().replace(version, totals);
    for (String table :
        List.of(
            "series_snapshot", "version_series", "series_result", "forecast", "forecast_totals")) {
      like(table, "t.version_id = " + version + " and ");
    }
    return version;
  }

  /**
   * Gives all other series the rows that one of the kinds has.
   *
   * @param first what the key has before the series
   */
  private void like(String table, String first) {
    String columns =
        String.join(
            ", ",
            stores
                .sql()
                .list(
                    row -> row.getString(1),
                    "select column_name from information_schema.columns where lower(table_name) = ?"
                        + " and lower(column_name) <> 'series_id' order by ordinal_position",
                    table));
    sql(
        "insert into %s (series_id, %s) select s.series_id, %s from series s join %s t"
                .formatted(table, columns, "t." + columns.replace(", ", ", t."), table)
            + " on "
            + first
            + "t.series_id = mod(s.series_id - 1, ?) + 1 where s.series_id > ?",
        KINDS,
        KINDS);
  }

  private static double daily(int kind) {
    return (1 + kind % 50) / 5.0;
  }

  private static DemandSeries series(int kind) {
    double[] units = new double[DAYS];
    int every = 1 + kind % 4;
    for (int d = 0; d < DAYS; d++) {
      units[d] = d % every == 0 ? Math.rint(daily(kind) * every * (1 + d * 31 % 7 / 3.5) / 2) : 0;
    }
    return new DemandSeries(
        new SeriesKey("", "item-" + (kind - 1), "site-0", "web"),
        Period.of(Bucket.DAY, TODAY.minusDays(DAYS)),
        DoubleVector.of(units),
        DoubleVector.of(units).map(u -> 1));
  }

  private static TotalDemand totals(int kind) {
    double mean = daily(kind);
    List<TotalStep> steps = new ArrayList<>();
    for (int h = 1; h <= HORIZON; h++) {
      double[] quantiles = new double[TotalLevels.COUNT];
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] = mean * (h + Math.max(-h, Math.sqrt(h) * TotalLevels.NORMAL.get(i)));
      }
      TotalStep step = new TotalStep(mean * h, 0, DoubleVector.of(quantiles));
      steps.add(h == 1 ? step : step.notBelow(steps.get(h - 2)));
    }
    return new TotalDemand(Period.of(Bucket.DAY, TODAY), TotalResolution.of(steps).round(steps));
  }

  private static List<ForecastStore.Step> steps(int kind, TotalDemand demand) {
    List<ForecastStore.Step> steps = new ArrayList<>();
    for (int h = 1; h <= HORIZON; h++) {
      TotalStep total = demand.steps().get(h - 1);
      double mean = daily(kind);
      LocalDate day = TODAY.plusDays(h - 1L);
      steps.add(
          new ForecastStore.Step(
              kind,
              day,
              day,
              new BandedStep(
                  h,
                  mean,
                  mean / 2,
                  mean,
                  mean * 2,
                  total.mean(),
                  total.quantiles().get(TotalLevels.P10),
                  total.quantiles().get(TotalLevels.P50),
                  total.quantiles().get(TotalLevels.P90))));
    }
    return steps;
  }

  private static SeriesResult result(int kind, DemandSeries series) {
    double[] means = new double[HORIZON];
    Arrays.fill(means, daily(kind));
    DoubleVector mean = DoubleVector.of(means);
    return new SeriesResult(
        series,
        DemandPattern.SMOOTH,
        new Selection(
            "Theta",
            List.of(new Member("Theta", 1)),
            Words.literal("made up"),
            kind % 40 == 0 ? Verdict.DO_NOT_FORECAST : Verdict.USE_SIMPLE,
            List.of(),
            Map.of()),
        1,
        BandShape.USUAL,
        mean,
        ForecastExplanation.of("Theta", Explanation.whole(mean)),
        DoubleVector.of(new double[DAYS]),
        List.of());
  }

  private void history() {
    ThirteenWeeks last = ThirteenWeeks.of(TODAY.minusDays(1));
    List<Object[]> rows = new ArrayList<>();
    for (int kind = 1; kind <= KINDS; kind++) {
      for (int back = 0; back < 8; back++) {
        ThirteenWeeks span = new ThirteenWeeks(last.number() - back);
        rows.add(new Object[] {(long) kind, span.number(), MadeUpSums.of(span, 1 + kind % 4)});
      }
    }
    stores.sql().insertAll("sales_sums", "series_id, span, content", rows);
    like("sales_sums", "");
  }

  /** What was told each night of the next day, and of the day after; what came. */
  private void errors() {
    sql("delete from forecast_archive");
    for (int back = 1; back <= ERRORS; back++) {
      long version = 1_000_000L + ERRORS - back;
      LocalDate day = TODAY.minusDays(back);
      sql(
          "insert into archived_version (version_id, plan_name, bucket, origin, last_period,"
              + " published_at) values (?, 'default', 'DAY', ?, ?, ?)",
          version,
          day,
          day.plusDays(HORIZON),
          NOW);
      for (int lag = 1; lag <= 2; lag++) {
        sql(
            "insert into forecast_archive (series_id, period_start, version_id, lag, baseline,"
                + " final_units, p10, p90) select series_id, cast(? as date), ?, ?,"
                + " mod(series_id, 9), mod(series_id, 9), 0, 20 from series",
            day.plusDays(lag - 1L),
            version,
            lag);
      }
      sql(
          "insert into archived_demand (series_id, bucket, period_start, units, observed)"
              + " select series_id, 'DAY', cast(? as date), mod(series_id + ?, 9), true"
              + " from series",
          day,
          back);
    }
  }

  private void supply() {
    int vendors = Math.max(4, items / ITEMS_A_VENDOR);
    sql(
        "insert into supply_vendor (source, row_key, org_id, vendor_id, vendor_name,"
            + " minimum_order_value, currency, order_days) select "
            + SOURCE
            + ", chr(31) || 'V' || n, '', 'V' || n, 'Vendor ' || n,"
            + " case mod(n, 4) when 0 then 5000 when 2 then 100 end, 'EUR', '12345'"
            + " from generate_series(0, ?) as g(n)",
        vendors - 1);
    sql(
        "insert into supply_item (source, row_key, org_id, item_id, vendor_id, lead_time_days,"
            + " minimum_order, order_multiple, purchase_price, currency, shelf_life_days, active)"
            + " select "
            + SOURCE
            + ", chr(31) || 'item-' || n, '', 'item-' || n, 'V' || mod(n, ?), 7, 12, 6,"
            + " 2 + mod(n, 20), 'EUR', 200, true from generate_series(0, ?) as g(n)",
        vendors,
        items - 1);
    sql(
        "insert into supply_supplier_terms (source, row_key, org_id, terms_id, item_id, vendor_id,"
            + " preferred, lead_time_days, minimum_order, order_multiple, purchase_uom,"
            + " purchase_factor, unit_price, currency) select "
            + SOURCE
            + ", chr(31) || 'T' || n, '', 'T' || n, 'item-' || n, 'V' || mod(n, ?), true, 7, 12, 6,"
            + " 'BOX', 6, 2 + mod(n, 20), 'EUR' from generate_series(0, ?) as g(n)",
        vendors,
        items - 1);
    sql(
        "insert into supply_closed_day (source, row_key, org_id, closed_on, site_id, vendor_id)"
            + " select "
            + SOURCE
            + ", chr(31) || n, '', cast(? as date) + cast(n * 18 as int), '', ''"
            + " from generate_series(0, 19) as g(n)",
        TODAY.minusDays(180));
    sql(
        "insert into supply_transfer_lane (source, row_key, org_id, from_site_id, to_site_id,"
            + " item_id, lead_time_days, minimum_order, order_multiple) select "
            + SOURCE
            + ", chr(31) || n, '', 'site-0', 'site-' || n, '', 2, 1, 1"
            + " from generate_series(1, ?) as g(n)",
        SITES - 1);
    sql(
        "insert into supply_stock_level (source, row_key, org_id, item_id, site_id, on_hand,"
            + " reserved) select "
            + SOURCE
            + ", chr(31) || item_id || chr(31) || site_id, '', item_id, site_id,"
            + " mod(series_id * 7919, 240), mod(series_id, 4) from series");
    sql(
        "insert into supply_lot (source, row_key, org_id, item_id, site_id, lot_id, quantity,"
            + " expires_on) select "
            + SOURCE
            + ", chr(31) || item_id || chr(31) || site_id, '', item_id, site_id, 'L' || series_id,"
            + " 40, cast(? as date) from series where mod(series_id, 4) = 0",
        TODAY.plusDays(20));
    orders(vendors);
  }

  /** An order each quarter, received after eight to eleven days; each second item waits for one. */
  private void orders(int vendors) {
    for (int i = 0; i < LINES; i++) {
      LocalDate ordered = i == 0 ? TODAY.minusDays(5) : TODAY.minusDays(90L * i);
      String id = "'PO:' || series_id || ':" + i + "'";
      String which = i == 0 ? " where mod(series_id, 2) = 0" : "";
      sql(
          "insert into supply_purchase_line (source, row_key, org_id, line_id, document_no,"
              + " item_id, site_id, vendor_id, ordered_on, promised_on, quantity_ordered,"
              + " quantity_received, closed, unit_price, currency) select "
              + SOURCE
              + ", chr(31) || "
              + id
              + ", '', "
              + id
              + ", 'D' || series_id, item_id, site_id,"
              + " 'V' || mod(mod(series_id - 1, ?), ?), cast(? as date), cast(? as date), 30,"
              + (i == 0 ? " 0, false," : " 30, true,")
              + " 2, 'EUR' from series"
              + which,
          items,
          vendors,
          ordered,
          ordered.plusDays(9));
      if (i > 0) {
        sql(
            "insert into supply_purchase_receipt (source, row_key, receipt_id, org_id, item_id,"
                + " site_id, vendor_id, ordered_on, received_on, quantity, purchase_line_id)"
                + " select "
                + SOURCE
                + ", 'R' || "
                + id
                + ", 'R' || "
                + id
                + ", '', item_id, site_id,"
                + " 'V' || mod(mod(series_id - 1, ?), ?), cast(? as date),"
                + " cast(? as date) + cast(mod(series_id, 4) as int), 30, "
                + id
                + " from series",
            items,
            vendors,
            ordered,
            ordered.plusDays(8));
      }
    }
    sql(
        "insert into supply_open_supply (source, row_key, supply_id, org_id, item_id, site_id,"
            + " quantity_open, due_date, supply_kind, vendor_id, document_no, purchase_line_id)"
            + " select source, line_id, line_id, org_id, item_id, site_id, quantity_ordered,"
            + " promised_on, 'PURCHASE', vendor_id, document_no, line_id from supply_purchase_line"
            + " where not closed");
  }
}

package org.demandwright.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.exchange.WebhookStore;
import org.demandwright.store.forecast.NervousnessStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.quality.CustomerRows;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.sql.Sql;

/**
 * Fills lists that do not hang on one version with any number of rows, and asks for their pages.
 */
final class BulkLists {
  /** Rows of a list for each series. */
  private static final int TIMES = 26;

  /** Lines of a customer, of whom each list of lines has as many as a page has rows. */
  private static final int LINES = 500;

  private static final Instant NOW = Instant.parse("2026-04-08T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 6);

  private static final Set<String> ORDERED =
      Set.of(
          "publications",
          "exports of one who asks",
          "all exports",
          "deliveries of a webhook",
          "nervousness");

  private BulkLists() {}

  interface Page {
    List<?> of(Stores stores, int after, int rows, int limit);
  }

  /**
   * A list.
   *
   * @param times rows for each series
   * @param most rows that may be read for each of a page
   */
  record Listed(String name, int times, int most, Page page) {
    /** Returns whether it is read newest first, or behind an index's first column. */
    boolean isOrdered() {
      return ORDERED.contains(name);
    }
  }

  static Stream<Listed> questions() {
    return Stream.of(
        new Listed("sources", 1, 1, (s, after, rows, limit) -> new SourceStore(s.sql()).all()),
        new Listed(
            "publications",
            TIMES,
            3,
            (s, after, rows, limit) ->
                new PublicationLog(s.sql()).after(List.of("plan-1"), after, limit)),
        new Listed(
            "exports of one who asks",
            1,
            3,
            (s, after, rows, limit) ->
                new ExportStore(s.sql())
                    .before(Optional.empty(), Optional.of("ann"), rows - after, limit)),
        new Listed(
            "all exports",
            1,
            3,
            (s, after, rows, limit) ->
                new ExportStore(s.sql())
                    .before(Optional.empty(), Optional.empty(), rows - after, limit)),
        new Listed(
            "webhooks",
            1,
            3,
            (s, after, rows, limit) -> new WebhookStore(s.sql()).after(after, limit)),
        new Listed(
            "deliveries of a webhook",
            TIMES,
            3,
            (s, after, rows, limit) ->
                new DeliveryStore(s.sql()).before(1, Optional.empty(), rows - after, limit)),
        new Listed(
            "nervousness",
            1,
            60,
            (s, after, rows, limit) ->
                new NervousnessStore(s.sql())
                    .page(
                        DataScope.unrestricted(),
                        new NervousnessStore.Filter(
                            new NervousnessStore(s.sql()).newest("default", 2), Optional.empty()),
                        after,
                        limit)),
        new Listed(
            "lines of a customer who is erased",
            TIMES,
            3,
            (s, after, rows, limit) ->
                List.of(new CustomerRows(s.sql()).count("C" + after / LINES))));
  }

  /** Fills the lists of an empty store. */
  static void fill(Stores stores, int series) {
    Sql sql = stores.sql();
    int rows = series * TIMES;
    sql.update(
        "insert into publication_log (feed_position, plan_name, version_id, kind, changed_at,"
            + " changed_by) select n, 'plan-' || mod(n, 3), n, 'PUBLISHED', ?, 'ann'"
            + " from generate_series(1, ?) as g(n)",
        NOW,
        rows);
    sql.update(
        "insert into forecast_export (export_id, asked_by, asked_at, version_id, plan_name, terms,"
            + " status) select n, case when mod(n, 3) = 0 then 'ann' else 'bob' end, ?, 1, 'plan',"
            + " '', 'READY' from generate_series(1, ?) as g(n)",
        NOW,
        series);
    sql.update(
        "insert into webhook (webhook_id, target, kinds, active, created_by, created_at, changes,"
            + " secret_version, key_mark) select n, 'https://example.org', ',VERSION,', true,"
            + " 'ann', ?, 0, 1, '' from generate_series(1, ?) as g(n)",
        NOW,
        series);
    sql.update(
        "insert into webhook_delivery (delivery_id, webhook_id, kind, happened_at, body, status,"
            + " attempts, next_attempt, give_up_at) select n, 1 + mod(n, 3), 'VERSION', ?, '', 'DELIVERED', 1, ?, ?"
            + " from generate_series(1, ?) as g(n)",
        NOW,
        NOW,
        NOW,
        rows);
    sql.update(
        "insert into sales_line (line_id, source, source_key, document_no, item_id, customer_id, quantity,"
            + " booked_on, promoted, changed_at, known_from, imported_by) select 'L' || n, 'dw_sales_line', n, 'D' || n, 'tea',"
            + " 'C' || (n / ?), 1, ?, false, ?, ?, 1 from generate_series(1, ?) as g(n)",
        LINES,
        DAY,
        NOW,
        NOW,
        rows);
    archive(sql, series);
    sql.update("analyze");
  }

  /** Two versions that readers saw, one week after the other. */
  private static void archive(Sql sql, int series) {
    sql.update(
        "insert into series (series_id, org_id, item_id, site_id, channel_id) select n, '',"
            + " 'item-' || n, 'site', 'web' from generate_series(1, ?) as g(n)",
        series);
    for (int version = 1; version <= 2; version++) {
      sql.update(
          "insert into archived_version (version_id, plan_name, bucket, origin, last_period,"
              + " published_at) values (?, 'default', 'WEEK', ?, ?, ?)",
          version,
          DAY.plusWeeks(version),
          DAY.plusWeeks(version + TIMES / 2 - 1L),
          NOW.plusSeconds(version));
      sql.update(
          "insert into archived_series (series_id, version_id, model_id, pattern, verdict)"
              + " select n, ?, 'Theta', 'SMOOTH', 'ML_PAYS' from generate_series(1, ?) as g(n)",
          version,
          series);
      for (int lag = 1; lag <= TIMES / 2; lag++) {
        sql.update(
            "insert into forecast_archive (series_id, period_start, version_id, lag, baseline,"
                + " final_units, p10, p90) select n, ?, ?, ?, 5, 5 + ?, 1, 9"
                + " from generate_series(1, ?) as g(n)",
            DAY.plusWeeks(version + lag - 1L),
            version,
            lag,
            version,
            series);
      }
    }
  }
}

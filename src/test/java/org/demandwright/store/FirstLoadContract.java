package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** A load that compares with nothing leaves what writing as ever leaves. */
abstract class FirstLoadContract {
  private static final IntakeRun RUN =
      new IntakeRun(1, "dw_sales_line", Instant.parse("2025-06-01T02:30:00Z"), true);
  private static final LocalDate DAY = LocalDate.of(2025, 5, 1);

  /** More than one block of rows, and no multiple of one. */
  private static final int LINES = 230;

  /** Returns an empty store. */
  abstract DataSource database() throws SQLException;

  /** A way to write a chunk. */
  private interface Way {
    void write(
        IntakeStore store,
        List<SeriesLine> lines,
        List<QuarantinedLine> bad,
        Map<String, QuarantinedLine> oldBad);
  }

  @Test
  void leavesTheSameLinesAccountAndSums() throws SQLException {
    assertThat(state((store, lines, bad, old) -> store.load(lines, bad, old, RUN), false))
        .isNotEmpty()
        .isEqualTo(state((store, lines, bad, old) -> store.write(lines, bad, old, RUN), false));
  }

  @Test
  void anIdentityThatComesAgainReplacesTheLineBefore() throws SQLException {
    assertThat(state((store, lines, bad, old) -> store.load(lines, bad, old, RUN), true))
        .isNotEmpty()
        .isEqualTo(state((store, lines, bad, old) -> store.write(lines, bad, old, RUN), true));
  }

  private List<String> state(Way way, boolean again) throws SQLException {
    DataSource database = database();
    Stores.of(database);
    try (OneTransaction transaction = new OneTransaction(database)) {
      Sql sql = new Sql(transaction.dataSource());
      QuarantineStore quarantine = new QuarantineStore(sql);
      IntakeStore store =
          new IntakeStore(
              sql,
              new SeriesStore(sql),
              quarantine,
              new IntakeRunStore(sql, new LineDayStore(sql)),
              new ReconcileStore(sql),
              new LineDayStore(sql),
              new ChangedSales(sql));
      way.write(store, lines(0, LINES, "2"), List.of(bad("B1"), bad("B2")), Map.of());
      transaction.commit();
      if (again) {
        List<SeriesLine> next = new ArrayList<>(lines(LINES - 1, LINES, "3"));
        next.add(line("B1", "4"));
        way.write(store, next, List.of(bad("L0")), quarantine.of(List.of("B1", "L0")));
        transaction.commit();
      }
      return rows(sql);
    }
  }

  private static List<String> rows(Sql sql) {
    List<String> all = new ArrayList<>();
    for (String query :
        List.of(
            "select line_id, quantity, document_no, customer_id, promoted, changed_at, known_from,"
                + " source, imported_by from sales_line order by line_id",
            "select line_id, quantity from sales_line_history order by line_id",
            "select line_id, reason, known_from from quarantine order by line_id",
            "select outcome, rule, line_count, quantity from intake_account order by outcome, rule",
            "select changed_hour, line_count, counting, quantity, key_sum from intake_hour"
                + " order by changed_hour")) {
      all.addAll(
          sql.list(
              row -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                  text.append(row.getString(i)).append('|');
                }
                return text.toString();
              },
              query));
    }
    return all;
  }

  private static List<SeriesLine> lines(int from, int to, String quantity) {
    List<SeriesLine> lines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      lines.add(line("L" + i, quantity));
    }
    return lines;
  }

  private static SeriesLine line(String id, String quantity) {
    return new SeriesLine(
        Optional.of(SeriesKey.of("tea")),
        Lines.line(
            "lineId", id,
            "sourceKind", "SOL",
            "sourceKey", 7L,
            "documentNo", "D\t1\\",
            "lineKind", "ORDER",
            "bookedOn", DAY,
            "itemId", "tea",
            "customerId", "Zoë & 茶\n",
            "quantity", new BigDecimal(quantity),
            "uomId", "EA",
            "currency", "EUR",
            "promoted", true,
            "changedAt", LocalDateTime.of(2025, 5, 2, 8, 0, 1, 123_456_000)));
  }

  private static QuarantinedLine bad(String id) {
    return new QuarantinedLine(
        id,
        "NO_DATE",
        Words.literal("demand_date is not set"),
        "SOL",
        1L,
        "",
        "S1",
        "tea",
        DAY,
        BigDecimal.ONE,
        null,
        "{}",
        LocalDateTime.of(2025, 5, 2, 9, 0));
  }
}

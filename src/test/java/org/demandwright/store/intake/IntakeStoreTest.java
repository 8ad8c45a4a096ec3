package org.demandwright.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.store.NewestSchema;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SeriesStore.Day;
import org.demandwright.store.demand.SeriesStore.View;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store knows of lines that come, change and go, on an H2 in memory. */
class IntakeStoreTest {
  private static final SeriesKey TEA = SeriesKey.of("tea");
  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final IntakeRun FIRST = run(1);
  private static final IntakeRun SECOND = run(2);

  private Sql sql;
  private SeriesStore series;
  private IntakeRunStore runs;
  private ReconcileStore sums;
  private LineDayStore days;
  private QuarantineStore quarantine;
  private IntakeStore store;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    NewestSchema.in(database);
    sql = new Sql(database);
    series = new SeriesStore(sql);
    runs = new IntakeRunStore(sql, new LineDayStore(sql));
    sums = new ReconcileStore(sql);
    days = new LineDayStore(sql);
    quarantine = new QuarantineStore(sql);
    store = new IntakeStore(sql, series, quarantine, runs, sums, days, new ChangedSales(sql));
  }

  @Test
  void aRestatedLineIsSeenAsItWasAndAsItIs() {
    write(FIRST, line("L1", "5"), line("L2", "1"));
    write(SECOND, line("L1", "7"), line("L2", "1"));

    assertThat(units(now())).isEqualByComparingTo("8");
    assertThat(units(at(FIRST.knownAt()))).isEqualByComparingTo("6");
    assertThat(units(at(SECOND.knownAt()))).isEqualByComparingTo("8");
    assertThat(series.days(1, 9, at(FIRST.knownAt().minusSeconds(1)))).isEmpty();
    assertThat(history()).isEqualTo(1);
    assertThat(runs.account(2))
        .extracting(IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::lines)
        .containsExactly(tuple(LineOutcome.CHANGED, 1L));
  }

  @Test
  void aLineThatIsGoneIsSeenAsItWas() {
    write(FIRST, line("L1", "5"));
    store.remove(List.of("L1", "never there"), SECOND);

    assertThat(series.days(1, 9, now())).isEmpty();
    assertThat(units(at(FIRST.knownAt()))).isEqualByComparingTo("5");
    assertThat(runs.account(2))
        .extracting(IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::lines)
        .containsExactly(tuple(LineOutcome.DELETED, 1L));
  }

  @Test
  void withinOneRunOnlyTheLastContentCounts() {
    write(FIRST, line("L1", "5"));
    write(FIRST, line("L1", "6"));
    store.remove(List.of("L1"), FIRST);

    assertThat(history()).isZero();
    assertThat(series.days(1, 9, at(FIRST.knownAt()))).isEmpty();
  }

  @Test
  void theLinesOfAKitComeAndGoWithIt() {
    write(FIRST, kit("K1"), part("K1", "cup"), part("K1", "tea"));
    write(SECOND, kit("K1"), part("K1", "tea"));
    assertThat(lines()).containsExactly("K1", "K1#tea");
    assertThat(history()).isEqualTo(1);

    store.remove(List.of("K1"), run(3));
    assertThat(lines()).isEmpty();
    assertThat(history()).isEqualTo(3);
  }

  @Test
  void aRowMayFallIntoQuarantineAndHeal() {
    write(FIRST, line("L1", "5"));
    quarantine(SECOND, bad("L1"));
    assertThat(lines()).isEmpty();
    assertThat(units(at(FIRST.knownAt()))).isEqualByComparingTo("5");

    write(run(3), line("L1", "5"));
    assertThat(lines()).containsExactly("L1");
    assertThat(sql.number("select count(*) from quarantine")).isZero();
    assertThat(runs.account(3))
        .extracting(IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::rule)
        .containsExactly(tuple(LineOutcome.HEALED, "NO_DATE"));
  }

  @Test
  void theAccountOfARunAddsUp() {
    write(FIRST, line("L1", "5"), kit("K1"), part("K1", "tea"));
    quarantine(FIRST, bad("L9"));

    assertThat(runs.close(1, AS_OF)).isEqualTo(Map.of("dw_sales_line", 3L));
    assertThat(runs.close(1, AS_OF))
        .as("closing again after a restart")
        .isEqualTo(Map.of("dw_sales_line", 3L));
    assertThat(runs.account(1))
        .extracting(
            IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::rule, IntakeRunStore.Entry::lines)
        .contains(
            tuple(LineOutcome.USED, "", 1L),
            tuple(LineOutcome.EXCLUDED, "KIT", 1L),
            tuple(LineOutcome.DERIVED, "", 1L),
            tuple(LineOutcome.QUARANTINED, "NO_DATE", 1L));
  }

  @Test
  void theSumsOfHoursFollowEveryChange() {
    write(FIRST, line("L1", "5"), line("L2", "1"), kit("K1"), part("K1", "tea"));
    quarantine(FIRST, bad("L9"), bad("L8"));
    sumsAreThoseOfTheRows();
    write(SECOND, line("L1", "7"), line("L9", "2"));
    quarantine(SECOND, bad("L2"));
    sumsAreThoseOfTheRows();
    store.remove(List.of("L1", "K1", "L8"), run(3));
    sumsAreThoseOfTheRows();
    sums.recount("dw_sales_line");
    sumsAreThoseOfTheRows();
  }

  @Test
  void theCountsOfDaysFollowEveryChange() {
    write(FIRST, line("L1", "5"), ordered("L2", "1", MAY_1.minusDays(3)), returned("R1", null));
    write(FIRST, kit("K1"), part("K1", "tea"));
    countsAreThoseOfTheRows(5);
    write(SECOND, line("L1", "7"), ordered("L2", "1", MAY_1.minusDays(2)));
    quarantine(SECOND, bad("R1"));
    countsAreThoseOfTheRows(4);
    write(SECOND, ordered("L1", "7", MAY_1.minusDays(9)));
    store.remove(List.of("K1"), run(3));
    countsAreThoseOfTheRows(2);
  }

  @Test
  void aRowThatWasKeptWithASentenceStaysUntilSomethingElseChanges() {
    quarantine(FIRST, bad("L1"));
    quarantine(SECOND, bad("L1", Words.of("intake.no-date"), "{}"));
    assertThat(quarantine.after("dw_sales_line", "", 9)).containsExactly(bad("L1"));
    assertThat(sql.number("select quarantined_by from quarantine")).isEqualTo(1);

    QuarantinedLine changed = bad("L1", Words.of("intake.no-date"), "{\"line_id\": \"L1\"}");
    quarantine(SECOND, changed);
    assertThat(quarantine.after("dw_sales_line", "", 9)).containsExactly(changed);
    quarantine(run(3), bad("L1", Words.of("intake.no-item"), changed.raw()));
    assertThat(sql.number("select quarantined_by from quarantine")).isEqualTo(3);
  }

  private void countsAreThoseOfTheRows(int rows) {
    List<String> kept = counts();
    assertThat(kept).hasSize(rows);
    assertThat(days.complete()).isTrue();
    days.recount();
    assertThat(counts()).isEqualTo(kept);
  }

  private List<String> counts() {
    return sql.list(
        row ->
            Stream.of(1, 2, 3, 4, 5, 6, 7).map(i -> text(row, i)).collect(Collectors.joining("|")),
        "select rule_name, derived, order_day, wanted_day, line_count, sold_count, quantity"
            + " from line_day where line_count <> 0 order by 1, 2, 3, 4");
  }

  private static String text(ResultSet row, int column) {
    try {
      return row.getString(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sumsAreThoseOfTheRows() {
    LocalDateTime first = LocalDateTime.of(2025, 1, 1, 0, 0);
    LocalDateTime last = LocalDateTime.of(2026, 1, 1, 0, 0);
    assertThat(sums.sums("dw_sales_line", last))
        .isNotEmpty()
        .isEqualTo(sums.counted("dw_sales_line", first, last));
  }

  @Test
  void aReturnCountsOnItsDayOrOnThatOfItsSale() {
    write(FIRST, line("L1", "5"), returned("R1", MAY_1), returned("R2", null));

    assertThat(series.days(1, 9, now()))
        .extracting(Day::day, d -> d.gross().intValue(), d -> d.returned().intValue())
        .containsExactly(tuple(MAY_1, 5, 0), tuple(MAY_1.plusDays(9), 0, 4));
    assertThat(series.days(1, 9, new View(AS_OF, Optional.empty(), true)))
        .extracting(Day::day, d -> d.gross().intValue(), d -> d.returned().intValue())
        .containsExactly(tuple(MAY_1, 5, 2), tuple(MAY_1.plusDays(9), 0, 2));
  }

  @Test
  void anOrderDateThatWasNotKeptIsFilledInWithoutAHistory() {
    write(FIRST, line("L1", "5"));
    write(SECOND, ordered("L1", "5", MAY_1.minusDays(3)));
    assertThat(history()).isZero();
    assertThat(runs.account(2)).isEmpty();
    assertThat(new BookingStore(sql).ordered(AS_OF, Optional.of(FIRST.knownAt())).dates())
        .containsExactly(MAY_1.minusDays(3));

    write(run(3), ordered("L1", "5", MAY_1.minusDays(4)));
    assertThat(history()).as("another date is another content").isEqualTo(1);
  }

  @Test
  void whatIsWantedFromTheAsOfDayOnIsOpenAndBecomesDemandByItself() {
    write(FIRST, line("L1", "5"), line("L2", "2"), returned("R1", null));
    assertThat(series.open(1, 9, new View(MAY_1, Optional.empty(), false)))
        .extracting(Day::day, d -> d.gross().intValue())
        .containsExactly(tuple(MAY_1, 7));
    assertThat(series.open(1, 9, new View(MAY_1.plusDays(1), Optional.empty(), false))).isEmpty();

    assertThat(runs.close(1, MAY_1)).isEqualTo(Map.of("dw_sales_line", 3L));
    assertThat(runs.account(1))
        .extracting(IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::lines)
        .contains(tuple(LineOutcome.OPEN, 3L));
    assertThat(runs.close(1, MAY_1.plusDays(1))).isEqualTo(Map.of("dw_sales_line", 3L));
    assertThat(runs.account(1))
        .extracting(IntakeRunStore.Entry::outcome, IntakeRunStore.Entry::lines)
        .contains(tuple(LineOutcome.USED, 2L), tuple(LineOutcome.OPEN, 1L));
  }

  @Test
  void theDayOfARunIsFixedOnce() {
    RunDayStore days = new RunDayStore(sql);
    assertThat(days.today(7, MAY_1)).isEqualTo(MAY_1);
    assertThat(days.today(7, MAY_1.plusDays(1))).as("restarted the next day").isEqualTo(MAY_1);
    assertThat(days.today(8, MAY_1.plusDays(1))).isEqualTo(MAY_1.plusDays(1));

    assertThat(days.asOf(7)).isEmpty();
    RunDayStore.AsOf asOf = new RunDayStore.AsOf(MAY_1, Optional.of(Bucket.MONTH));
    days.fix(7, asOf);
    assertThat(days.asOf(7)).contains(asOf);
  }

  @Test
  void anInstantOfKnowledgeIsFixedOnceAndLiesAfterAllOthers() {
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");
    assertThat(known(7, noon)).isEqualTo(noon);
    assertThat(known(7, noon.plusSeconds(60))).as("after a restart").isEqualTo(noon);
    assertThat(known(8, noon.minusSeconds(60)))
        .as("the clock was set back")
        .isEqualTo(noon.plusNanos(1_000));
  }

  private void write(IntakeRun run, SeriesLine... lines) {
    List<String> ids = Stream.of(lines).map(SeriesLine::lineId).toList();
    store.write(List.of(lines), List.of(), quarantine.of(ids), run);
  }

  private void quarantine(IntakeRun run, QuarantinedLine... bad) {
    List<String> ids = Stream.of(bad).map(QuarantinedLine::lineId).toList();
    store.write(List.of(), List.of(bad), quarantine.of(ids), run);
  }

  private Instant known(long run, Instant now) {
    return runs.begin(run, "dw_sales_line", now).knownAt();
  }

  private static View now() {
    return new View(AS_OF, Optional.empty(), false);
  }

  private static View at(Instant instant) {
    return new View(AS_OF, Optional.of(instant), false);
  }

  private BigDecimal units(View view) {
    return series.days(1, 9, view).stream()
        .map(Day::gross)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private long history() {
    return sql.number("select count(*) from sales_line_history");
  }

  private List<String> lines() {
    return sql.list(row -> row.getString(1), "select line_id from sales_line order by line_id");
  }

  private static IntakeRun run(int number) {
    return new IntakeRun(
        number, "dw_sales_line", Instant.parse("2025-06-0" + number + "T02:30:00Z"), false);
  }

  private static SeriesLine line(String id, String quantity) {
    return stored(id, Optional.of(TEA), MAY_1, quantity, null, null, null);
  }

  private static SeriesLine ordered(String id, String quantity, LocalDate orderDate) {
    return stored(id, Optional.of(TEA), orderDate, MAY_1, quantity, null, null, null);
  }

  private static SeriesLine returned(String id, LocalDate original) {
    return stored(id, Optional.of(TEA), MAY_1.plusDays(9), "-2", null, original, null);
  }

  private static SeriesLine kit(String id) {
    return stored(id, Optional.empty(), MAY_1, "1", IntakeStore.KIT, null, null);
  }

  private static SeriesLine part(String kit, String item) {
    return stored(kit + "#" + item, Optional.of(SeriesKey.of(item)), MAY_1, "2", null, null, kit);
  }

  private static SeriesLine stored(
      String id,
      Optional<SeriesKey> key,
      LocalDate day,
      String quantity,
      String excluded,
      LocalDate original,
      String kit) {
    return stored(id, key, null, day, quantity, excluded, original, kit);
  }

  private static SeriesLine stored(
      String id,
      Optional<SeriesKey> key,
      LocalDate orderDate,
      LocalDate day,
      String quantity,
      String excluded,
      LocalDate original,
      String kit) {
    return new SeriesLine(
        key,
        Lines.line(
            "lineId",
            id,
            "sourceKind",
            "SOL",
            "sourceKey",
            1L,
            "documentNo",
            "D1",
            "lineKind",
            quantity.startsWith("-") ? "RETURN" : "ORDER",
            "orderDate",
            orderDate,
            "bookedOn",
            day,
            "itemId",
            "tea",
            "customerId",
            "C1",
            "quantity",
            new BigDecimal(quantity),
            "uomId",
            "EA",
            "unitPrice",
            new BigDecimal("2.5"),
            "currency",
            "EUR",
            "excludedBecause",
            excluded,
            "originalDate",
            original,
            "derivedFrom",
            kit,
            "changedAt",
            LocalDateTime.of(2025, 5, 2, 8, 0)));
  }

  private static QuarantinedLine bad(String id) {
    return bad(id, Words.literal("demand_date is not set"), "{}");
  }

  private static QuarantinedLine bad(String id, Words detail, String raw) {
    return new QuarantinedLine(
        id,
        "NO_DATE",
        detail,
        "SOL",
        1L,
        "",
        "S1",
        "tea",
        MAY_1,
        BigDecimal.ONE,
        null,
        raw,
        LocalDateTime.of(2025, 5, 2, 8, 0));
  }
}

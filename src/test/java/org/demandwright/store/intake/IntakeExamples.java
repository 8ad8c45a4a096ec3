package org.demandwright.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.intake.ReconcileStore.Place;
import org.demandwright.store.intake.SalesLineStore.Position;

/** What the stores of lines do. */
public final class IntakeExamples {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate AS_OF = DAY.plusDays(30);
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 3, 3, 8, 0);
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final String SOURCE = "dw_sales_line";
  private static final IntakeRun RUN = new IntakeRun(7, SOURCE, NOW, true);
  private static final SeriesKey TEA = new SeriesKey("A", "tea", "S1", "web");
  private static final String EARLY = "NO_DATE";

  private IntakeExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            IntakeStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::written),
        new StoreExample<>(IntakeStore.class, Does.FORGET, IntakeExamples::removed),
        new StoreExample<>(LineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::lines),
        new StoreExample<>(LineStore.class, Does.PAGE_IN_ORDER, IntakeExamples::pagesOfLines),
        new StoreExample<>(
            KnownLineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::knownLines),
        new StoreExample<>(KnownLineStore.class, Does.PAGE_IN_ORDER, IntakeExamples::pagesOfKnown),
        new StoreExample<>(
            LineIndexes.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::indexes),
        new StoreExample<>(
            LineDayStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::recounted),
        new StoreExample<>(
            ChangedSales.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::changes),
        new StoreExample<>(
            ChangedSales.class, Does.PAGE_IN_ORDER, IntakeExamples::pagesOfChangedSeries),
        new StoreExample<>(ChangedSales.class, Does.FORGET, IntakeExamples::forgottenChanges),
        new StoreExample<>(
            QuarantineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::quarantine),
        new StoreExample<>(
            QuarantineStore.class, Does.PAGE_IN_ORDER, IntakeExamples::pagesOfQuarantine),
        new StoreExample<>(
            ReconcileStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::sums),
        new StoreExample<>(ReconcileStore.class, Does.PAGE_IN_ORDER, IntakeExamples::places),
        new StoreExample<>(ReconcileStore.class, Does.PAGE_IN_ORDER, IntakeExamples::placesOfItems),
        new StoreExample<>(
            BookingStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::bookings),
        new StoreExample<>(BookingStore.class, Does.PAGE_IN_ORDER, IntakeExamples::pagesOutside),
        new StoreExample<>(
            SourceLineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::ofSources),
        new StoreExample<>(
            SalesLineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::counted),
        new StoreExample<>(SalesLineStore.class, Does.FORGET, IntakeExamples::forgottenPosition),
        new StoreExample<>(
            IntakeRunStore.class, Does.RETURN_WHAT_WAS_WRITTEN, IntakeExamples::accounts));
  }

  private static SeriesLine line(String id, int day, String quantity, String excluded) {
    return line(TEA.item(), id, day, quantity, excluded);
  }

  private static SeriesLine line(
      String item, String id, int day, String quantity, String excluded) {
    return new SeriesLine(
        Optional.of(TEA).filter(series -> excluded == null),
        Lines.line(
            "lineId",
            id,
            "sourceKind",
            "SOL",
            "sourceKey",
            3L,
            "documentNo",
            "D1",
            "lineKind",
            "ORDER",
            "orderDate",
            DAY.plusDays(day),
            "bookedOn",
            DAY.plusDays(day),
            "itemId",
            item,
            "customerId",
            "C1",
            "quantity",
            new BigDecimal(quantity),
            "uomId",
            "EA",
            "unitPrice",
            new BigDecimal("2.500000"),
            "netAmount",
            new BigDecimal("10.000000"),
            "currency",
            "EUR",
            "excludedBecause",
            excluded,
            "changedAt",
            STAMP.plusMinutes(day)));
  }

  private static SeriesLine line(int i) {
    return line("L" + i, i, "5.000000", null);
  }

  private static List<SeriesLine> lines(int count) {
    return IntStream.range(0, count).mapToObj(IntakeExamples::line).toList();
  }

  private static QuarantinedLine bad(int i) {
    return new QuarantinedLine(
        "B" + i,
        EARLY,
        Words.literal("no day"),
        "SOL",
        2L,
        "",
        "S1",
        "tea",
        DAY,
        new BigDecimal("4.000000"),
        new BigDecimal("8.000000"),
        "{}",
        STAMP.plusHours(1));
  }

  private static void write(Stores stores, List<SeriesLine> lines, QuarantinedLine... bad) {
    stores.intake().write(lines, List.of(bad), Map.of(), RUN);
  }

  private static List<SalesLine> standing(Stores stores) {
    return stores
        .lines()
        .standing(
            DataScope.unrestricted(),
            Optional.empty(),
            false,
            false,
            Optional.of(AS_OF),
            Optional.empty(),
            "",
            99);
  }

  private static void written(IntakeStore intake, Stores stores) {
    write(stores, lines(3), bad(1));
    SeriesLine changed = line("L1", 1, "6.000000", null);
    intake.write(
        List.of(changed), List.of(), Map.of(), new IntakeRun(8, SOURCE, NOW.plusSeconds(9), false));
    assertThat(standing(stores)).extracting(SalesLine::lineId).containsExactly("L0", "L1", "L2");
    assertThat(standing(stores))
        .extracting(SalesLine::quantity)
        .containsExactly(
            new BigDecimal("5.000000"), new BigDecimal("6.000000"), new BigDecimal("5.000000"));
    assertThat(stores.sql().number("select count(*) from sales_line_history"))
        .as("what it said before")
        .isEqualTo(1);
    assertThat(stores.runs().account(8))
        .extracting(IntakeRunStore.Entry::outcome)
        .containsExactly(LineOutcome.CHANGED);
  }

  private static void removed(IntakeStore intake, Stores stores) {
    write(stores, lines(3), bad(1), bad(2));
    intake.remove(List.of("L1", "B2", "none"), new IntakeRun(8, SOURCE, NOW.plusSeconds(9), false));
    assertThat(standing(stores)).extracting(SalesLine::lineId).containsExactly("L0", "L2");
    assertThat(stores.quarantine().after(SOURCE, "", 9)).containsExactly(bad(1));
    assertThat(stores.sql().number("select count(*) from sales_line_history")).isEqualTo(1);
  }

  private static SeriesStore.View asKnown(Instant then) {
    return new SeriesStore.View(AS_OF, Optional.of(then), false);
  }

  private static List<KnownLineStore.KnownLine> known(
      KnownLineStore lines, Stores stores, Instant then) {
    long series = stores.series().idsOf(List.of(TEA)).get(TEA);
    return lines.page(
        series, asKnown(then), DAY, AS_OF, KnownLineStore.Position.START, Integer.MAX_VALUE);
  }

  private static void knownLines(KnownLineStore lines, Stores stores) {
    write(stores, List.of(line(0), line(1), line("X", 2, "1.000000", "DRAFT")));
    Instant later = NOW.plusSeconds(9);
    stores
        .intake()
        .write(
            List.of(line("L1", 1, "6.000000", null)),
            List.of(),
            Map.of(),
            new IntakeRun(8, SOURCE, later, false));
    assertThat(known(lines, stores, NOW.minusSeconds(1))).isEmpty();
    assertThat(known(lines, stores, NOW))
        .as("what was known then")
        .extracting(k -> k.line().quantity().intValue(), k -> k.source(), k -> k.knownUntil())
        .containsExactly(tuple(5, "erp", Optional.empty()), tuple(5, "erp", Optional.of(later)));
    assertThat(known(lines, stores, later))
        .extracting(k -> k.line().quantity().intValue())
        .containsExactly(5, 6);
  }

  private static void pagesOfKnown(KnownLineStore lines, Stores stores) {
    write(stores, lines(5));
    long series = stores.series().idsOf(List.of(TEA)).get(TEA);
    assertThat(
            followed(
                KnownLineStore.Position.START,
                (after, limit) ->
                    lines.page(
                        series, asKnown(NOW), DAY.plusDays(1), DAY.plusDays(3), after, limit),
                k -> new KnownLineStore.Position(k.countsOn(), k.line().lineId())))
        .extracting(k -> k.line().lineId())
        .containsExactly("L1", "L2", "L3");
  }

  private static void lines(LineStore lines, Stores stores) {
    write(stores, List.of(line(0), line(1), line("X", 2, "1.000000", "DRAFT")), bad(1));
    SalesLine first = standing(stores).get(0);
    assertThat(first.bookedOn()).isEqualTo(DAY);
    assertThat(List.of(first.itemId(), first.customerId(), first.uomId(), first.currency()))
        .containsExactly("tea", "C1", "EA", "EUR");
    assertThat(
            lines.standing(
                DataScope.unrestricted(),
                Optional.of("DRAFT"),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                9))
        .extracting(SalesLine::lineId)
        .containsExactly("X");
    assertThat(lines.quarantined(DataScope.unrestricted(), Optional.of(EARLY), "", 9))
        .extracting(LineStore.Quarantined::lineId)
        .containsExactly("B1");
    assertThat(
            lines.samples(
                List.of(
                    new LineStore.OfSeries(1, LineSelection.ofDays(DAY, AS_OF, 2)),
                    new LineStore.OfSeries(1, LineSelection.ofDays(AS_OF, AS_OF, 0))),
                9))
        .containsExactly(List.of("L0", "L1"), List.of());
  }

  private static void pagesOfLines(LineStore lines, Stores stores) {
    List<SeriesLine> all = new ArrayList<>(lines(5));
    all.add(line("A9", 2, "1.000000", null));
    write(stores, all, bad(1), bad(2), bad(3));
    LineSelection which = LineSelection.ofDays(DAY, AS_OF, 6);
    assertThat(
            followed(
                LineStore.Position.START,
                (p, n) -> lines.selected(1, which, p, n),
                l -> new LineStore.Position(l.bookedOn(), l.lineId())))
        .as("by day, then by identity")
        .extracting(SalesLine::lineId)
        .containsExactly("L0", "L1", "A9", "L2", "L3", "L4");
    assertThat(
            followed(
                "",
                (p, n) -> lines.quarantined(DataScope.unrestricted(), Optional.empty(), p, n),
                LineStore.Quarantined::lineId))
        .extracting(LineStore.Quarantined::lineId)
        .containsExactly("B1", "B2", "B3");
    assertThat(
            followed(
                "",
                (p, n) ->
                    lines.standing(
                        DataScope.unrestricted(),
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        p,
                        n),
                SalesLine::lineId))
        .extracting(SalesLine::lineId)
        .containsExactly("A9", "L0", "L1", "L2", "L3", "L4");
  }

  private static void indexes(LineIndexes indexes, Stores stores) {
    assertThat(indexed(stores)).isEqualTo(3);
    indexes.drop();
    indexes.drop();
    assertThat(indexed(stores)).isZero();
    write(stores, lines(2));
    indexes.build();
    indexes.build();
    assertThat(indexed(stores)).isEqualTo(3);
    assertThat(standing(stores)).hasSize(2);
  }

  private static long indexed(Stores stores) {
    String names = " in ('sales_line_series', 'sales_line_changed', 'sales_line_document')";
    boolean postgres =
        stores
                .sql()
                .number(
                    "select count(*) from information_schema.schemata where schema_name = 'pg_catalog'")
            > 0;
    return stores
        .sql()
        .number(
            postgres
                ? "select count(*) from pg_indexes where indexname" + names
                : "select count(*) from information_schema.indexes where lower(index_name)"
                    + names);
  }

  private static void recounted(LineDayStore days, Stores stores) {
    write(stores, lines(3), bad(1));
    assertThat(days.complete()).as("kept with the lines").isTrue();
    stores.sql().update("delete from line_day");
    assertThat(days.complete()).isFalse();
    days.recount();
    assertThat(days.complete()).isTrue();
    assertThat(stores.salesLines().countUsed(AS_OF)).isEqualTo(3);
  }

  private static void write(Stores stores, int run, List<SeriesLine> lines) {
    stores
        .intake()
        .write(lines, List.of(), Map.of(), new IntakeRun(run, SOURCE, NOW.plusSeconds(run), false));
  }

  private static void changes(ChangedSales changed, Stores stores) {
    write(stores, 8, List.of(line(0), line(1), line(200)));
    assertThat(changed.of(1, 9))
        .as("each once, in order")
        .containsExactly(
            new ChangedSales.Change(1, ThirteenWeeks.of(DAY)),
            new ChangedSales.Change(1, ThirteenWeeks.of(DAY.plusDays(200))));
    assertThat(changed.of(2, 9)).isEmpty();
    assertThat(changed.spans())
        .containsExactly(ThirteenWeeks.of(DAY), ThirteenWeeks.of(DAY.plusDays(200)));
  }

  private static void pagesOfChangedSeries(ChangedSales changed, Stores stores) {
    ThirteenWeeks span = ThirteenWeeks.of(DAY);
    changed.add(
        Stream.of(3L, 1L, 4L, 2L, 3L).map(id -> new ChangedSales.Change(id, span)).toList(), false);
    assertThat(followed(0L, (after, n) -> changed.seriesIn(span, after, n), id -> id))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(changed.seriesIn(ThirteenWeeks.of(DAY.plusDays(400)), 0, 9)).isEmpty();
  }

  private static void forgottenChanges(ChangedSales changed, Stores stores) {
    write(stores, 8, List.of(line(0), line(200)));
    changed.forgetEvery(ThirteenWeeks.of(DAY));
    assertThat(changed.spans()).as("what is noted of a series stays").hasSize(2);
    changed.forget(ThirteenWeeks.of(DAY), 1, 9);
    assertThat(changed.spans()).containsExactly(ThirteenWeeks.of(DAY.plusDays(200)));
  }

  private static void quarantine(QuarantineStore quarantine, Stores stores) {
    write(stores, List.of(), bad(1), bad(2));
    assertThat(quarantine.of(List.of("B2", "B9"))).isEqualTo(Map.of("B2", bad(2)));
    stores
        .intake()
        .write(
            List.of(line("B2", 0, "1.000000", null)), List.of(), quarantine.of(List.of("B2")), RUN);
    assertThat(quarantine.of(List.of("B1", "B2"))).as("B2 is healed").containsOnlyKeys("B1");
  }

  private static void pagesOfQuarantine(QuarantineStore quarantine, Stores stores) {
    write(stores, List.of(), bad(3), bad(1), bad(5), bad(2), bad(4));
    List<QuarantinedLine> inOrder = List.of(bad(1), bad(2), bad(3), bad(4), bad(5));
    assertThat(followed("", (p, n) -> quarantine.after(SOURCE, p, n), QuarantinedLine::lineId))
        .isEqualTo(inOrder);
    assertThat(
            followed("", (p, n) -> quarantine.dated(SOURCE, EARLY, p, n), QuarantinedLine::lineId))
        .isEqualTo(inOrder);
  }

  private static void sums(ReconcileStore reconcile, Stores stores) {
    write(stores, lines(3), bad(1));
    Map<LocalDateTime, LineSums> sums = reconcile.sums(SOURCE, STAMP.plusDays(1));
    assertThat(sums).containsOnlyKeys(STAMP, STAMP.plusHours(1));
    assertThat(sums.get(STAMP).lines()).isEqualTo(3);
    assertThat(sums.get(STAMP).quantity()).isEqualByComparingTo("15");
    reconcile.recount(SOURCE);
    assertThat(reconcile.sums(SOURCE, STAMP.plusDays(1))).as("counted anew").isEqualTo(sums);
    assertThat(reconcile.countAfter(SOURCE, STAMP)).isEqualTo(3);
    assertThat(reconcile.places(List.of("L2", "B1", "none")))
        .isEqualTo(Map.of("L2", new Place("L2", STAMP.plusMinutes(2), 3)));
  }

  private static void places(ReconcileStore reconcile, Stores stores) {
    List<SeriesLine> all = new ArrayList<>(lines(4));
    all.add(line("A9", 2, "1.000000", null));
    write(stores, all, bad(1), bad(2), bad(3));
    Place start = new Place("", STAMP.minusDays(1), 0);
    assertThat(
            followed(
                start,
                (p, n) -> reconcile.places(SOURCE, false, STAMP, STAMP.plusDays(1), p, n),
                p -> p))
        .as("by stamp, then by identity")
        .extracting(Place::lineId)
        .containsExactly("L0", "L1", "A9", "L2", "L3");
    assertThat(
            followed(
                start,
                (p, n) -> reconcile.places(SOURCE, true, STAMP, STAMP.plusDays(1), p, n),
                p -> p))
        .extracting(Place::lineId)
        .containsExactly("B1", "B2", "B3");
  }

  private static void placesOfItems(ReconcileStore reconcile, Stores stores) {
    List<SeriesLine> all = new ArrayList<>(lines(4));
    all.add(line("cup", "C1", 0, "1.000000", null));
    all.add(line("cup", "M1", 0, "1.000000", null));
    all.add(line("cup", "Z1", 0, "1.000000", null));
    all.add(line("jar", "J1", 0, "1.000000", null));
    write(stores, all);
    List<String> items =
        Stream.of(
                Stream.of("cup"),
                IntStream.range(0, 1_200).mapToObj(i -> "none" + i),
                Stream.of("tea"))
            .flatMap(i -> i)
            .toList();
    List<List<Place>> pages = new ArrayList<>();
    reconcile.eachOfItems(SOURCE, items, 2, pages::add);
    assertThat(pages).as("of more items than are asked for at once").hasSize(4);
    assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeBetween(1, 2));
    assertThat(pages.stream().flatMap(List::stream))
        .extracting(Place::lineId)
        .containsExactlyInAnyOrder("C1", "M1", "Z1", "L0", "L1", "L2", "L3");
  }

  private static void bookings(BookingStore bookings, Stores stores) {
    write(stores, List.of(line(0), line("M", 0, "1.000000", null), line(2)), bad(1));
    BookingDays.Day two = new BookingDays.Day(DAY, 2);
    BookingDays.Day one = new BookingDays.Day(DAY.plusDays(2), 1);
    assertThat(bookings.ordered(AS_OF, Optional.empty()).days()).containsExactly(two, one);
    assertThat(bookings.ordered(DAY, Optional.of(NOW)).days()).containsExactly(two);
    assertThat(bookings.ordered(AS_OF, Optional.of(NOW.minusSeconds(1))).days()).isEmpty();
    assertThat(bookings.wanted(AS_OF, Optional.empty()).days()).containsExactly(two, one);
    assertThat(bookings.orderedOrSetAside(AS_OF, EARLY).days())
        .containsExactly(new BookingDays.Day(DAY, 3), one);
  }

  private static void pagesOutside(BookingStore bookings, Stores stores) {
    write(stores, lines(6));
    BookingDays.Span body = new BookingDays.Span(DAY.plusDays(1), DAY.plusDays(2));
    assertThat(
            followed(
                "", (p, n) -> bookings.outside(SOURCE, body, DAY.plusDays(4), p, n), Place::lineId))
        .as("before and after the span, and not after today")
        .extracting(Place::lineId)
        .containsExactly("L0", "L3", "L4");
  }

  private static void ofSources(SourceLineStore lines, Stores stores) {
    write(stores, List.of(line(0), line(4), line("X", 2, "1.000000", "DRAFT")), bad(1));
    stores
        .intake()
        .write(List.of(line("push:1", 2, "3.000000", null)), List.of(), Map.of(), RUN.of("push"));
    assertThat(lines.kept(SOURCE)).isEqualTo(Map.of("", 2L, "DRAFT", 1L));
    assertThat(lines.kept("push")).isEqualTo(Map.of("", 1L));
    assertThat(lines.quarantined(SOURCE)).isEqualTo(Map.of(EARLY, 1L));
    SourceLineStore.Days always = new SourceLineStore.Days(Optional.empty(), Optional.empty());
    SourceLineStore.Days later =
        new SourceLineStore.Days(Optional.of(DAY.plusDays(3)), Optional.empty());
    assertThat(lines.between(SOURCE, always, later)).as("drafts count on no day").isEqualTo(1);
    write(stores, List.of(line("Y", 1, "1.000000", "OUTSIDE_DAYS")));
    assertThat(lines.between(SOURCE, always, later)).as("that would come back").isEqualTo(2);
    assertThat(lines.holds(SOURCE)).isTrue();
    assertThat(lines.holds("shop")).isFalse();
    assertThat(lines.lines("push")).isEqualTo(1);
    assertThat(lines.between(SOURCE, later, later)).isZero();
    assertThat(lines.of(SOURCE, SourceCode.Kind.ITEM, List.of("tea", "cup"))).isEqualTo(4);
    assertThat(lines.of("push", SourceCode.Kind.SITE, List.of("S1"))).isEqualTo(1);
    assertThat(lines.of("push", SourceCode.Kind.CHANNEL, List.of("shop"))).isZero();
    assertThat(lines.begins("push:")).isTrue();
    assertThat(lines.begins("shop:")).isFalse();
  }

  private static void counted(SalesLineStore lines, Stores stores) {
    write(stores, List.of(line(0), line(4), line("X", 2, "1.000000", "DRAFT")), bad(1));
    assertThat(lines.countUsed(DAY.plusDays(4))).isEqualTo(1);
    assertThat(lines.countOpen(DAY.plusDays(4))).isEqualTo(1);
    assertThat(lines.countExcluded()).isEqualTo(Map.of("DRAFT", 1L));
    assertThat(lines.countQuarantined()).isEqualTo(Map.of(EARLY, 1L));
    assertThat(lines.firstDemand(Optional.empty())).contains(DAY);
    assertThat(lines.lastDemand(DAY.plusDays(4), Optional.empty())).contains(DAY);
    assertThat(lines.lastDemand(null, Optional.of(NOW))).contains(DAY.plusDays(4));
    lines.setPosition(SOURCE, new Position(STAMP, 1, "L0"));
    lines.setPosition(SOURCE, new Position(STAMP.plusHours(1), 2, "L4"));
    assertThat(lines.position(SOURCE)).contains(new Position(STAMP.plusHours(1), 2, "L4"));
  }

  private static void forgottenPosition(SalesLineStore lines, Stores stores) {
    lines.setPosition(SOURCE, new Position(STAMP, 1, "L0"));
    lines.setPosition("dw_stock", new Position(STAMP, 5, ""));
    lines.forgetPosition(SOURCE);
    assertThat(lines.position(SOURCE)).isEmpty();
    assertThat(lines.position("dw_stock")).contains(new Position(STAMP, 5, ""));
  }

  private static void accounts(IntakeRunStore runs, Stores stores) {
    IntakeRun first = runs.begin(7, SOURCE, NOW);
    assertThat(first).isEqualTo(RUN);
    assertThat(runs.begin(7, SOURCE, NOW.plusSeconds(9))).as("a restart").isEqualTo(first);
    IntakeRun second = runs.begin(9, SOURCE, NOW.minusSeconds(9));
    assertThat(second.knownAt()).as("the clock was set back").isAfter(NOW);
    assertThat(runs.knownAt(List.of(7L, 8L))).isEqualTo(Map.of(7L, NOW));
    assertThat(runs.firstKnown()).contains(NOW);
    assertThat(runs.lastKnown()).contains(second.knownAt());
    assertThat(runs.last().orElseThrow().knownAt()).isEqualTo(second.knownAt());

    write(stores, List.of(line(0), line(4), line("X", 2, "1.000000", "DRAFT")), bad(1));
    assertThat(runs.close(7, DAY.plusDays(4))).isEqualTo(Map.of(SOURCE, 4L));
    assertThat(runs.close(7, DAY.plusDays(4)))
        .as("in place of the totals before")
        .isEqualTo(Map.of(SOURCE, 4L));
    assertThat(runs.account(7))
        .extracting(e -> e.outcome() + " " + e.rule() + " " + e.lines())
        .containsExactly(
            "EXCLUDED DRAFT 1",
            "NEW  2",
            "NEW DRAFT 1",
            "NEW NO_DATE 1",
            "OPEN  1",
            "QUARANTINED NO_DATE 1",
            "USED  1");
    assertThat(runs.lastClosed(8)).contains(7L);
    assertThat(runs.lastClosed(6)).isEmpty();
  }
}

package org.demandwright.app.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.Stores;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.NotDemandStore;
import org.demandwright.store.demand.NotDemandStore.Marked;
import org.demandwright.store.demand.NotDemandStore.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What marks take from demand, whatever becomes of their lines. */
abstract class NotDemandContract {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Instant NIGHT = Instant.parse("2026-03-09T02:00:00Z");
  private static final SeriesKey TEA = new SeriesKey("A", "tea", "S1", "");
  private static final SeriesKey CUP = new SeriesKey("A", "cup", "S1", "");
  private static final SeriesKey ELSEWHERE = new SeriesKey("B", "tea", "S1", "");

  private final AdjustedClock clock = new AdjustedClock();
  private Stores stores;
  private NotDemand marks;

  /** A clock that stands still. */
  private static final class AdjustedClock extends Clock {
    private Instant now = NIGHT;

    @Override
    public Instant now() {
      return now;
    }
  }

  private static final DataScope EVERYTHING = DataScope.unrestricted();

  /** Returns an empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    stores = Stores.of(database());
    marks =
        new NotDemand(
            new NotDemandStore(stores.sql()),
            stores.layers(),
            clock,
            new AuditTrail(new AuditEventStore(stores.sql()), clock));
    line("1", TEA, "D1", "C1", MONDAY, "5");
    line("2", TEA, "D1", "C1", MONDAY, "7");
    line("3", CUP, "D1", "C2", MONDAY.plusDays(1), "4");
    line("4", TEA, "D2", "C1", MONDAY, "100");
    line("5", ELSEWHERE, "D1", "C1", MONDAY, "50");
    line("6", TEA, "D1", "C1", MONDAY, "-3");
  }

  @Test
  void aDocumentTakesWhatItsLinesSoldInItsCompany() {
    assertThat(text(marks.preview(EVERYTHING, document("D1"))))
        .containsExactly("tea 2026-03-02 12 of 2", "cup 2026-03-03 4 of 1");
    assertThat(laid(TEA)).as("nothing is changed by looking").isEmpty();

    long mark = marks.add(EVERYTHING, document("D1"), "a new plant", "ann").markId();
    assertThat(laid(TEA)).containsExactly("2026-03-02 -12");
    assertThat(laid(CUP)).containsExactly("2026-03-03 -4");
    assertThat(laid(ELSEWHERE)).as("another company's document").isEmpty();
    assertThat(text(marks.taken(EVERYTHING, mark))).hasSize(2);
  }

  @Test
  void aDocumentOfOneCustomerAndALineTakeTheirsAlone() {
    marks.add(EVERYTHING, new Marked(What.DOCUMENT, "D1", "A", Optional.of("C2")), "so", "ann");
    assertThat(laid(CUP)).hasSize(1);
    assertThat(laid(TEA)).isEmpty();
    marks.add(EVERYTHING, new Marked(What.LINE, "2", "", Optional.empty()), "so", "ann");
    assertThat(laid(TEA)).containsExactly("2026-03-02 -7");
  }

  @Test
  void aLineThatTwoMarksNameIsTakenOnce() {
    long line =
        marks
            .add(EVERYTHING, new Marked(What.LINE, "1", "", Optional.empty()), "a", "ann")
            .markId();
    marks.add(EVERYTHING, document("D1"), "b", "ann");
    assertThat(laid(TEA)).containsExactlyInAnyOrder("2026-03-02 -5", "2026-03-02 -7");
    marks.withdraw(EVERYTHING, line, "ann");
    assertThat(laid(TEA)).as("it falls to the other mark").containsExactly("2026-03-02 -12");
  }

  @Test
  void correctionsFollowRestatedAndReloadedLines() {
    marks.add(EVERYTHING, document("D1"), "a new plant", "ann");
    stores.sql().update("update sales_line set quantity = 6 where line_id = '1'");
    clock.now = NIGHT.plusSeconds(60);
    marks.followLines(clock.now);
    assertThat(laid(TEA)).containsExactly("2026-03-02 -13");
    assertThat(laidAt(TEA, NIGHT)).as("as it was known then").containsExactly("2026-03-02 -12");

    stores.sql().update("delete from sales_line");
    clock.now = NIGHT.plusSeconds(120);
    marks.followLines(clock.now);
    assertThat(laid(TEA)).isEmpty();
    line("1b", TEA, "D1", "C1", MONDAY.plusDays(2), "6");
    clock.now = NIGHT.plusSeconds(180);
    marks.followLines(clock.now);
    assertThat(laid(TEA)).as("read again under another identity").containsExactly("2026-03-04 -6");
    marks.followLines(clock.now);
    assertThat(laid(TEA)).as("what is the same stays").hasSize(1);
  }

  @Test
  void whoeverSeesAPartMarksWhatLiesWithin() {
    DataScope ofCups =
        new DataScope(Optional.of(Set.of("A")), Optional.empty(), Optional.of(Set.of("cups")));
    stores
        .sql()
        .update(
            "insert into item (org_id, item_id, item_code, item_name, category, uom_id,"
                + " lead_time_days) values ('A', 'cup', 'C1', 'Cup', 'cups', 'EA', 3)");
    Marked ofBoth = document("D1");
    assertThat(text(marks.preview(ofCups, ofBoth))).containsExactly("cup 2026-03-03 4 of 1");
    assertRefused(Refused.Kind.FORBIDDEN, () -> marks.add(ofCups, ofBoth, "so", "ann"));
    long both = marks.add(EVERYTHING, ofBoth, "so", "ann").markId();
    assertThat(marks.mark(ofCups, both).reason()).isEqualTo("so");
    assertThat(text(marks.taken(ofCups, both))).containsExactly("cup 2026-03-03 4 of 1");
    assertRefused(Refused.Kind.FORBIDDEN, () -> marks.withdraw(ofCups, both, "ann"));
    marks.withdraw(EVERYTHING, both, "ann");

    long own =
        marks.add(ofCups, new Marked(What.LINE, "3", "", Optional.empty()), "b", "ann").markId();
    long others =
        marks
            .add(EVERYTHING, new Marked(What.LINE, "4", "", Optional.empty()), "c", "ann")
            .markId();
    NotDemandStore.Filter any =
        new NotDemandStore.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(marks.page(ofCups, any, Optional.empty(), 9).rows())
        .extracting(NotDemandStore.Entry::markId)
        .containsExactly(own, both);
    assertRefused(Refused.Kind.NOT_FOUND, () -> marks.mark(ofCups, others));
    assertRefused(Refused.Kind.NOT_FOUND, () -> marks.withdraw(ofCups, others, "ann"));
    Marked tea = new Marked(What.LINE, "1", "", Optional.empty());
    assertRefused(Refused.Kind.NOT_FOUND, () -> marks.add(ofCups, tea, "so", "ann"));
    assertThat(marks.withdraw(ofCups, own, "ann").withdrawnBy()).contains("ann");
  }

  @Test
  void aPartOfAKitGoesWithTheKitsLine() {
    line("9#cup", CUP, "D9", "C1", MONDAY, "2");
    stores.sql().update("insert into derived_line (derived_from, line_id) values ('9', '9#cup')");
    marks.add(EVERYTHING, new Marked(What.LINE, "9", "", Optional.empty()), "so", "ann");
    assertThat(laid(CUP)).containsExactly("2026-03-02 -2");
  }

  @Test
  void aMarkIsWithdrawnOnceAndNeedsSomethingToMark() {
    long mark = marks.add(EVERYTHING, document("D1"), "a new plant", "ann").markId();
    assertThat(marks.withdraw(EVERYTHING, mark, "bob").withdrawnBy()).contains("bob");
    assertThat(laid(TEA)).isEmpty();
    assertRefused(Refused.Kind.CONFLICT, () -> marks.withdraw(EVERYTHING, mark, "eve"));
    assertRefused(Refused.Kind.NOT_FOUND, () -> marks.add(EVERYTHING, document("D7"), "so", "ann"));
    assertRefused(Refused.Kind.NOT_FOUND, () -> marks.taken(EVERYTHING, 99));
    assertRefused(Refused.Kind.INVALID, () -> marks.add(EVERYTHING, document("D1"), " ", "ann"));
  }

  private static void assertRefused(Refused.Kind kind, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
  }

  private static Marked document(String number) {
    return new Marked(What.DOCUMENT, number, "A", Optional.empty());
  }

  private void line(
      String id, SeriesKey key, String document, String customer, LocalDate day, String quantity) {
    stores
        .sql()
        .update(
            "insert into sales_line (line_id, series_id, document_no, customer_id, booked_on,"
                + " quantity, promoted, changed_at, known_from, imported_by, source)"
                + " values (?, ?, ?, ?, ?, ?, false, ?, ?, 1, 'dw_sales_line')",
            id,
            series(key),
            document,
            customer,
            day,
            new BigDecimal(quantity),
            Instant.EPOCH,
            Instant.EPOCH);
  }

  private long series(SeriesKey key) {
    return stores.series().idsOf(List.of(key)).get(key);
  }

  private List<String> laid(SeriesKey key) {
    return laidAt(key, clock.now);
  }

  private List<String> laidAt(SeriesKey key, Instant when) {
    return stores.layers().activeAt(when, series(key), series(key)).stream()
        .map(LayerStore.Entry::layer)
        .map(l -> l.first() + " " + l.delta().orElseThrow().stripTrailingZeros().toPlainString())
        .toList();
  }

  private static List<String> text(List<NotDemandStore.Taken> taken) {
    return taken.stream()
        .map(
            t ->
                "%s %s %s of %d"
                    .formatted(
                        t.key().item(),
                        t.day(),
                        t.units().stripTrailingZeros().toPlainString(),
                        t.lines()))
        .toList();
  }
}

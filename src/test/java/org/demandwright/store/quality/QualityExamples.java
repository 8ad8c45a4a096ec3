package org.demandwright.store.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ExchangeRates.Conversion;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.Companies;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.quality.ComparedValueStore.Comparison;
import org.demandwright.store.quality.QualityStore.Filter;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.quality.QualityStore.Issue;
import org.demandwright.store.quality.QualityStore.Position;
import org.demandwright.store.source.ErasureStore;
import org.demandwright.store.sql.Sql;

/** What the store of findings does. */
public final class QualityExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String SOLD = "select sum(quantity) from sales_line";

  private QualityExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            QualityStore.class, Does.RETURN_WHAT_WAS_WRITTEN, QualityExamples::written),
        new StoreExample<>(QualityStore.class, Does.PAGE_IN_ORDER, QualityExamples::pages),
        new StoreExample<>(QualityStore.class, Does.FORGET, QualityExamples::forgotten),
        new StoreExample<>(
            CustomerRows.class, Does.RETURN_WHAT_WAS_WRITTEN, QualityExamples::customers),
        new StoreExample<>(
            ComparedValueStore.class, Does.RETURN_WHAT_WAS_WRITTEN, QualityExamples::compared),
        new StoreExample<>(
            ComparedValueStore.class, Does.FORGET, QualityExamples::forgottenComparisons));
  }

  private static Finding finding(String item, double share, Optional<Finding.Money> worth) {
    return new Finding(
        Rule.OUTLIER,
        Severity.HIGH,
        new Subject("A", item, "S1", "web"),
        DAY,
        DAY.plusDays(1),
        new LineSelection(DAY, DAY.plusDays(1), Optional.of("C1"), true, Optional.of("EUR"), 2),
        List.of("L1", "L2"),
        3,
        share,
        worth,
        Words.literal("high"));
  }

  private static void written(QualityStore quality, Stores stores) {
    Inspection begun = quality.begin(5, DAY, Bucket.WEEK, NOW);
    assertThat(quality.begin(5, DAY.plusDays(1), Bucket.DAY, NOW)).as("a restart").isEqualTo(begun);
    assertThat(quality.inspection(5)).contains(begun);
    Finding ofSeries = finding("tea", 0.5, Optional.of(new Finding.Money(6, "EUR")));
    Finding other = finding("cup", 0.25, Optional.empty());
    quality.replace(5, Map.of(1L, List.of(finding("tea", 0.75, Optional.empty()))));
    quality.replaceOthers(5, List.of(other));
    quality.replace(5, Map.of(1L, List.of(ofSeries)));
    List<Issue> found = quality.page(DataScope.unrestricted(), 5, Filter.any(), Position.START, 9);
    assertThat(found)
        .as("in place of what was found in the series before")
        .extracting(Issue::finding)
        .containsExactly(ofSeries, other);
    assertThat(found)
        .extracting(Issue::seriesId)
        .containsExactly(Optional.of(1L), Optional.empty());
    assertThat(quality.find(DataScope.unrestricted(), found.get(0).issueId()).map(Issue::finding))
        .contains(ofSeries);
    assertThat(quality.counts(DataScope.unrestricted(), 5))
        .containsExactly(new QualityStore.Count(Rule.OUTLIER, Severity.HIGH, 2));
  }

  private static void customers(CustomerRows rows, Stores stores) {
    Companies.fill(stores, "A");
    Sql sql = stores.sql();
    sql.update("update quality_issue set lines_customer = null");
    stores.quality().begin(5, DAY, Bucket.WEEK, NOW);
    stores.quality().replaceOthers(5, List.of(finding("tea", 0.5, Optional.empty())));
    sql.update(
        "update quality_issue set meaning = ? where lines_customer = 'C1'",
        Words.of("quality.customer-spike", "C1", "C12", Words.literal("C1")).text());
    sql.update("update quarantine set raw = ?", "{\"line_id\":\"C1\",\"customer_id\":\"C1\"}");
    BigDecimal sold = sql.list(row -> row.getBigDecimal(1), SOLD).get(0);
    ErasureStore.Counts named = rows.count("C1");
    assertThat(List.of(named.salesLines(), named.pushedLines(), named.rowsSetAside()))
        .allMatch(n -> n > 0);
    assertThat(named.findings()).isEqualTo(1);

    assertThat(rows.rename("C1", "erased-1")).isEqualTo(named);
    assertThat(rows.count("C1")).isEqualTo(ErasureStore.Counts.NONE);
    assertThat(rows.count("erased-1")).isEqualTo(named);
    assertThat(sql.list(row -> row.getBigDecimal(1), SOLD)).containsExactly(sold);
    assertThat(
            sql.list(
                row -> Words.parse(row.getString(1)),
                "select meaning from quality_issue where lines_customer = 'erased-1'"))
        .as("the customer and nothing else")
        .containsExactly(
            Words.of("quality.customer-spike", "erased-1", "C12", Words.literal("erased-1")));
    assertThat(sql.list(row -> row.getString(1), "select distinct raw from quarantine"))
        .containsExactly("{\"line_id\":\"C1\",\"customer_id\":\"erased-1\"}");
    long kept = sql.number("select count(*) from sales_sums");
    assertThat(stores.sums().of(0, Long.MAX_VALUE).toString())
        .as("sums are counted from renamed lines")
        .contains("erased-1")
        .doesNotContain("customer=C1");
    assertThat(kept).as("sums that named it are gone").isZero();
  }

  private static void pages(QualityStore quality, Stores stores) {
    for (long run = 1; run <= 5; run++) {
      quality.begin(run, DAY, Bucket.DAY, NOW);
    }
    assertThat(followed(9L, quality::inspections, Inspection::instanceId))
        .extracting(Inspection::instanceId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(followed(9L, quality::runs, run -> run)).containsExactly(5L, 4L, 3L, 2L, 1L);

    Optional<Finding.Money> dear = Optional.of(new Finding.Money(9, "EUR"));
    Optional<Finding.Money> cheap = Optional.of(new Finding.Money(1, "EUR"));
    quality.replaceOthers(
        5,
        List.of(
            finding("b", 0.5, cheap),
            finding("c", 0.25, dear),
            finding("a", 0.5, dear),
            finding("d", 0.25, cheap),
            finding("e", 0.25, cheap)));
    assertThat(
            followed(
                Position.START,
                (p, n) -> quality.page(DataScope.unrestricted(), 5, Filter.any(), p, n),
                Issue::place))
        .as("by share, then by value, then the last one")
        .extracting(i -> i.finding().subject().item())
        .containsExactly("a", "b", "c", "e", "d");
  }

  private static void forgotten(QualityStore quality, Stores stores) {
    for (long run = 1; run <= 3; run++) {
      quality.begin(run, DAY, Bucket.DAY, NOW);
      quality.replaceOthers(run, List.of(finding("tea", 0.5, Optional.empty())));
    }
    quality.forgetBefore(3);
    assertThat(quality.inspections(9, 9)).extracting(Inspection::instanceId).containsExactly(3L);
    assertThat(quality.page(DataScope.unrestricted(), 2, Filter.any(), Position.START, 9))
        .isEmpty();
    assertThat(quality.page(DataScope.unrestricted(), 3, Filter.any(), Position.START, 9))
        .hasSize(1);
  }

  private static void inEuros(ComparedValueStore values, long run) {
    values.compareIn(run, "EUR", Map.of("EUR", new Conversion(BigDecimal.ONE, DAY, List.of())));
  }

  private static void compared(ComparedValueStore values, Stores stores) {
    assertThat(values.comparison(5)).isEqualTo(new Comparison(Optional.empty(), List.of()));
    inEuros(values, 5);
    assertThat(values.comparison(5)).isEqualTo(new Comparison(Optional.of("EUR"), List.of()));

    values.compareIn(5, "USD", Map.of("USD", new Conversion(BigDecimal.TEN, DAY, List.of())));
    assertThat(values.comparison(5).currency()).as("what was noted stays").contains("EUR");
  }

  private static void forgottenComparisons(ComparedValueStore values, Stores stores) {
    inEuros(values, 2);
    inEuros(values, 3);
    values.forgetBefore(3);
    assertThat(values.comparison(2).currency()).isEmpty();
    assertThat(values.comparison(3).currency()).contains("EUR");
  }
}

package org.demandwright.store.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.Stores;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order findings are told, page by page. */
class FindingRanksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final long RUN = 3;

  private QualityStore quality;
  private ComparedValueStore compared;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Stores stores = Stores.of(database);
    quality = stores.quality();
    compared = new ComparedValueStore(stores.sql());
    quality.begin(RUN, DAY, Bucket.DAY, Instant.parse("2026-03-02T02:00:00Z"));
  }

  @Test
  void theShareOfTheOwnDemandCountsAndNotPiecesAgainstKilograms() {
    quality.replaceOthers(
        RUN,
        List.of(
            finding("pieces", 900_000, 0.01, "EUR", 9),
            finding("tonnes", 0.0004, 0.5, "EUR", 3),
            finding("litres", 40, 0.02, "EUR", 4)));
    assertThat(ranked()).containsExactly("tonnes", "litres", "pieces");
  }

  @Test
  void whereSharesAreEqualTheValueCountsIfThereIsOneCurrency() {
    quality.replaceOthers(
        RUN,
        List.of(
            finding("cheap", 100, 0.1, "EUR", 10),
            finding("dear", 1, 0.1, "EUR", 5_000),
            finding("unpriced", 50, 0.1, null, 0)));
    assertThat(ranked()).containsExactly("dear", "cheap", "unpriced");
  }

  @Test
  void valuesOfSeveralCurrenciesAreNotCompared() {
    quality.replaceOthers(
        RUN, List.of(finding("yen", 1, 0.1, "JPY", 5_000), finding("euro", 1, 0.1, "EUR", 40)));
    assertThat(ranked()).as("the newest first").containsExactly("euro", "yen");
  }

  @Test
  void valuesOfSeveralCurrenciesAreComparedByTheRatesOfTheInspection() {
    compareInEuro("JPY", "0.006");
    quality.replaceOthers(
        RUN,
        List.of(
            finding("yen", 1, 0.1, "JPY", 5_000),
            finding("dear yen", 1, 0.1, "JPY", 9_000),
            finding("euro", 1, 0.1, "EUR", 40)));
    assertThat(ranked()).containsExactly("dear yen", "euro", "yen");
    assertThat(page(QualityStore.Position.START).get(0).reported())
        .contains(new Finding.Money(54, "EUR"));
    assertThat(compared.comparison(RUN).comparable()).isTrue();
  }

  @Test
  void whereOneRateIsMissingNothingIsCompared() {
    compareInEuro("JPY", "0.006");
    quality.replaceOthers(
        RUN,
        List.of(
            finding("dear yen", 1, 0.1, "JPY", 9_000),
            finding("euro", 1, 0.1, "EUR", 40),
            finding("franc", 1, 0.1, "CHF", 1)));
    assertThat(ranked()).as("the newest first").containsExactly("franc", "euro", "dear yen");
    assertThat(compared.comparison(RUN).without()).containsExactly("CHF");
  }

  private void compareInEuro(String from, String rate) {
    ExchangeRates rates =
        new ExchangeRates(List.of(new ExchangeRate(from, "EUR", DAY, new BigDecimal(rate))), 0);
    compared.compareIn(
        RUN,
        "EUR",
        Map.of(
            "EUR",
            rates.on(DAY, "EUR", "EUR").orElseThrow(),
            from,
            rates.on(DAY, from, "EUR").orElseThrow()));
  }

  private List<String> ranked() {
    List<String> items = new ArrayList<>();
    List<QualityStore.Issue> page = page(QualityStore.Position.START);
    while (!page.isEmpty()) {
      items.add(page.get(0).finding().subject().item());
      page = page(page.get(0).place());
    }
    return items;
  }

  private List<QualityStore.Issue> page(QualityStore.Position after) {
    return quality.page(DataScope.unrestricted(), RUN, QualityStore.Filter.any(), after, 1);
  }

  private static Finding finding(
      String item, double units, double share, String currency, double value) {
    return new Finding(
        Rule.OUTLIER,
        Severity.ofShare(share),
        new Subject("A", item, "S1", ""),
        DAY,
        DAY,
        LineSelection.ofDays(DAY, DAY, 1),
        List.of(),
        units,
        share,
        Optional.ofNullable(currency).map(c -> new Finding.Money(value, c)),
        Words.literal("a peak"));
  }
}

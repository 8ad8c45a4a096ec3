package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is not seen in one series: a silent source, and the stock ledger. */
class SourceAndStockTest {
  private static final Subject SITE = new Subject("DW", "", "SHA", "");

  /** A site that trades from Monday to Friday. */
  private static List<StaleSource.Day> workdays(int until) {
    return IntStream.range(0, until)
        .filter(i -> i % 7 < 5)
        .mapToObj(i -> new StaleSource.Day(day(i), 10, 100))
        .toList();
  }

  @Test
  void aSiteThatIsSilentForTwoWeeksIsStale() {
    Finding stale = StaleSource.inspect(SITE, workdays(396), day(410)).orElseThrow();

    assertThat(stale.first()).isEqualTo(day(396));
    assertThat(stale.last()).isEqualTo(day(409));
    assertThat(stale.severity()).isEqualTo(Severity.HIGH);
    assertThat(stale.effectUnits()).isEqualTo(14 * 100 * 5 / 7.0, within(15.0));
    assertThat(stale.lines().count()).isEqualTo(10);
  }

  @Test
  void aWeekendAndALongWeekendAreNot() {
    assertThat(StaleSource.inspect(SITE, workdays(397), day(399))).isEmpty();
    assertThat(StaleSource.inspect(SITE, workdays(397), day(401))).isEmpty();
  }

  @Test
  void aSiteThatCloseEveryYearForThreeWeeksIsNotStaleAfterFour() {
    List<StaleSource.Day> days =
        workdays(400).stream()
            .filter(d -> d.day().isBefore(day(200)) || d.day().isAfter(day(220)))
            .toList();
    assertThat(StaleSource.inspect(SITE, days, day(428))).isEmpty();
    assertThat(StaleSource.inspect(SITE, days, day(460))).isPresent();
  }

  @Test
  void aNewSiteAndNoSiteHaveNoUsual() {
    assertThat(StaleSource.inspect(SITE, workdays(10), day(60))).isEmpty();
    assertThat(StaleSource.inspect(SITE, List.of(), day(60))).isEqualTo(Optional.empty());
  }

  @Test
  void aBalanceBelowZeroIsFoundWithItsWorst() {
    NegativeStock stock = new NegativeStock();
    stock.add(1, day(0), new BigDecimal("5"));
    stock.add(2, day(1), new BigDecimal("-3"));
    stock.add(3, day(2), new BigDecimal("-8"));
    stock.add(4, day(3), new BigDecimal("40"));

    assertThat(stock.found()).isTrue();
    Finding negative = stock.finding(new Subject("", "tea", "SHA", ""), 400);
    assertThat(negative.first()).isEqualTo(day(1));
    assertThat(negative.last()).isEqualTo(day(2));
    assertThat(negative.lines().count()).isEqualTo(2);
    assertThat(negative.effectUnits()).isEqualTo(8);
    assertThat(negative.rows()).containsExactly("dw_stock_ledger:2", "dw_stock_ledger:3");
    assertThat(negative.effectShare()).isEqualTo(0.02);
    assertThat(english(negative.meaning())).contains("at the worst -8 (movement 3");
  }

  @Test
  void anEmptyStockIsNotNegative() {
    NegativeStock stock = new NegativeStock();
    stock.add(1, day(0), BigDecimal.ZERO);
    assertThat(stock.found()).isFalse();
  }
}

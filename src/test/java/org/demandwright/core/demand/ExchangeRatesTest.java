package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.ExchangeRates.Conversion;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static ExchangeRate rate(String from, String to, int daysBefore, String rate) {
    return new ExchangeRate(from, to, DAY.minusDays(daysBefore), new BigDecimal(rate));
  }

  private static ExchangeRates rates(ExchangeRate... all) {
    return new ExchangeRates(List.of(all), 31);
  }

  @Test
  void aRateHoldsFromItsDayToTheNext() {
    ExchangeRates rates = rates(rate("USD", "EUR", 5, "0.9"), rate("USD", "EUR", 0, "0.8"));
    assertThat(rates.on(DAY, "USD", "EUR").map(Conversion::factor)).contains(new BigDecimal("0.8"));
    assertThat(rates.on(DAY.minusDays(1), "USD", "EUR").map(Conversion::factor))
        .contains(new BigDecimal("0.9"));
    assertThat(rates.on(DAY.minusDays(6), "USD", "EUR")).as("before the first").isEmpty();
  }

  @Test
  void aRateThatIsTooOldHoldsNoLonger() {
    ExchangeRates rates = rates(rate("USD", "EUR", 31, "0.9"));
    assertThat(rates.on(DAY, "USD", "EUR")).isPresent();
    assertThat(rates.on(DAY.plusDays(1), "USD", "EUR")).isEmpty();
  }

  @Test
  void theOtherDirectionIsTheInverseAndItsOwnRateComesFirst() {
    ExchangeRates rates = rates(rate("USD", "EUR", 3, "0.8"));
    assertThat(rates.on(DAY, "EUR", "USD").map(Conversion::factor))
        .contains(new BigDecimal("1.25"));
    ExchangeRates both = rates(rate("USD", "EUR", 3, "0.8"), rate("EUR", "USD", 9, "1.2"));
    assertThat(both.on(DAY, "EUR", "USD").map(Conversion::factor)).contains(new BigDecimal("1.2"));
  }

  @Test
  void twoCurrenciesMeetOverAThirdAndTheOldestRateIsTold() {
    ExchangeRates rates = rates(rate("EUR", "USD", 4, "1.25"), rate("EUR", "CNY", 2, "8"));
    Conversion conversion = rates.on(DAY, "USD", "CNY").orElseThrow();
    assertThat(conversion.factor()).isEqualByComparingTo("6.4");
    assertThat(conversion.oldest()).isEqualTo(DAY.minusDays(4));
    assertThat(conversion.used()).hasSize(2);
  }

  @Test
  void noWayGoesOverTwoOthers() {
    ExchangeRates rates =
        rates(
            rate("USD", "EUR", 0, "0.9"),
            rate("EUR", "CHF", 0, "0.95"),
            rate("CHF", "JPY", 0, "170"));
    assertThat(rates.on(DAY, "USD", "JPY")).isEmpty();
    assertThat(rates.on(DAY, "USD", "CHF")).isPresent();
  }

  @Test
  void aCurrencyIsWorthItself() {
    assertThat(rates().on(DAY, "EUR", "EUR").map(Conversion::factor)).contains(BigDecimal.ONE);
    assertThat(rates().on(DAY, "EUR", "USD")).isEmpty();
  }

  @Test
  void whatIsNoRateCannotBe() {
    assertThatThrownBy(() -> rate("EUR", "EUR", 0, "1")).hasMessageContaining("always one");
    assertThatThrownBy(() -> rate("eur", "USD", 0, "1")).hasMessageContaining("ISO 4217");
    assertThatThrownBy(() -> rate("EUR", "USD", 0, "0")).hasMessageContaining("more than 0");
  }
}

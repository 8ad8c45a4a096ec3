package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.core.Words;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.forecast.ForecastStore;
import org.junit.jupiter.api.Test;

class PublishedForecastTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
  private static final Instant NOW = Instant.parse("2027-01-05T00:00:00Z");
  private static final BandedStep FORTY = new BandedStep(2, 40, 20, 38, 60, 80, 50, 78, 100);
  private static final BandedStep NOTHING = new BandedStep(2, 0, 0, 0, 5, 0, 0, 0, 9);

  @Test
  void what_is_final_is_the_overrides_and_bands_follow_it() {
    PublishedForecast f = published(FORTY, true, "50", "120");
    assertThat(f.baseline(Share.ALL)).isEqualByComparingTo("40");
    assertThat(f.override(Share.ALL)).isEqualByComparingTo("10");
    assertThat(f.units(Share.ALL)).isEqualByComparingTo("50");
    assertThat(f.period(BandedStep::p10, Share.ALL)).isEqualByComparingTo("25");
    assertThat(f.period(BandedStep::p90, Share.ALL)).isEqualByComparingTo("75");
    assertThat(f.total(Share.ALL)).isEqualByComparingTo("120");
    assertThat(f.total(BandedStep::totalP90, Share.ALL)).isEqualByComparingTo("150");
  }

  @Test
  void beyond_what_is_open_all_of_it_is_less() {
    PublishedForecast f = published(FORTY, true, "50", "120");
    assertThat(f.units(Share.NET_OF_OPEN)).isEqualByComparingTo("43");
    assertThat(f.baseline(Share.NET_OF_OPEN)).isEqualByComparingTo("33");
    assertThat(f.override(Share.NET_OF_OPEN)).isEqualByComparingTo("10");
    assertThat(f.total(Share.NET_OF_OPEN)).isEqualByComparingTo("111");
  }

  @Test
  void where_nothing_lies_the_forecast_is_final_though_totals_may_not_be() {
    PublishedForecast f = published(FORTY, true, null, "120");
    assertThat(f.units(Share.ALL)).isEqualByComparingTo("40");
    assertThat(f.override(Share.ALL)).isNull();
    assertThat(f.period(BandedStep::p90, Share.ALL)).isEqualByComparingTo("60");
    assertThat(f.total(Share.ALL)).isEqualByComparingTo("120");
    assertThat(published(FORTY, true, null, null).total(Share.ALL)).isEqualByComparingTo("80");
  }

  @Test
  void over_a_forecast_of_nothing_there_are_no_bands() {
    PublishedForecast f = published(NOTHING, true, "50", "50");
    assertThat(f.units(Share.ALL)).isEqualByComparingTo("50");
    assertThat(f.period(BandedStep::p90, Share.ALL)).isNull();
    assertThat(f.total(BandedStep::totalP90, Share.ALL)).isNull();
  }

  @Test
  void a_figure_that_somebody_gave_is_shown_where_the_forecast_is_not() {
    PublishedForecast f = published(FORTY, false, "50", "50");
    assertThat(f.baseline(Share.ALL)).isNull();
    assertThat(f.units(Share.ALL)).isEqualByComparingTo("50");
    assertThat(f.override(Share.ALL)).isEqualByComparingTo("50");
    assertThat(f.total(Share.ALL)).isEqualByComparingTo("50");
    assertThat(f.period(BandedStep::p90, Share.ALL)).isNull();
    assertThat(published(FORTY, false, null, null).units(Share.ALL)).isNull();
    assertThat(published(FORTY, false, null, null).total(Share.ALL)).isNull();
  }

  private static PublishedForecast published(
      BandedStep bands, boolean withFigures, String units, String total) {
    ForecastStore.Series series =
        new ForecastStore.Series(
            1,
            "",
            "cup",
            "cup",
            "",
            "",
            "",
            "EA",
            "Naive",
            Words.literal("so"),
            Verdict.USE_SIMPLE);
    ForecastStore.Final over =
        new ForecastStore.Final(
            Optional.ofNullable(units).map(BigDecimal::new),
            Optional.ofNullable(total).map(BigDecimal::new),
            Optional.empty(),
            NOW);
    return new PublishedForecast(
        new ForecastStore.Row(
            series,
            MONDAY,
            MONDAY.plusDays(6),
            bands,
            new OpenDemand.Step(new BigDecimal("7"), new BigDecimal("9")),
            Optional.empty(),
            Optional.of(over)),
        withFigures,
        NOW,
        Optional.empty());
  }
}

package org.demandwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.plan.Adjustment.Kind.DELTA;
import static org.demandwright.core.plan.Adjustment.Kind.PERCENT;
import static org.demandwright.core.plan.Adjustment.Kind.VALUE;
import static org.demandwright.core.plan.PlannedForecasts.MONDAY;
import static org.demandwright.core.plan.PlannedForecasts.item;
import static org.demandwright.core.plan.PlannedForecasts.layer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.plan.LayerEffect.Outcome;
import org.junit.jupiter.api.Test;

class LayeredForecastTest {
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);
  private static final LocalDate SECOND_SUNDAY = MONDAY.plusDays(13);

  private static List<String> units(LayeredForecast forecast, long series) {
    return forecast.finals().get(series).steps().stream()
        .map(s -> s.units().map(u -> u.stripTrailingZeros().toPlainString()).orElse("-"))
        .toList();
  }

  private static List<String> totals(LayeredForecast forecast, long series) {
    return forecast.finals().get(series).steps().stream()
        .map(s -> s.total().map(u -> u.stripTrailingZeros().toPlainString()).orElse("-"))
        .toList();
  }

  @Test
  void a_value_is_the_total_of_its_scope_and_days_in_whole_units() {
    LayeredForecast forecast =
        PlannedForecasts.weeks(3)
            .with("tea", "S1", "EA", 6.2, 1.1, 4)
            .with("tea", "S2", "EA", 6.2, 0.5, 4)
            .with("cup", "S1", "EA", 9, 9, 9)
            .layers();
    LayerEffect effect = forecast.lay(layer(7, item("tea"), MONDAY, SECOND_SUNDAY, VALUE, "29"));
    assertThat(effect.before()).isEqualByComparingTo("14");
    assertThat(effect.after()).isEqualByComparingTo("29");
    assertThat(effect.series()).isEqualTo(2);
    assertThat(effect.days()).contains(new LayerEffect.Days(MONDAY, SECOND_SUNDAY));
    assertThat(units(forecast, 1)).containsExactly("13", "2", "-");
    assertThat(units(forecast, 2)).containsExactly("13", "1", "-");
    assertThat(totals(forecast, 1)).as("of what is final").containsExactly("13", "15", "19");
    assertThat(forecast.finals()).as("others stay as they are").doesNotContainKey(3L);
  }

  @Test
  void units_that_can_be_divided_are_and_still_add_up() {
    LayeredForecast forecast =
        PlannedForecasts.weeks(1)
            .with("tea", "S1", "kg", 1)
            .with("tea", "S2", "kg", 1)
            .with("tea", "S3", "kg", 1)
            .layers();
    forecast.lay(layer(1, item("tea"), MONDAY, SUNDAY, VALUE, "10"));
    assertThat(units(forecast, 1)).containsExactly("3.333334");
    assertThat(units(forecast, 3)).containsExactly("3.333333");
  }

  @Test
  void a_percentage_scales_each_series_and_a_delta_stops_at_nothing() {
    LayeredForecast forecast =
        PlannedForecasts.weeks(1)
            .with("tea", "S1", "EA", 8)
            .with("tea", "S2", "kg", 2.5)
            .with("cup", "S1", "EA", 3)
            .layers();
    forecast.lay(layer(1, item("tea"), MONDAY, SUNDAY, PERCENT, "10"));
    assertThat(units(forecast, 1)).containsExactly("8.8");
    assertThat(units(forecast, 2)).containsExactly("2.75");
    LayerEffect less = forecast.lay(layer(2, item("cup"), MONDAY, SUNDAY, DELTA, "-5"));
    assertThat(less.after()).isEqualByComparingTo("0");
    assertThat(units(forecast, 3)).containsExactly("0");
  }

  @Test
  void where_all_is_nothing_active_series_and_days_have_equal_parts() {
    PlannedForecasts forecasts =
        PlannedForecasts.of(Bucket.MONTH, 2)
            .with("tea", "S1", "EA", 0, 0)
            .with("tea", "S2", "EA", 0, 0)
            .with("tea", "S3", "EA", 0, 0);
    OverrideLayer layer =
        layer(1, Scope.ALL, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 30), VALUE, "61");
    LayeredForecast some = forecasts.layers(1L, 3L);
    some.lay(layer);
    assertThat(units(some, 1)).containsExactly("16", "15");
    assertThat(units(some, 2)).containsExactly("0", "0");
    assertThat(units(some, 3)).containsExactly("15", "15");
    LayeredForecast none = forecasts.layers();
    none.lay(layer);
    assertThat(units(none, 2)).containsExactly("10", "10");
  }

  @Test
  void of_a_period_that_is_meant_in_part_the_rest_stays() {
    LayeredForecast forecast = PlannedForecasts.weeks(2).with("tea", "S1", "EA", 7, 14).layers();
    LayerEffect effect =
        forecast.lay(layer(1, item("tea"), SUNDAY, MONDAY.plusDays(7), VALUE, "30"));
    assertThat(effect.before()).as("a seventh of both").isEqualByComparingTo("3");
    assertThat(units(forecast, 1)).containsExactly("16", "32");
  }

  @Test
  void of_days_that_a_version_holds_in_part_it_takes_their_part() {
    LayeredForecast forecast = PlannedForecasts.weeks(2).with("tea", "S1", "EA", 7, 14).layers();
    LayerEffect effect =
        forecast.lay(layer(1, item("tea"), MONDAY.minusDays(14), SUNDAY, VALUE, "30"));
    assertThat(effect.after()).as("7 days of 21").isEqualByComparingTo("10");
    assertThat(effect.days()).contains(new LayerEffect.Days(MONDAY, SUNDAY));
    assertThat(units(forecast, 1)).containsExactly("10", "-");
  }

  @Test
  void the_last_one_laid_holds_and_goes_by_what_those_below_it_made() {
    LayeredForecast forecast =
        PlannedForecasts.weeks(1).with("tea", "S1", "kg", 5).with("tea", "S2", "kg", 5).layers();
    forecast.lay(
        layer(1, Scope.of(new SeriesKey("A", "tea", "S1", "")), MONDAY, SUNDAY, VALUE, "15"));
    LayerEffect all = forecast.lay(layer(2, item("tea"), MONDAY, SUNDAY, VALUE, "40"));
    assertThat(all.before()).isEqualByComparingTo("20");
    assertThat(units(forecast, 1)).containsExactly("30");
    assertThat(units(forecast, 2)).containsExactly("10");
    assertThat(forecast.finals().get(1L).steps().get(0).overrideId()).contains(2L);
  }

  @Test
  void a_series_that_is_not_recommended_is_left_out_unless_it_stands_alone() {
    LayeredForecast both =
        PlannedForecasts.weeks(2)
            .with("tea", "S1", "EA", 4, 4)
            .notRecommended("tea", "S2", 4, 4)
            .layers();
    assertThat(both.lay(layer(1, item("tea"), MONDAY, SUNDAY, VALUE, "9")).series()).isEqualTo(1);
    assertThat(both.finals()).containsOnlyKeys(1L);
    LayeredForecast alone = PlannedForecasts.weeks(3).notRecommended("tea", "S2", 4, 4, 4).layers();
    LayerEffect effect = alone.lay(layer(1, item("tea"), MONDAY, SUNDAY, VALUE, "9"));
    assertThat(effect.before()).as("readers see none of its figures").isEqualByComparingTo("0");
    assertThat(units(alone, 1)).containsExactly("9", "-", "-");
    assertThat(totals(alone, 1)).as("known as far as all are").containsExactly("9", "-", "-");
    assertThat(alone.lay(layer(2, item("tea"), MONDAY, SUNDAY, PERCENT, "9")).outcome())
        .isEqualTo(Outcome.NO_FIGURES);
  }

  @Test
  void what_does_not_apply_says_why_and_changes_nothing() {
    LayeredForecast forecast =
        PlannedForecasts.weeks(1).with("tea", "S1", "EA", 5).with("tea", "S2", "kg", 5).layers();
    List<LayerEffect> effects =
        List.of(
            forecast.lay(layer(1, Scope.ALL, MONDAY, SUNDAY, VALUE, "1")),
            forecast.lay(layer(2, item("cup"), MONDAY, SUNDAY, VALUE, "1")),
            forecast.lay(
                layer(3, Scope.ALL, MONDAY.minusDays(9), MONDAY.minusDays(1), PERCENT, "1")),
            forecast.lay(
                layer(4, Scope.ALL, SUNDAY.plusDays(1), SUNDAY.plusDays(9), PERCENT, "1")));
    assertThat(effects)
        .extracting(LayerEffect::outcome)
        .containsExactly(Outcome.SEVERAL_UNITS, Outcome.NO_SERIES, Outcome.PAST, Outcome.BEYOND);
    assertThat(forecast.finals()).isEmpty();
    assertThat(effects).allMatch(e -> e.after().equals(BigDecimal.ZERO));
  }
}

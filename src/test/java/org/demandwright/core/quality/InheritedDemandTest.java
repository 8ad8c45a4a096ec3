package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;
import org.junit.jupiter.api.Test;

class InheritedDemandTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final LocalDate TODAY = FIRST.plusDays(28);

  private static DayTotal total(int day, String units) {
    return DayTotal.of(FIRST.plusDays(day), new BigDecimal(units));
  }

  private static LifecycleLink link(LifecycleLink.Kind kind, String factor) {
    return new LifecycleLink(
        "A",
        kind,
        "old",
        "new",
        Optional.empty(),
        FIRST,
        Optional.empty(),
        new BigDecimal(factor),
        Optional.empty());
  }

  private static LayeredDemand raw(DayTotal... days) {
    return new LayeredDemand(List.of(days), List.of(), List.of());
  }

  private static InheritedDemand superseded(LayeredDemand old, List<StockOut> out) {
    return InheritedDemand.of(
        link(LifecycleLink.Kind.SUPERSESSION, "0.333333"),
        old,
        out,
        List.of(),
        LaunchRamp.none(FIRST));
  }

  @Test
  void days_before_the_link_count_times_the_factor() {
    InheritedDemand taken =
        superseded(
            raw(total(-21, "30"), total(-8, "3"), total(0, "7"), total(1, "9")),
            List.of(
                new StockOut(FIRST.minusDays(5), LocalDate.MAX),
                new StockOut(FIRST, LocalDate.MAX)));
    assertThat(taken.days())
        .containsExactly(
            new InheritedDemand.Day(FIRST.minusDays(21), new BigDecimal("9.999990")),
            new InheritedDemand.Day(FIRST.minusDays(8), new BigDecimal("0.999999")));
    assertThat(taken.unseen()).containsExactly(new StockOut(FIRST.minusDays(5), FIRST));
    assertThat(taken.layer().delta()).contains(new BigDecimal("10.999989"));
  }

  @Test
  void it_lies_over_own_demand_and_its_lineage_is_proved() {
    DemandLayer layer = superseded(raw(total(-21, "30"), total(-8, "3")), List.of()).layer();
    DemandLayer manual =
        new DemandLayer(
            DemandLayer.Kind.MANUAL,
            FIRST.minusDays(21),
            FIRST.minusDays(21),
            Optional.of(new BigDecimal("-1")),
            Optional.empty());
    List<DayTotal> own = List.of(total(-8, "2"), total(3, "5"));
    LayeredDemand layered = LayeredDemand.of(own, List.of(layer, manual), TODAY);
    CorrectedSeries series =
        CorrectedSeries.of(SeriesKey.of("new"), own, layered, List.of(), Bucket.WEEK, TODAY)
            .orElseThrow();
    DemandSeries corrected = series.corrected().series();
    assertThat(corrected.first().start()).isEqualTo(FIRST.minusDays(21));
    assertThat(corrected.units().toArray()).containsExactly(8.99999, 2.999999, 0, 5, 0, 0, 0);
    assertThat(series.raw().units().toArray())
        .as("as it was booked")
        .containsExactly(2, 0, 5, 0, 0, 0);
    DemandLineage lineage =
        DemandLineage.of(own, ReturnsRule.SEPARATE, List.of(layer, manual), corrected, TODAY);
    assertThat(lineage.unproved()).isZero();
    assertThat(lineage.periods().get(0).corrections())
        .containsExactly(new BigDecimal("9.999990"), new BigDecimal("-1.000000"));
  }

  @Test
  void nothing_after_the_day_up_to_which_is_known_is_seen() {
    DemandLayer layer = superseded(raw(total(-21, "30"), total(-8, "3")), List.of()).layer();
    LayeredDemand then = LayeredDemand.of(List.of(), List.of(layer), FIRST.minusDays(8));
    assertThat(then.days()).extracting(DayTotal::day).containsExactly(FIRST.minusDays(21));
    assertThat(then.effects().get(0).after()).isEqualByComparingTo("9.99999");
  }

  @Test
  void a_new_item_on_its_way_to_its_level_counts_with_what_it_lacks() {
    InheritedDemand taken =
        InheritedDemand.of(
            link(LifecycleLink.Kind.PHASE_IN, "1"),
            raw(total(-8, "3")),
            List.of(),
            List.of(total(0, "2"), total(7, "6"), total(21, "8")),
            LaunchRamp.linear(FIRST, 3));
    assertThat(taken.days())
        .containsExactly(
            new InheritedDemand.Day(FIRST.minusDays(8), new BigDecimal("3.000000")),
            new InheritedDemand.Day(FIRST, new BigDecimal("6.000000")),
            new InheritedDemand.Day(FIRST.plusDays(7), new BigDecimal("6.000000")));
  }

  @Test
  void a_layer_without_what_it_takes_over_is_none() {
    assertThatThrownBy(
            () ->
                new DemandLayer(
                    DemandLayer.Kind.INHERITED,
                    FIRST,
                    FIRST,
                    Optional.of(BigDecimal.ONE),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

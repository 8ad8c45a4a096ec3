package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.quality.DemandLayer.Kind;
import org.junit.jupiter.api.Test;

class LayeredDemandTest {
  private static final List<DayTotal> RAW = List.of(total(0, "6"), total(1, "3"), total(5, "10"));

  private static DayTotal total(int day, String gross) {
    return new DayTotal(day(day), new BigDecimal(gross), BigDecimal.ONE);
  }

  private static DemandLayer layer(Kind kind, int first, int last, String delta, String instead) {
    return new DemandLayer(
        kind,
        day(first),
        day(last),
        Optional.ofNullable(delta).map(BigDecimal::new),
        Optional.ofNullable(instead).map(BigDecimal::new));
  }

  private static LayeredDemand under(DemandLayer... layers) {
    return LayeredDemand.of(RAW, List.of(layers), day(10));
  }

  private static BigDecimal gross(LayeredDemand demand, int day) {
    return demand.days().stream()
        .filter(d -> d.day().equals(day(day)))
        .map(DayTotal::gross)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  @Test
  void withoutLayersDemandIsTheVerySame() {
    assertThat(under().days()).isSameAs(RAW).isEqualTo(RAW);
    assertThat(under().effects()).isEmpty();
  }

  /** The worked example of the Javadoc. */
  @Test
  void aReplacementIsDealtOutInProportion() {
    LayeredDemand demand = under(layer(Kind.MANUAL, 0, 1, null, "3"));

    assertThat(gross(demand, 0)).isEqualByComparingTo("2");
    assertThat(gross(demand, 1)).isEqualByComparingTo("1");
    assertThat(gross(demand, 5)).isEqualByComparingTo("10");
    assertThat(demand.effects())
        .containsExactly(new LayeredDemand.Effect(0, new BigDecimal("9"), new BigDecimal("3")));
    assertThat(demand.days().get(0).returned()).isEqualByComparingTo("1");
  }

  @Test
  void roundingLosesNothing() {
    LayeredDemand demand = under(layer(Kind.MANUAL, 0, 5, null, "10"));
    BigDecimal sum =
        demand.days().stream().map(DayTotal::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("10");
  }

  @Test
  void whereNothingWasSoldADeltaIsDealtOutEvenly() {
    LayeredDemand demand = under(layer(Kind.MANUAL, 2, 4, "9", null));
    assertThat(List.of(gross(demand, 2), gross(demand, 3), gross(demand, 4)))
        .allSatisfy(units -> assertThat(units).isEqualByComparingTo("3"));
  }

  @Test
  void demandNeverFallsBelowZero() {
    LayeredDemand demand = under(layer(Kind.OUTLIER, 5, 5, "-50", null));
    assertThat(gross(demand, 5)).isEqualByComparingTo("0");
    assertThat(demand.effects().get(0).after()).isEqualByComparingTo("0");
  }

  @Test
  void excludedDaysAreNotObserved() {
    LayeredDemand demand = under(layer(Kind.EXCLUDE, 5, 6, null, null));
    assertThat(gross(demand, 5)).isEqualByComparingTo("0");
    assertThat(demand.excluded()).containsExactly(new StockOut(day(5), day(7)));
  }

  @Test
  void layersLieOneOverTheOther() {
    LayeredDemand demand =
        under(layer(Kind.MANUAL, 0, 0, "4", null), layer(Kind.MANUAL, 0, 0, "-3", null));
    assertThat(gross(demand, 0)).isEqualByComparingTo("7");
  }

  @Test
  void daysThatAreNotKnownYetStayOutOfIt() {
    LayeredDemand demand =
        LayeredDemand.of(RAW, List.of(layer(Kind.EXCLUDE, 5, 50, null, null)), day(8));
    assertThat(demand.excluded()).containsExactly(new StockOut(day(5), day(8)));
    assertThat(LayeredDemand.of(RAW, List.of(layer(Kind.MANUAL, 9, 9, "5", null)), day(8)))
        .satisfies(d -> assertThat(d.effects()).isEmpty());
  }

  @Test
  void aLayerSaysOneThing() {
    assertThatThrownBy(() -> layer(Kind.MANUAL, 0, 1, "1", "1"))
        .hasMessageContaining("either delta or replacement");
    assertThatThrownBy(() -> layer(Kind.MANUAL, 0, 1, null, null))
        .hasMessageContaining("either delta or replacement");
    assertThatThrownBy(() -> layer(Kind.EXCLUDE, 0, 1, "1", null)).hasMessageContaining("neither");
    assertThatThrownBy(() -> layer(Kind.MANUAL, 1, 0, "1", null)).hasMessageContaining("before it");
    assertThatThrownBy(() -> layer(Kind.MANUAL, 0, 1, null, "-1")).hasMessageContaining("≥ 0");
  }
}

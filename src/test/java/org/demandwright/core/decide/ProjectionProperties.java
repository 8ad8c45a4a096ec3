package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.decide.StockPosition.OpenOrder;

/** Whatever is there, comes and is owed. */
class ProjectionProperties {
  private static final LocalDate TODAY = TestDemand.MONDAY.plusDays(6);

  private static Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.001"), new BigDecimal("90"))
        .ofScale(3);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-20, 60).map(TODAY::plusDays);
  }

  @Provide
  static Arbitrary<StockPosition> positions() {
    Arbitrary<OpenSupply> supply =
        Combinators.combine(days(), quantities(), Arbitraries.of(OpenSupply.Kind.class))
            .as((day, q, kind) -> new OpenSupply(kind + " " + day, kind, day, q));
    Arbitrary<OpenOrder> order =
        Combinators.combine(days(), quantities(), Arbitraries.of("0", "0.5", "1"))
            .as((day, q, share) -> new OpenOrder(day, q, q.multiply(new BigDecimal(share))));
    return Combinators.combine(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-9"), new BigDecimal("200"))
                .ofScale(3),
            quantities(),
            supply.list().ofMaxSize(4),
            order.list().ofMaxSize(4))
        .as(StockPosition::new);
  }

  @Provide
  static Arbitrary<DemandOverTime> demands() {
    return DemandDistributionProperties.demands();
  }

  @Property(tries = 200)
  void stockAddsUpToTheUnit(
      @ForAll("positions") StockPosition position,
      @ForAll("demands") DemandOverTime demand,
      @ForAll @IntRange(min = 1, max = 50) int length,
      @ForAll @IntRange(max = 3) int decimals) {
    List<Projection.Day> days =
        Projection.of(TODAY, position, demand, OpenDays.ALL, length, decimals).days();
    BigDecimal stock = position.onHand().subtract(position.reserved());
    for (Projection.Day day : days) {
      assertThat(day.opening()).isEqualByComparingTo(stock);
      assertThat(day.forecast()).isNotNegative();
      stock = stock.add(day.supply()).subtract(day.orders()).subtract(day.forecast());
      assertThat(day.closing()).isEqualByComparingTo(stock);
    }
    BigDecimal came =
        position.supply().stream()
            .filter(
                s -> Projection.arrival(s, TODAY, OpenDays.ALL).isBefore(TODAY.plusDays(length)))
            .map(OpenSupply::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(days.stream().map(Projection.Day::supply).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(came);
  }

  @Property(tries = 200)
  void moreStockNeverIsMoreRisk(
      @ForAll("positions") StockPosition position,
      @ForAll("demands") DemandOverTime demand,
      @ForAll @IntRange(max = 60) int within,
      @ForAll @IntRange(max = 40) int arrival) {
    Projection projection = Projection.of(TODAY, position, demand, OpenDays.ALL, 40, 2);
    double without = projection.stockOutWithin(within);
    double with = projection.stockOutWithin(within, BigDecimal.TEN, arrival);
    assertThat(without).isBetween(0.0, 1.0);
    assertThat(with).isBetween(0.0, without);
    assertThat(projection.stockOutWithin(within + 1)).isGreaterThanOrEqualTo(without);
  }
}

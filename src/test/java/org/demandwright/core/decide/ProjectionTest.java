package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.demandwright.core.decide.OpenSupply.Kind;
import org.demandwright.core.decide.StockPosition.OpenOrder;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;

  private static BigDecimal units(double units) {
    return new BigDecimal(String.valueOf(units)).stripTrailingZeros();
  }

  private static Projection projection(StockPosition position, double daily, int length) {
    return Projection.of(
        TODAY,
        position,
        DemandOverTime.of(TestDemand.normalDays(daily, daily / 3, 30)),
        OpenDays.of(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)),
        length,
        0);
  }

  /** The worked example of {@link Projection}. */
  @Test
  void ordersAreAPartOfTheForecast() {
    StockPosition position =
        new StockPosition(
            BigDecimal.TEN,
            units(2),
            List.of(),
            List.of(
                new OpenOrder(TODAY.plusDays(1), units(2), units(2)),
                new OpenOrder(TODAY.minusDays(3), units(1), BigDecimal.ZERO)));
    List<Projection.Day> days = projection(position, 3, 3).days();
    assertThat(days.get(0))
        .isEqualTo(
            new Projection.Day(
                TODAY, units(8), BigDecimal.ZERO, BigDecimal.ONE, units(3), units(4)));
    assertThat(days.get(1).forecast()).isEqualByComparingTo("1");
    assertThat(days.get(1).closing()).isEqualByComparingTo("3");
    assertThat(days.get(2).closing()).isEqualByComparingTo("0");
  }

  @Test
  void supplyArrivesInTheMorningAndWhatIsOverdueOnTheNextDay() {
    StockPosition position =
        new StockPosition(
            units(10),
            BigDecimal.ZERO,
            List.of(
                new OpenSupply("late", Kind.PURCHASE, TODAY.minusDays(2), units(5)),
                new OpenSupply("far", Kind.TRANSFER, TODAY.plusDays(99), units(5)),
                new OpenSupply("soon", Kind.ACCEPTED, TODAY.plusDays(1), units(7))),
            List.of());
    Projection projection = projection(position, 6, 5);
    assertThat(projection.days())
        .extracting(d -> d.closing().intValue())
        .as("6 a day; 7 on Tuesday, 5 on Thursday")
        .containsExactly(4, 5, -1, -2, -8);
    assertThat(projection.runsOut()).contains(TODAY.plusDays(2));
    assertThat(projection.position(2)).isEqualByComparingTo("17");
    assertThat(projection.position(99)).isEqualByComparingTo("22");
  }

  @Test
  void riskIsThatOfTheTotalUpToEachDay() {
    Projection projection = projection(StockPosition.of(units(50)), 10, 8);
    DemandOverTime demand = DemandOverTime.of(TestDemand.normalDays(10, 10 / 3.0, 30));
    assertThat(projection.stockOutWithin(0)).isZero();
    assertThat(projection.stockOutWithin(5)).isCloseTo(0.5, within(1e-9));
    assertThat(projection.stockOutWithin(6)).isEqualTo(demand.stockOut(6, 50));
    assertThat(projection.riskAbove(0.4)).contains(TODAY.plusDays(4));
    assertThat(projection.riskAbove(0.99999)).isEmpty();
    assertThat(projection.stockOutWithin(8, units(100), 4))
        .as("what comes on the fifth day helps against nothing before")
        .isEqualTo(demand.stockOut(4, 50));
    assertThat(projection.stockOutWithin(8, units(100), 0)).isLessThan(1e-3);
  }

  @Test
  void whatIsPromisedAndNotThereIsAStockOut() {
    StockPosition owed =
        new StockPosition(
            units(3),
            BigDecimal.ZERO,
            List.of(),
            List.of(new OpenOrder(TODAY.minusDays(1), units(5), BigDecimal.ZERO)));
    assertThat(projection(owed, 1, 3).stockOutWithin(1)).isEqualTo(1);
    StockPosition large =
        new StockPosition(
            units(60),
            BigDecimal.ZERO,
            List.of(),
            List.of(new OpenOrder(TODAY.plusDays(1), units(59), BigDecimal.ZERO)));
    Projection both = projection(large, 1, 3);
    assertThat(both.days().get(2).closing())
        .as("the order replaces the forecast")
        .isEqualByComparingTo("0");
    assertThat(both.stockOutWithin(3)).isLessThan(0.01);
  }
}

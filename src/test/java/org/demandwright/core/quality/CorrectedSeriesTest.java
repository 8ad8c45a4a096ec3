package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.quality.DemandLayer.Kind;
import org.junit.jupiter.api.Test;

class CorrectedSeriesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate AS_OF = MONDAY.plusDays(4);
  private static final List<DayTotal> BOOKED =
      List.of(day(0, "5"), day(1, "100"), day(3, "0.000007"));

  @Test
  void whatLiesOverRawDemandLeavesItRaw() {
    CorrectedSeries series = under(replacement(1, 1, "7"));

    assertThat(series.raw().units()).isEqualTo(DoubleVector.of(5, 100, 0, 0.000007));
    assertThat(series.corrected().series().units()).isEqualTo(DoubleVector.of(5, 7, 0, 0.000007));
  }

  @Test
  void excludedDaysAreUnseenByTheModelsAloneAndStockOutsByBoth() {
    CorrectedSeries series =
        under(
            new DemandLayer(
                Kind.EXCLUDE,
                MONDAY.plusDays(1),
                MONDAY.plusDays(1),
                Optional.empty(),
                Optional.empty()));

    assertThat(series.raw().units().get(1)).isEqualTo(100);
    assertThat(series.raw().availability()).isEqualTo(DoubleVector.of(1, 1, 0, 1));
    assertThat(series.corrected().series().availability()).isEqualTo(DoubleVector.of(1, 0, 0, 1));
  }

  @Test
  void aCorrectionMayBeginTheSeriesEarlierOrLater() {
    assertThat(under(replacement(-2, -2, "3")).raw().first()).isEqualTo(period(0));
    assertThat(under(replacement(-2, -2, "3")).corrected().series().first()).isEqualTo(period(-2));
    CorrectedSeries later = under(replacement(0, 1, "0"));
    assertThat(later.raw().first()).isEqualTo(period(0));
    assertThat(later.corrected().series().first()).isEqualTo(period(3));
  }

  @Test
  void withoutACorrectionBothAreOneAndDemandThatPeopleAddIsNoRawDemand() {
    CorrectedSeries plain = under();
    assertThat(plain.raw()).isEqualTo(plain.corrected().series());

    CorrectedSeries added = of(List.of(), replacement(0, 0, "3"));
    assertThat(added.raw().units()).isEqualTo(DoubleVector.of(0, 0, 0, 0));
    assertThat(added.corrected().series().units()).isEqualTo(DoubleVector.of(3, 0, 0, 0));
  }

  private static CorrectedSeries under(DemandLayer... layers) {
    return of(BOOKED, layers);
  }

  private static CorrectedSeries of(List<DayTotal> booked, DemandLayer... layers) {
    return CorrectedSeries.of(
            SeriesKey.of("tea"),
            booked,
            LayeredDemand.of(booked, List.of(layers), AS_OF),
            List.of(new StockOut(MONDAY.plusDays(2), MONDAY.plusDays(3))),
            Bucket.DAY,
            AS_OF)
        .toOptional()
        .orElseThrow();
  }

  private static DemandLayer replacement(int from, int to, String units) {
    return new DemandLayer(
        Kind.MANUAL,
        MONDAY.plusDays(from),
        MONDAY.plusDays(to),
        Optional.empty(),
        Optional.of(new BigDecimal(units)));
  }

  private static Period period(int day) {
    return Period.of(Bucket.DAY, MONDAY.plusDays(day));
  }

  private static DayTotal day(int day, String units) {
    return new DayTotal(MONDAY.plusDays(day), new BigDecimal(units), BigDecimal.ZERO);
  }
}

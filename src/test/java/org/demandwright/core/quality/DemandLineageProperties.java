package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;

class DemandLineageProperties {
  private static final SeriesKey KEY = new SeriesKey("A", "tea", "S1", "web");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static DayTotal day(int day, String sold, String returned) {
    return new DayTotal(DAY.plusDays(day), new BigDecimal(sold), new BigDecimal(returned));
  }

  private static DemandSeries received(
      List<DayTotal> booked, ReturnsRule rule, List<DemandLayer> layers, Bucket bucket, int asOf) {
    List<DayTotal> ruled = booked.stream().map(rule::apply).toList();
    LocalDate end = DAY.plusDays(asOf);
    return CorrectedSeries.of(
            KEY, ruled, LayeredDemand.of(ruled, layers, end), List.of(), bucket, end)
        .toOptional()
        .map(c -> c.corrected().series())
        .orElse(null);
  }

  @Property(tries = 300)
  void rowsRuleAndCorrectionsComeToWhatTheModelsReceived(
      @ForAll long seed, @ForAll ReturnsRule rule, @ForAll Bucket bucket) {
    Random random = new Random(seed);
    int asOf = 20 + random.nextInt(300);
    List<DayTotal> booked = new ArrayList<>();
    for (int d = 0; d < asOf; d++) {
      if (random.nextInt(3) == 0) {
        booked.add(
            new DayTotal(
                DAY.plusDays(d),
                BigDecimal.valueOf(random.nextInt(5_000_000), 6),
                random.nextInt(4) == 0
                    ? BigDecimal.valueOf(random.nextInt(9_000_000), 6)
                    : BigDecimal.ZERO));
      }
    }
    List<DemandLayer> layers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      layers.add(layer(random, asOf));
    }
    DemandSeries received = received(booked, rule, layers, bucket, asOf);
    Assume.that(received != null);
    DemandLineage lineage = DemandLineage.of(booked, rule, layers, received, DAY.plusDays(asOf));
    assertThat(lineage.periods()).hasSize(received.size());
    assertThat(lineage.unproved()).isZero();
    BigDecimal sold =
        lineage.periods().stream()
            .map(DemandLineage.Sum::sold)
            .reduce(lineage.outside(), BigDecimal::add);
    assertThat(sold)
        .as("no row is lost")
        .isEqualByComparingTo(
            booked.stream().map(DayTotal::gross).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static DemandLayer layer(Random random, int asOf) {
    LocalDate first = DAY.plusDays(random.nextInt(asOf));
    boolean exclude = random.nextInt(4) == 0;
    boolean delta = random.nextBoolean();
    BigDecimal units = BigDecimal.valueOf(random.nextInt(20_000_000), 6);
    return new DemandLayer(
        exclude ? DemandLayer.Kind.EXCLUDE : DemandLayer.Kind.MANUAL,
        first,
        first.plusDays(random.nextInt(40)),
        !exclude && delta
            ? Optional.of(random.nextBoolean() ? units : units.negate())
            : Optional.empty(),
        !exclude && !delta ? Optional.of(units) : Optional.empty());
  }

  @Property(tries = 50)
  void aRowThatChangedSinceIsNoticed(@ForAll @IntRange(min = 0, max = 27) int changed) {
    List<DayTotal> booked = new ArrayList<>();
    for (int d = 0; d < 28; d++) {
      booked.add(day(d, "3", "0"));
    }
    DemandSeries received = received(booked, ReturnsRule.SEPARATE, List.of(), Bucket.WEEK, 28);
    booked.set(changed, day(changed, "3.000001", "0"));
    DemandLineage lineage =
        DemandLineage.of(booked, ReturnsRule.SEPARATE, List.of(), received, DAY.plusDays(28));
    assertThat(lineage.unproved()).isEqualTo(1);
    assertThat(lineage.periods().get(changed / 7).proved()).isFalse();
  }

  @Example
  void eachPartOfAWeekStandsByItself() {
    List<DayTotal> booked = List.of(day(0, "6", "0"), day(1, "3", "4"), day(14, "2", "0"));
    List<DemandLayer> layers =
        List.of(
            new DemandLayer(
                DemandLayer.Kind.MANUAL,
                DAY,
                DAY.plusDays(6),
                Optional.of(new BigDecimal("-2")),
                Optional.empty()),
            new DemandLayer(
                DemandLayer.Kind.OUTLIER,
                DAY.plusDays(7),
                DAY.plusDays(13),
                Optional.empty(),
                Optional.of(BigDecimal.ONE)));
    DemandSeries received = received(booked, ReturnsRule.NET_RETURN, layers, Bucket.WEEK, 21);
    DemandLineage.Sum first =
        DemandLineage.of(booked, ReturnsRule.NET_RETURN, layers, received, DAY.plusDays(21))
            .periods()
            .get(0);
    assertThat(first.sold()).isEqualByComparingTo("9");
    assertThat(first.returned()).isEqualByComparingTo("4");
    assertThat(first.netted()).isEqualByComparingTo("3");
    assertThat(first.corrections().get(0)).isEqualByComparingTo("-2");
    assertThat(first.corrections().get(1)).isEqualByComparingTo("0");
    assertThat(first.demand()).isEqualByComparingTo("4");
    assertThat(first.received()).isEqualTo(4.0);
  }
}

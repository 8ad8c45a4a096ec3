package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeriesProfilerProperties {

  @Property(tries = 50)
  void theOrderOfLinesWithinADayDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int days) {
    List<BookedLine> lines = PlantedSeries.clean(days, 3, seed).lines();
    List<BookedLine> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed + 1));
    shuffled.sort(Comparator.comparing(BookedLine::day));

    assertThat(profile(shuffled)).isEqualTo(profile(lines));
  }

  @Property(tries = 50)
  void daysWeeksAndCurrenciesAddUpToTheLines(@ForAll long seed) {
    List<BookedLine> lines = PlantedSeries.clean(50, 2, seed).lines();
    SeriesProfile profile = profile(lines);
    double units = lines.stream().mapToDouble(l -> l.quantity().doubleValue()).sum();

    assertThat(profile.days().stream().mapToLong(SeriesProfile.Day::lines).sum())
        .isEqualTo(lines.size());
    assertThat(profile.gross()).isEqualTo(units);
    assertThat(profile.weeks().stream().mapToDouble(SeriesProfile.Week::units).sum())
        .isEqualTo(units);
    assertThat(profile.currencies().values().stream().mapToLong(SeriesProfile.Sold::lines).sum())
        .isEqualTo(lines.size());
  }

  @Example
  void aReturnIsNoDemand() {
    SeriesProfile profile =
        profile(
            List.of(
                new BookedLine(
                    PlantedSeries.START,
                    "R",
                    "C",
                    new BigDecimal("-4"),
                    Optional.empty(),
                    false,
                    false)));
    assertThat(profile.gross()).isZero();
    assertThat(profile.days().get(0).returned()).isEqualByComparingTo("4");
    assertThat(profile.weeks()).isEmpty();
  }

  @Example
  void daysThatGoBackAreRefused() {
    SeriesProfiler profiler = new SeriesProfiler();
    List<BookedLine> lines = PlantedSeries.clean(9, 5, 1).lines();
    profiler.add(lines.get(lines.size() - 1));
    assertThatThrownBy(() -> profiler.add(lines.get(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in order of days");
  }

  private static SeriesProfile profile(List<BookedLine> lines) {
    SeriesProfiler profiler = new SeriesProfiler();
    lines.forEach(profiler::add);
    return profiler.profile();
  }
}

package org.demandwright.console.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.app.forecast.SeriesChart.ModelScore;
import org.demandwright.app.forecast.SeriesRecord;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.forecast.VersionStatus;
import org.junit.jupiter.api.Test;

class ContestantTest {
  @Test
  void measures_the_distance_to_seasonal_naive_and_marks_the_champion() {
    List<Contestant> contestants =
        Contestant.of(chart(score("Theta", 0.75), score("SeasonalNaive", 1.0)));
    assertThat(contestants.get(0).champion()).isTrue();
    assertThat(contestants.get(0).againstNaive()).isCloseTo(-0.25, within(1e-12));
    assertThat(contestants.get(1).champion()).isFalse();
    assertThat(contestants.get(1).againstNaive()).isZero();
  }

  @Test
  void without_seasonal_naive_there_is_no_distance() {
    assertThat(Contestant.of(chart(score("Theta", 0.75))).get(0).againstNaive()).isNaN();
    assertThat(Contestant.of(chart(score("Theta", 0.75), score("SeasonalNaive", 0))))
        .allSatisfy(one -> assertThat(one.againstNaive()).isNaN());
  }

  private static ModelScore score(String model, double rmsse) {
    return new ModelScore(model, rmsse, 1, 1, 0);
  }

  private static SeriesChart chart(ModelScore... scores) {
    LocalDate day = LocalDate.of(2026, 11, 1);
    SeriesRecord series =
        new SeriesRecord(
            1,
            "o",
            "i",
            "Bolt",
            "",
            "PCE",
            "s",
            "Site",
            "",
            Optional.empty(),
            Optional.of(day),
            Optional.of(day),
            Optional.of(DemandPattern.SMOOTH),
            Optional.of("Theta"),
            Optional.of(Words.literal("best")),
            Optional.of(Verdict.USE_SIMPLE),
            Optional.empty(),
            Optional.empty());
    VersionRecord version =
        new VersionRecord(
            1,
            VersionStatus.PUBLISHED,
            "default",
            List.of(),
            new VersionRecord.Made(Training.CONTEST, Optional.empty(), 1, day),
            Bucket.DAY,
            28,
            Objective.RMSSE,
            day,
            day,
            1,
            0,
            1,
            new VersionRecord.NotRecommended(0, 0, 0),
            Optional.empty(),
            Optional.empty(),
            1,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            true);
    return new SeriesChart(
        series,
        version,
        true,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(scores),
        Map.of());
  }
}

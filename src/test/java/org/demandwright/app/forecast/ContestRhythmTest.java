package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.forecast.VersionStore.Version;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a night may do without a contest. */
class ContestRhythmTest {
  private static final VersionStore.Planned PLAN = new VersionStore.Planned("default", Set.of());
  private static final PlanTerms TERMS =
      new PlanTerms(Bucket.DAY, 7, Objective.RMSSE, EngineOptions.DEFAULT_MODELS);
  private static final int WEEKLY = 7;

  private VersionStore versions;
  private CalibrationStore calibrations;
  private ContestRhythm rhythm;
  private Version contest;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:rhythm-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    VersionFixture store = new VersionFixture(database);
    versions = store.versions();
    calibrations = store.calibrations();
    rhythm = new ContestRhythm(versions, calibrations);
    contest = version(store.version(TERMS, PLAN, Map.of("tea", 3.0)));
    calibrate(contest, Optional.of(TotalLevels.ALL));
  }

  @Test
  void without_a_version_that_readers_see_there_is_nothing_to_keep() {
    assertThat(kept(days(1), WEEKLY)).isEmpty();
  }

  @Test
  void models_are_kept_until_the_next_contest_is_due() {
    show(contest);
    assertThat(kept(days(0), WEEKLY)).contains(contest.versionId());
    assertThat(kept(days(6), WEEKLY)).contains(contest.versionId());
    assertThat(kept(days(7), WEEKLY)).isEmpty();
    assertThat(kept(days(1), 1)).isEmpty();
    assertThat(kept(days(0), 0)).as("a contest at once").isEmpty();
  }

  @Test
  void the_last_contest_counts_and_not_the_night_after_it() {
    show(contest);
    Version light =
        versions.open(99, days(4), PLAN, Training.REFIT, Optional.of(version(1)), Instant.EPOCH);
    calibrations.keep(light.versionId(), contest.versionId());
    show(light);
    assertThat(light.lineage().contestOf()).isEqualTo(contest.versionId());
    assertThat(kept(days(5), WEEKLY)).contains(light.versionId());
    assertThat(kept(days(7), WEEKLY)).isEmpty();
  }

  @Test
  void what_is_made_otherwise_needs_a_contest_of_its_own() {
    show(contest);
    Recipe r = days(1);
    assertThat(
            kept(
                new Recipe(
                    r.bucket(),
                    r.season(),
                    r.horizon(),
                    r.origins(),
                    r.seed() + 1,
                    r.models(),
                    r.objective(),
                    r.dataAsOf(),
                    r.lastDemand(),
                    r.origin(),
                    r.knownAt(),
                    r.returns(),
                    r.totalsOf()),
                WEEKLY))
        .isEmpty();
    assertThat(kept(days(-1), WEEKLY)).as("of an earlier day").isEmpty();
    assertThat(rhythm.kept(days(1), "months", WEEKLY)).as("of another plan").isEmpty();
  }

  @Test
  void a_calibration_without_totals_is_made_anew() {
    calibrate(contest, Optional.empty());
    show(contest);
    assertThat(kept(days(1), WEEKLY)).isEmpty();
  }

  private void calibrate(Version version, Optional<DoubleVector> totals) {
    calibrations.replace(
        version.versionId(),
        new Calibration(
            List.of(
                new Calibration.Row(
                    DemandPattern.SMOOTH,
                    1,
                    -1,
                    0,
                    1,
                    -1,
                    0,
                    1,
                    100,
                    BandLevels.NOMINAL,
                    0.1,
                    0.9,
                    100,
                    totals))));
  }

  private void show(Version version) {
    versions.show(version.versionId(), "planner", false, Instant.EPOCH);
  }

  private Version version(long id) {
    return versions.find(id).orElseThrow();
  }

  private Optional<Long> kept(Recipe recipe, int every) {
    return rhythm.kept(recipe, PLAN.name(), every).map(Version::versionId);
  }

  /** Returns the recipe of the contest, some days later. */
  private Recipe days(int later) {
    Recipe r = contest.recipe();
    LocalDate day = r.dataAsOf().plusDays(later);
    return new Recipe(
        r.bucket(),
        r.season(),
        r.horizon(),
        r.origins(),
        r.seed(),
        r.models(),
        r.objective(),
        day,
        day.minusDays(1),
        day,
        r.knownAt(),
        r.returns(),
        r.totalsOf());
  }
}

package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.app.English.english;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of finished versions, and by what the next night forecasts. */
abstract class PublicationContract {
  private static final PlanSettings NIGHT = PlanSettings.NONE;
  private static final PlanSettings WEEKS = PlanSettings.of("WEEK", "", "", "");
  private static final PlanSettings MONTHS = PlanSettings.of("MONTH", "3", "", "");
  private static final Map<String, Double> USUAL = Map.of("tea", 6.0, "cup", 4.0);

  private VersionFixture store;
  private VersionStore versions;
  private ForecastPlans plans;
  private FinishVersion finish;
  private VersionControl control;

  /** Returns an empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = new VersionFixture(database());
    versions = store.versions();
    configure(Map.of());
  }

  private void configure(Map<String, String> values) {
    Settings settings = new Settings(new GivenConfig(values));
    Clock clock = new TickingClock();
    plans = new ForecastPlans(store.plans(), settings, clock, store.audit());
    VolumeGate volume = new VolumeGate(store.forecasts(), versions, settings);
    finish =
        new FinishVersion(
            versions,
            store.forecasts(),
            new VersionSums(store.forecasts(), store.totals(), store.results(), store.series()),
            new PublicationGates(volume, versions, settings),
            plans,
            clock);
    control = new VersionControl(versions, plans, store.runs(), clock, store.audit());
  }

  @Test
  void aNightFollowsTheConfiguration() {
    configure(Map.of("dw.forecast.bucket", "WEEK", "dw.forecast.objective", "mean"));
    long night = run(NIGHT, USUAL);

    assertThat(version(night).recipe().bucket()).isEqualTo(Bucket.WEEK);
    assertThat(version(night).recipe().horizon()).isEqualTo(13);
    assertThat(version(night).recipe().objective()).isEqualTo("mean");
    assertThat(status(night)).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(plans.plan().own()).isEqualTo(PlanSettings.NONE);
  }

  @Test
  void theFirstVersionIsPublishedAndThePlanGoesOnLikeIt() {
    long first = run(WEEKS, USUAL);

    assertThat(status(first)).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(plans.plan().takenFrom()).contains(first);
    assertThat(plans.terms(NIGHT).terms()).isEqualTo(plans.terms(WEEKS).terms());
    assertThat(status(run(NIGHT, USUAL))).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aRunByHandWithOtherSettingsIsADraft() {
    long night = run(NIGHT, USUAL);
    long draft = run(MONTHS, USUAL);

    assertThat(status(draft)).isEqualTo(VersionStatus.DRAFT);
    assertThat(english(version(draft).heldBecause().orElseThrow()))
        .contains("told otherwise than plan default: bucket = MONTH, horizon = 3")
        .contains("cannot be compared")
        .contains("28 periods of a day");
    assertThat(versions.publication(PlanStore.DEFAULT).orElseThrow().versionId()).isEqualTo(night);
    assertThat(status(run(PlanSettings.of("DAY", "28", "rmsse", ""), USUAL)))
        .as("the plan's own, said once more")
        .isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void publishingADraftAsksWhetherThePlanTakesItsSettings() {
    long night = run(NIGHT, USUAL);
    long draft = run(MONTHS, USUAL);

    assertThatThrownBy(() -> control.publish(draft, Optional.empty(), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("bucket = MONTH, horizon = 3")
        .hasMessageContaining("Say whether the plan takes these settings");
    assertThat(versions.publication(PlanStore.DEFAULT).orElseThrow().versionId()).isEqualTo(night);

    control.publish(draft, Optional.of(true), "ann");
    assertThat(plans.plan().settledBy()).contains("ann");
    long next = run(NIGHT, USUAL);
    assertThat(version(next).recipe().bucket()).isEqualTo(Bucket.MONTH);
    assertThat(version(next).recipe().horizon()).isEqualTo(3);
    assertThat(status(next)).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aDraftMayBePublishedOnceAndTheNightComparesWithItsOwnLike() {
    run(NIGHT, USUAL);
    long draft = run(MONTHS, USUAL);
    control.publish(draft, Optional.of(false), "ann");

    assertThat(plans.plan().own()).isEqualTo(PlanSettings.NONE);
    long next = run(NIGHT, USUAL);
    assertThat(version(next).recipe().bucket()).isEqualTo(Bucket.DAY);
    assertThat(status(next)).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aVersionLikeThePlanIsPublishedWithoutAQuestion() {
    long first = run(NIGHT, USUAL);
    run(NIGHT, USUAL);
    control.publish(first, Optional.empty(), "ann");
    assertThat(versions.publication(PlanStore.DEFAULT).orElseThrow().versionId()).isEqualTo(first);
  }

  @Test
  void whatThePlanTookWinsOverTheConfigurationAndThatIsShown() {
    run(WEEKS, USUAL);
    configure(Map.of("dw.forecast.bucket", "MONTH", "dw.forecast.horizon", "2"));

    assertThat(plans.plan().overruled()).isTrue();
    assertThat(plans.terms(NIGHT).terms().bucket()).isEqualTo(Bucket.WEEK);
    assertThat(plans.terms(NIGHT).terms().horizon()).isEqualTo(13);

    plans.settle("default", Map.of(), "ann");
    assertThat(plans.plan().overruled()).isFalse();
    assertThat(plans.terms(NIGHT).terms().bucket()).isEqualTo(Bucket.MONTH);
    assertThat(plans.terms(NIGHT).terms().horizon()).isEqualTo(2);
  }

  @Test
  void aPlanOfOtherPeriodsHasNoLikeAndSaysSo() {
    run(NIGHT, USUAL);
    configure(Map.of("dw.forecast.bucket", "WEEK"));

    long night = run(NIGHT, USUAL);
    assertThat(status(night)).isEqualTo(VersionStatus.HELD);
    assertThat(english(version(night).heldBecause().orElseThrow()))
        .contains("no version of plan default with 13 periods of a week was published")
        .doesNotContain("Infinity", "NaN", "%");

    control.publish(night, Optional.empty(), "ann");
    assertThat(status(run(NIGHT, USUAL))).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aJumpIsHeldAndNamesTheSeriesBehindIt() {
    run(NIGHT, USUAL);
    long jump = run(NIGHT, Map.of("tea", 6.0, "cup", 40.0));

    assertThat(status(jump)).isEqualTo(VersionStatus.HELD);
    assertThat(english(version(jump).heldBecause().orElseThrow()))
        .contains("The volume jumps: 46 units a day")
        .contains("against 10 in version 1 (+360 %)")
        .contains("item cup at S1 from 4 to 40");
  }

  @Test
  void zerosAreHeldAndTheNextRightVersionIsComparedWithTheLastThatReadersSaw() {
    run(NIGHT, USUAL);
    long zeros = run(NIGHT, Map.of("tea", 0.0, "cup", 0.0));
    assertThat(status(zeros)).isEqualTo(VersionStatus.HELD);
    assertThat(english(version(zeros).heldBecause().orElseThrow()))
        .contains("Every forecast of it is 0")
        .contains("item tea at S1 from 6 to 0");

    assertThat(status(run(NIGHT, USUAL))).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aRiseFromNothingHasNoPercentage() {
    long zeros = run(NIGHT, Map.of("tea", 0.0));
    assertThat(status(zeros))
        .as("nothing is no first version either")
        .isEqualTo(VersionStatus.HELD);
    control.publish(zeros, Optional.empty(), "ann");

    long right = run(NIGHT, Map.of("tea", 3.0));
    assertThat(english(version(right).heldBecause().orElseThrow()))
        .contains("from next to nothing")
        .contains("item tea at S1 from 0 to 3")
        .doesNotContain("Infinity", "NaN");
  }

  @Test
  void aFallOfTheTotalIsHeldThoughTheSeriesThatAreLeftAreTheSame() {
    run(NIGHT, USUAL);
    long fall = run(NIGHT, Map.of("cup", 4.0));
    assertThat(status(fall)).isEqualTo(VersionStatus.HELD);
    assertThat(english(version(fall).heldBecause().orElseThrow()))
        .contains("The total falls: 4 units a day")
        .contains("item tea at S1 from 6 to 0");

    assertThat(status(run(NIGHT, Map.of("tea", 6.0, "cup", 4.0, "new", 90.0))))
        .as("new items are no jump")
        .isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void versionsWithoutACommonSeriesAreNotAlike() {
    run(NIGHT, USUAL);
    long others = run(NIGHT, Map.of("TEA", 6.0, "CUP", 4.0));
    assertThat(english(version(others).heldBecause().orElseThrow()))
        .contains("no series in common");
  }

  @Test
  void aVersionThatWasRolledBackIsNoYardstick() {
    run(NIGHT, USUAL);
    long wrong = run(NIGHT, Map.of("tea", 60.0, "cup", 40.0));
    control.publish(wrong, Optional.empty(), "ann");
    control.rollBack(PlanStore.DEFAULT, "ann");

    assertThat(status(run(NIGHT, USUAL))).isEqualTo(VersionStatus.PUBLISHED);
  }

  @Test
  void aPlanTakesOnlyWhatItCanBe() {
    assertThatThrownBy(() -> plans.settle("default", Map.of("bucket", "FORTNIGHT"), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("must be one of");
    assertThatThrownBy(() -> plans.settle("spring", Map.of(), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("There is no plan 'spring'");
    assertThat(plans.settle("default", Map.of("bucket", "WEEK", "models", "Naive"), "ann").own())
        .isEqualTo(
            new PlanSettings(
                Optional.of(Bucket.WEEK), Optional.empty(), Optional.empty(), List.of("Naive")));
  }

  /** Makes and finishes the version of a run that was told this. */
  private long run(PlanSettings asked, Map<String, Double> means) {
    PlannedTerms planned = plans.terms(asked);
    long id =
        store.version(
            planned.terms(), new VersionStore.Planned(planned.plan(), planned.differs()), means);
    finish.finish(id);
    return id;
  }

  private VersionStore.Version version(long id) {
    return versions.find(id).orElseThrow();
  }

  private VersionStatus status(long id) {
    return version(id).status();
  }

  /** Every look at the clock is a second later. */
  private static final class TickingClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T02:30:00Z");

    @Override
    public Instant now() {
      now = now.plusSeconds(1);
      return now;
    }
  }
}

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
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.app.run.PlannedTerms;
import org.demandwright.app.run.SettlePlan;
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
  private SettlePlan settle;
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
    settle = new SettlePlan(store.plans(), plans, store.audit(), clock);
    VolumeGate volume = new VolumeGate(store.forecasts(), versions);
    finish =
        new FinishVersion(
            versions,
            store.forecasts(),
            new VersionSums(store.forecasts(), store.totals(), store.results(), store.series()),
            new PublicationGates(volume, versions, plans),
            plans,
            NothingOverForecasts.show(
                versions, store.plans(), store.forecasts(), clock, store.audit()));
    control =
        new VersionControl(
            versions,
            plans,
            store.runs(),
            NothingOverForecasts.show(
                versions, store.plans(), store.forecasts(), clock, store.audit()),
            store.audit());
  }

  @Test
  void aNightFollowsTheConfiguration() {
    configure(Map.of("dw.forecast.bucket", "WEEK", "dw.forecast.objective", "mean"));
    long night = run(NIGHT, USUAL);

    assertThat(version(night).recipe().bucket()).isEqualTo(Bucket.WEEK);
    assertThat(version(night).recipe().horizon()).isEqualTo(13);
    assertThat(version(night).recipe().objective()).isEqualTo("mean");
    assertThat(status(night)).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(plans.plan(PlanStore.DEFAULT).own()).isEqualTo(PlanSettings.NONE);
  }

  @Test
  void theFirstVersionIsPublishedAndThePlanGoesOnLikeIt() {
    long first = run(WEEKS, USUAL);

    assertThat(status(first)).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(plans.plan(PlanStore.DEFAULT).takenFrom()).contains(first);
    assertThat(plans.terms(PlanStore.DEFAULT, NIGHT).terms())
        .isEqualTo(plans.terms(PlanStore.DEFAULT, WEEKS).terms());
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
    assertThat(plans.plan(PlanStore.DEFAULT).settledBy()).contains("ann");
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

    assertThat(plans.plan(PlanStore.DEFAULT).own()).isEqualTo(PlanSettings.NONE);
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

    assertThat(plans.plan(PlanStore.DEFAULT).overruled()).isTrue();
    assertThat(plans.terms(PlanStore.DEFAULT, NIGHT).terms().bucket()).isEqualTo(Bucket.WEEK);
    assertThat(plans.terms(PlanStore.DEFAULT, NIGHT).terms().horizon()).isEqualTo(13);

    settle(Map.of());
    assertThat(plans.plan(PlanStore.DEFAULT).overruled()).isFalse();
    assertThat(plans.terms(PlanStore.DEFAULT, NIGHT).terms().bucket()).isEqualTo(Bucket.MONTH);
    assertThat(plans.terms(PlanStore.DEFAULT, NIGHT).terms().horizon()).isEqualTo(2);
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
  void whatReadersSawInBetweenLetsNothingCountAsUnchanged() {
    run(NIGHT, USUAL);
    long second = run(NIGHT, USUAL);
    assertThat(unchanged(second)).as("says what the first said").isPositive();
    control.rollBack(PlanStore.DEFAULT, "ann");
    assertThat(unchanged(run(NIGHT, USUAL))).as("readers saw the second before the first").isZero();

    long held = run(NIGHT, Map.of("tea", 600.0, "cup", 40.0));
    assertThat(status(held)).isEqualTo(VersionStatus.HELD);
    run(NIGHT, USUAL);
    control.publish(held, Optional.empty(), "ann");
    assertThat(unchanged(held)).as("another one was shown since it was made").isZero();
  }

  /** Returns how many rows of a version say since when they are the same. */
  private long unchanged(long versionId) {
    return store
        .sql()
        .number(
            "select count(*) from forecast where version_id = ? and unchanged_since is not null",
            versionId);
  }

  @Test
  void eachPlanHasItsOwnPublishedVersion() {
    settle.create("board", Map.of("bucket", "MONTH", "horizon", "3"), "ann");
    long first = run(NIGHT, USUAL);
    long months = run("board", NIGHT, Map.of("tea", 180.0, "cup", 120.0));
    long second = run(NIGHT, USUAL);

    assertThat(status(months)).as("the first of its plan").isEqualTo(VersionStatus.PUBLISHED);
    assertThat(version(months).recipe().bucket()).isEqualTo(Bucket.MONTH);
    assertThat(version(months).recipe().horizon()).isEqualTo(3);
    assertThat(status(second)).isEqualTo(VersionStatus.PUBLISHED);
    assertThat(plans.plan(PlanStore.DEFAULT).own()).isEqualTo(PlanSettings.NONE);

    control.rollBack(PlanStore.DEFAULT, "ann");
    assertThat(version(first).current()).isTrue();
    assertThat(version(months).current()).as("another plan's stays").isTrue();
    assertThatThrownBy(() -> control.rollBack("board", "ann"))
        .hasMessageContaining("No version before version " + months);
    assertThatThrownBy(() -> control.rollBack("spring", "ann"))
        .hasMessageContaining("There is no plan 'spring'");
  }

  @Test
  void aPlanIsHeldBackByItsOwnRulesAndComparedWithItsOwnVersions() {
    settle.create("board", Map.of("bucket", "MONTH", "volumeJumpPercent", "400"), "ann");
    run(NIGHT, USUAL);
    run("board", NIGHT, USUAL);
    Map<String, Double> jump = Map.of("tea", 6.0, "cup", 40.0);

    assertThat(status(run("board", NIGHT, jump))).isEqualTo(VersionStatus.PUBLISHED);
    long night = run(NIGHT, jump);
    assertThat(status(night)).isEqualTo(VersionStatus.HELD);
    assertThat(english(version(night).heldBecause().orElseThrow()))
        .contains("against 10 in version 1 (+360 %)");
  }

  @Test
  void aRunThatWasToldOtherwiseThanItsPlanIsADraftOfThatPlan() {
    settle.create("board", Map.of("bucket", "MONTH"), "ann");
    run("board", NIGHT, USUAL);
    long draft = run("board", WEEKS, USUAL);
    assertThat(status(draft)).isEqualTo(VersionStatus.DRAFT);

    control.publish(draft, Optional.of(true), "ann");
    assertThat(plans.plan("board").own().bucket()).contains(Bucket.WEEK);
    assertThat(plans.plan("board").rules().volumeJumpPercent()).isEqualTo(50);
    assertThat(plans.plan(PlanStore.DEFAULT).own()).isEqualTo(PlanSettings.NONE);
  }

  @Test
  void aRetiredPlanStaysReadableAndNothingIsPublishedOfItAnyMore() {
    settle.create("board", Map.of("bucket", "MONTH"), "ann");
    long shown = run("board", NIGHT, USUAL);
    long held = run("board", NIGHT, Map.of("tea", 60.0, "cup", 40.0));
    settle.retire("board", Expected.anything(), "ann");

    assertThat(version(shown).current()).isTrue();
    assertThatThrownBy(() -> control.publish(held, Optional.empty(), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Plan 'board' is retired");
    assertThatThrownBy(() -> settle.retire(PlanStore.DEFAULT, Expected.anything(), "ann"))
        .hasMessageContaining("cannot be retired");

    settle.bringBack("board", Expected.anything());
    control.publish(held, Optional.empty(), "ann");
    assertThat(version(held).current()).isTrue();
  }

  @Test
  void aPlanIsChangedOnlyAsItWasSeen() {
    PlanRecord seen = settle.create("board", Map.of("description", "for the board"), "ann");
    Expected<PlanRecord> asSeen =
        now -> {
          if (!now.equals(seen)) {
            throw new Refused(Refused.Kind.STALE, "another one");
          }
        };
    PlanRecord changed =
        settle.settle(
            "board", Map.of("readers", "planner, admin", "staleDays", "30"), asSeen, "ben");
    assertThat(changed.rules().staleDays()).isEqualTo(30);
    assertThat(changed.readers()).containsExactlyInAnyOrder("ADMIN", "PLANNER");
    assertThat(changed.settledBy()).contains("ben");

    assertThatThrownBy(() -> settle.settle("board", Map.of(), asSeen, "cas"))
        .extracting(e -> ((Refused) e).kind())
        .isEqualTo(Refused.Kind.STALE);
    assertThatThrownBy(() -> settle.create("board", Map.of(), "ann"))
        .hasMessageContaining("There is a plan 'board' already");
    assertThatThrownBy(() -> settle.create("Board 2", Map.of(), "ann"))
        .hasMessageContaining("small letters");
    assertThatThrownBy(() -> settle.create("shop", Map.of("readers", "KING"), "ann"))
        .hasMessageContaining("readers is 'KING'; it must be roles out of");
  }

  @Test
  void aPlanTakesOnlyWhatItCanBe() {
    assertThatThrownBy(() -> settle(Map.of("bucket", "FORTNIGHT")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("must be one of");
    assertThatThrownBy(() -> settle.settle("spring", Map.of(), Expected.anything(), "ann"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("There is no plan 'spring'");
    assertThat(settle(Map.of("bucket", "WEEK", "models", "Naive")).own())
        .isEqualTo(
            new PlanSettings(
                Optional.of(Bucket.WEEK), Optional.empty(), Optional.empty(), List.of("Naive")));
  }

  private PlanRecord settle(Map<String, String> own) {
    return settle.settle(PlanStore.DEFAULT, own, Expected.anything(), "ann");
  }

  /** Makes and finishes the version of a run that was told this. */
  private long run(PlanSettings asked, Map<String, Double> means) {
    return run(PlanStore.DEFAULT, asked, means);
  }

  private long run(String plan, PlanSettings asked, Map<String, Double> means) {
    PlannedTerms planned = plans.terms(plan, asked);
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

package org.demandwright.batch.quality;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.intake.KnownDemand;
import org.demandwright.app.intake.KnownOccasions;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunDayStore.AsOf;

/** The inspection that a running job carries out: up to which day, and in which periods. */
@Dependent
public class InspectionAtWork {
  private final QualityStore quality;
  private final ComparedValueStore compared;
  private final KnownDemand known;
  private final ForecastPlans plans;
  private final KnownOccasions occasions;
  private final ReportingCurrency reporting;
  private final JobContext job;
  private final Clock clock;

  @Inject
  InspectionAtWork(
      QualityStore quality,
      ComparedValueStore compared,
      KnownDemand known,
      ForecastPlans plans,
      KnownOccasions occasions,
      ReportingCurrency reporting,
      JobContext job,
      Clock clock) {
    this.quality = quality;
    this.compared = compared;
    this.known = known;
    this.plans = plans;
    this.occasions = occasions;
    this.reporting = reporting;
    this.job = job;
    this.clock = clock;
  }

  /**
   * Fixes what is inspected, at the first call of a run; empty where there is no demand at all.
   *
   * @param asOf a day, or blank for where the data end
   * @param bucket its name, or blank for that of the plan
   */
  Optional<Inspection> begin(String asOf, String bucket) {
    return known
        .asOf(instance(), asOf, Optional.empty())
        .filter(a -> known.lastDemand(a, Optional.empty()).isPresent())
        .map(this::compared)
        .map(a -> quality.begin(instance(), a.day(), periods(bucket, a), clock.now()));
  }

  /** Fixes by which rates values are compared: those that hold on the day before the as-of day. */
  private AsOf compared(AsOf asOf) {
    reporting
        .code()
        .ifPresent(
            to -> compared.compareIn(instance(), to, reporting.factors(asOf.day().minusDays(1))));
    return asOf;
  }

  private Bucket periods(String bucket, AsOf asOf) {
    return plans
        .terms(PlanStore.DEFAULT, PlanSettings.of(bucket, "", "", ""), asOf.totalsOf())
        .terms()
        .bucket();
  }

  /** Returns what this run inspects; empty where there is no demand at all. */
  Optional<Inspection> inspection() {
    return quality.inspection(instance());
  }

  /** Returns what is known of the calendar up to the day before the inspection's as-of day. */
  VersionCalendar.Series calendars(LocalDate asOf) {
    return occasions.before(asOf).series();
  }

  long instance() {
    return job.getInstanceId();
  }
}

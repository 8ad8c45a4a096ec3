package org.demandwright.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.ForecastPlans;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.QualityStore;
import org.demandwright.store.QualityStore.Inspection;
import org.demandwright.store.SalesLineStore;

/** The inspection that a running job carries out: up to which day, and in which periods. */
@Dependent
public class InspectionAtWork {
  private final QualityStore quality;
  private final SalesLineStore lines;
  private final ForecastPlans plans;
  private final JobContext job;
  private final Clock clock;

  @Inject
  InspectionAtWork(
      QualityStore quality,
      SalesLineStore lines,
      ForecastPlans plans,
      JobContext job,
      Clock clock) {
    this.quality = quality;
    this.lines = lines;
    this.plans = plans;
    this.job = job;
    this.clock = clock;
  }

  /**
   * Fixes what is inspected, at the first call of a run; empty where there is no demand at all.
   *
   * @param asOf a day, or blank for the day after the last demand
   * @param bucket its name, or blank for that of the plan
   */
  Optional<Inspection> begin(String asOf, String bucket) {
    LocalDate known = asOf == null || asOf.isBlank() ? null : LocalDate.parse(asOf);
    return lines
        .lastDemand(known, Optional.empty())
        .map(last -> known == null ? last.plusDays(1) : known)
        .map(day -> quality.begin(instance(), day, periods(bucket), clock.now()));
  }

  private Bucket periods(String bucket) {
    return plans.terms(PlanSettings.of(bucket, "", "", "")).terms().bucket();
  }

  /** Returns what this run inspects; empty where there is no demand at all. */
  Optional<Inspection> inspection() {
    return quality.inspection(instance());
  }

  long instance() {
    return job.getInstanceId();
  }
}

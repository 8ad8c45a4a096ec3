package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.AccuracyStore;
import org.demandwright.store.forecast.ReferenceStore;
import org.demandwright.store.run.PlanStore;

/** Says how good the forecasts were that readers of a plan saw, by what was archived of them. */
@ApplicationScoped
@Transactional
public class ForecastAccuracy {
  private final AccuracyStore accuracy;
  private final ReferenceStore references;
  private final ForecastPlans plans;

  @Inject
  ForecastAccuracy(AccuracyStore accuracy, ReferenceStore references, ForecastPlans plans) {
    this.accuracy = accuracy;
    this.references = references;
    this.plans = plans;
  }

  ForecastAccuracy() {
    this(null, null, null);
  }

  /**
   * Of which forecasts; an empty field means any.
   *
   * @param reference only those of which this reference forecast has a value as well
   */
  public record Selection(
      Optional<String> reference,
      Optional<Integer> lag,
      Optional<String> model,
      Optional<DemandPattern> pattern,
      Optional<String> category,
      Optional<String> item,
      Optional<String> site) {}

  /**
   * The periods of a plan that are looked at, by their first days.
   *
   * @param to the last one, included; not before {@code from}
   */
  public record Span(String plan, LocalDate from, LocalDate to) {}

  /**
   * Returns the periods that are meant: by default as many before the plan's newest origin as are
   * usually forecast, such as 28 days or 13 weeks.
   *
   * @param named the plan, empty = the default one
   * @throws Refused where they end before they begin, or the plan was never published
   */
  public Span span(Optional<String> named, Optional<LocalDate> from, Optional<LocalDate> to) {
    String plan = plans.readable(named.orElse(PlanStore.DEFAULT)).name();
    Period origin = newestOrigin(plan);
    LocalDate last = to.orElseGet(() -> origin.start().minusDays(1));
    LocalDate first =
        from.orElseGet(
            () ->
                Period.of(origin.bucket(), last)
                    .plus(1L - origin.bucket().defaultHorizon())
                    .start());
    if (last.isBefore(first)) {
      throw Refused.because("to", "%s lies before %s, the first day.".formatted(last, first));
    }
    return new Span(plan, first, last);
  }

  private Period newestOrigin(String plan) {
    return accuracy
        .newestOrigin(plan)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nothing of plan %s was ever published: there is nothing to compare."
                        .formatted(plan)));
  }

  /**
   * Returns the periods of a plan that its readers see now.
   *
   * @param named the plan, empty = the default one
   * @throws Refused where nothing of it was ever published
   */
  public Bucket bucket(Optional<String> named) {
    return bucketOf(plans.readable(named.orElse(PlanStore.DEFAULT)).name());
  }

  private Bucket bucketOf(String plan) {
    return newestOrigin(plan).bucket();
  }

  /** Refuses the name of a reference forecast that there is not, by these periods. */
  void requireReference(String name, Optional<Bucket> bucket) {
    if (!references.isThere(name, bucket)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "There is no reference forecast '%s'%s."
              .formatted(name, bucket.map(b -> " by " + b).orElse("")));
    }
  }

  /** Returns the accuracy of each group, in the order of the groups. */
  public Page<AccuracyRecord> page(
      DataScope scope,
      AccuracyStore.Grouping by,
      Span span,
      Selection of,
      Optional<String> cursor,
      int limit) {
    of.reference().ifPresent(name -> requireReference(name, Optional.of(bucketOf(span.plan()))));
    List<AccuracyStore.Errors> all =
        accuracy.by(
            scope,
            by,
            new AccuracyStore.Filter(
                span.plan(),
                span.from(),
                span.to(),
                of.reference(),
                of.lag(),
                of.model(),
                of.pattern(),
                of.category(),
                of.item(),
                of.site()));
    return Page.within(all, cursor, limit).map(AccuracyRecord::new);
  }
}

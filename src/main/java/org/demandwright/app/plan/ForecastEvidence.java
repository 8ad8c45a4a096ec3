package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.store.forecast.EvidenceStore;
import org.demandwright.store.forecast.EvidenceStore.Kept;
import org.demandwright.store.forecast.PublicationKind;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStore;

/**
 * Gathers what proves a published number, for somebody who has nothing but these files; also when
 * its version is removed, as long as it is archived.
 */
@ApplicationScoped
@Transactional
public class ForecastEvidence {
  private static final int DECIMALS = 6;

  private final EvidenceStore kept;
  private final ForecastPlans plans;
  private final DemandBehind inputs;
  private final ResultStore results;
  private final FinalStore finals;
  private final OverrideStore overrides;
  private final PublicationLog shown;

  @Inject
  ForecastEvidence(
      EvidenceStore kept,
      ForecastPlans plans,
      DemandBehind inputs,
      ResultStore results,
      FinalStore finals,
      OverrideStore overrides,
      PublicationLog shown) {
    this.kept = kept;
    this.plans = plans;
    this.inputs = inputs;
    this.results = results;
    this.finals = finals;
    this.overrides = overrides;
    this.shown = shown;
  }

  ForecastEvidence() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Gathers what stands behind a number.
   *
   * @throws Refused NOT_FOUND where there is no such number within the scope; GONE where its
   *     version is archived no longer; CONFLICT where readers never saw it
   */
  public NumberEvidence of(DataScope scope, ForecastId id) {
    EvidenceStore.Series series = kept.named(scope, id.seriesId()).orElseThrow(() -> missing(id));
    Optional<Kept> present = kept.present(id.versionId());
    Kept version = present.or(() -> kept.version(id.versionId())).orElseThrow(() -> gone(id));
    plans.readable(version.plan());
    EvidenceStore.KeptSeries made =
        (present.isPresent()
                ? kept.presentSeries(version, id.seriesId())
                : kept.series(version, id.seriesId()))
            .orElseThrow(() -> missing(id));
    Period period = Period.of(version.recipe().bucket(), id.periodStart());
    int step = Period.of(period.bucket(), version.recipe().origin()).until(period) + 1;
    if (step < 1 || step > made.mean().size() || !period.start().equals(id.periodStart())) {
      throw missing(id);
    }
    DemandBehind.Demand demand =
        inputs.of(series.key(), id, version).orElseThrow(() -> missing(id));
    List<OverrideStore.Entry> over =
        overrides.over(version.plan(), id.seriesId(), period.start(), period.end().minusDays(1));
    List<OverrideStore.Event> steps =
        over.stream().flatMap(o -> overrides.events(o.overrideId()).stream()).toList();
    return new NumberEvidence(
        id,
        series,
        version,
        present.isEmpty(),
        demand,
        figures(id, made, period, step),
        members(id, made, step),
        made.first().equals(demand.received().first())
            && made.demandDigest().equals(EvidenceStore.DemandDigest.of(demand.received())),
        over,
        steps,
        shown.of(id.versionId()).stream().filter(p -> concerns(scope, p, steps)).toList());
  }

  /** Whoever sees a part is not told of overrides over others, nor who laid them. */
  private static boolean concerns(
      DataScope scope, PublicationLog.Entry told, List<OverrideStore.Event> steps) {
    return scope.isUnrestricted()
        || told.shown().kind() != PublicationKind.OVERRIDES
        || steps.stream().anyMatch(step -> step.at().equals(told.shown().changedAt()));
  }

  private NumberEvidence.Figures figures(
      ForecastId id, EvidenceStore.KeptSeries made, Period period, int step) {
    Optional<FinalStore.Final> over =
        finals.of(id.versionId(), List.of(id.seriesId())).values().stream()
            .flatMap(List::stream)
            .filter(f -> f.step() == step)
            .findFirst();
    BigDecimal baseline = Quantity.rounded(made.mean().get(step - 1), DECIMALS);
    return new NumberEvidence.Figures(
        step,
        period.end().minusDays(1),
        baseline,
        over.flatMap(FinalStore.Final::units).orElse(baseline),
        over.flatMap(FinalStore.Final::overrideId));
  }

  private List<NumberEvidence.Member> members(
      ForecastId id, EvidenceStore.KeptSeries made, int step) {
    Optional<ForecastExplanation> explained = results.explanation(id.versionId(), id.seriesId());
    return explained
        .map(
            all ->
                all.members().stream()
                    .map(
                        m ->
                            new NumberEvidence.Member(
                                m.modelId(),
                                m.weight(),
                                Optional.of(m.explanation().forecast().get(step - 1))))
                    .toList())
        .orElseGet(
            () ->
                made.members().stream()
                    .map(m -> new NumberEvidence.Member(m.modelId(), m.weight(), Optional.empty()))
                    .toList());
  }

  /**
   * Writes everything as a ZIP of CSV files that tells how to check it; the rows come page by page,
   * and none of them holds a connection while it is sent.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void write(NumberEvidence evidence, OutputStream output) throws IOException {
    new EvidenceFiles(output)
        .write(evidence, after -> inputs.rows(evidence.id(), evidence.demand(), after));
  }

  private static Refused missing(ForecastId id) {
    return new Refused(
        Refused.Kind.NOT_FOUND,
        "Version %d has no forecast of series %d for the period from %s on."
            .formatted(id.versionId(), id.seriesId(), id.periodStart()));
  }

  private static Refused gone(ForecastId id) {
    return new Refused(
        Refused.Kind.GONE,
        "Version %d is not archived any more, or readers never saw it: only what they saw is proved."
            .formatted(id.versionId()));
  }
}

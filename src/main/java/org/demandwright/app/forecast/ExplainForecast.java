package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.pipeline.LinkedForecasts;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.RunStore;

/** Says what a forecast is made of. */
@ApplicationScoped
@Transactional
public class ExplainForecast {
  private final ShownVersions versions;
  private final ResultStore results;
  private final ForecastStore forecasts;
  private final SeriesScopeStore series;
  private final RunStore runs;
  private final LinkedSeries links;

  @Inject
  ExplainForecast(
      ShownVersions versions,
      ResultStore results,
      ForecastStore forecasts,
      SeriesScopeStore series,
      RunStore runs,
      LinkedSeries links) {
    this.versions = versions;
    this.results = results;
    this.forecasts = forecasts;
    this.series = series;
    this.runs = runs;
    this.links = links;
  }

  ExplainForecast() {
    this(null, null, null, null, null, null);
  }

  /**
   * Explains the total of some steps of one series.
   *
   * @param scope without the series there is no explanation
   * @param choice which version
   * @param from first step, by default 1
   * @param to last step, by default the end of the horizon
   * @param notRecommended whether it is wanted of a series that is not recommended to forecast, too
   * @return empty where this version has no explanation of the series
   */
  public Optional<SeriesExplanation> of(
      DataScope scope,
      long seriesId,
      VersionChoice choice,
      Optional<Integer> from,
      Optional<Integer> to,
      boolean notRecommended) {
    return versions
        .meant(choice)
        .filter(version -> series.holds(scope, seriesId))
        .flatMap(
            version ->
                asked(version, seriesId, notRecommended)
                    .explanation(version.versionId(), seriesId)
                    .map(
                        all ->
                            of(seriesId, version, all, from.orElse(1), to.orElse(all.horizon()))));
  }

  /**
   * Explains one published value.
   *
   * @param notRecommended whether it is wanted of a series that is not recommended to forecast, too
   * @throws Refused NOT_FOUND where there is no such value, GONE where its version is removed
   */
  public ExplainedValue of(DataScope scope, ForecastId id, boolean notRecommended) {
    if (versions.version(id.versionId()).isEmpty()) {
      throw id.removed();
    }
    if (!series.holds(scope, id.seriesId())) {
      throw id.missing();
    }
    ForecastStore.Row value =
        forecasts.find(id.versionId(), id.seriesId(), id.periodStart()).orElseThrow(id::missing);
    Optional<Integer> step = Optional.of(value.bands().step());
    VersionChoice version = new VersionChoice(Optional.of(id.versionId()), Optional.empty());
    return new ExplainedValue(value, of(scope, id.seriesId(), version, step, step, notRecommended));
  }

  private ResultStore asked(VersionStore.Version version, long seriesId, boolean notRecommended) {
    boolean usable =
        results.verdict(version.versionId(), seriesId).map(Verdict::usable).orElse(true);
    if (!usable && !notRecommended) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          ("Series %d is not recommended to forecast: plan by the rate of its demand"
                  + " instead, unless figures that are not recommended are wanted.")
              .formatted(seriesId));
    }
    return results;
  }

  private SeriesExplanation of(
      long seriesId, VersionStore.Version version, ForecastExplanation all, int from, int to) {
    if (from < 1 || to < from || to > all.horizon()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "There are no steps %d to %d: this forecast has the steps 1 to %d."
              .formatted(from, to, all.horizon()));
    }
    LinkedForecasts linked = links.of(version, seriesId);
    Explanation combined = withLinks(all.combined(), linked, seriesId);
    Period first = Period.of(version.recipe().bucket(), version.recipe().origin());
    return new SeriesExplanation(
        seriesId,
        Versions.record(version, runs),
        from,
        to,
        first.plus(from - 1L).start(),
        first.plus(to).start().minusDays(1),
        combined.total(from, to),
        all.members().stream()
            .map(
                m ->
                    new SeriesExplanation.Member(
                        m.modelId(), m.weight(), m.explanation().total(from, to)))
            .toList(),
        linked.of(seriesId).stream().map(LinkedSeries::said).toList());
  }

  /** What links do is one more driver. */
  private static Explanation withLinks(Explanation alone, LinkedForecasts linked, long seriesId) {
    List<LinkedForecasts.Effect> effects = linked.of(seriesId);
    if (effects.isEmpty()) {
      return alone;
    }
    double[] amounts = new double[alone.forecast().size()];
    for (LinkedForecasts.Effect effect : effects) {
      for (int step = 0; step < amounts.length; step++) {
        amounts[step] += effect.amounts().get(step);
      }
    }
    List<Contribution> contributions = new ArrayList<>(alone.contributions());
    contributions.add(new Contribution(Drivers.LINKS, DoubleVector.of(amounts)));
    return new Explanation(linked.mean(seriesId).orElseThrow(), contributions);
  }
}

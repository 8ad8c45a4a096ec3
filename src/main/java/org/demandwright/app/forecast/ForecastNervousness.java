package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.forecast.NervousnessStore;
import org.demandwright.store.run.PlanStore;

/**
 * Says how much the forecasts of a series jump from version to version, whatever then came.
 *
 * <p>Nervousness = Σ|f<sub>v</sub> − f<sub>v−1</sub>| ÷ Σ(f<sub>v</sub> + f<sub>v−1</sub>)/2 over
 * all periods that two versions, which readers saw one after the other, both forecast, of what was
 * final; 0 = nothing changed, 2 = nothing stayed. It is the symmetric mean absolute percentage
 * change weighted by level, so that periods of next to nothing do not decide it.
 *
 * <p>Worked example: 10 and 0 units that become 12 and 1 have moved by 3 of 11.5: 0.26.
 *
 * <p>Reference: Van Belle, Crevits &amp; Verbeke (2023), Improving forecast stability using deep
 * learning, <i>International Journal of Forecasting</i> 39(3), for sMAPC.
 */
@ApplicationScoped
@Transactional
public class ForecastNervousness {
  /** Changes from version to version that are looked at unless told otherwise. */
  public static final int CHANGES = 6;

  /** Most of them. */
  public static final int MOST = 30;

  private final NervousnessStore store;
  private final ForecastPlans plans;

  @Inject
  ForecastNervousness(NervousnessStore store, ForecastPlans plans) {
    this.store = store;
    this.plans = plans;
  }

  ForecastNervousness() {
    this(null, null);
  }

  /**
   * Versions of a plan that readers saw one after the other.
   *
   * @param ids newest first, at least two
   */
  public record Span(String plan, List<NervousnessStore.Shown> versions) {
    public Span {
      versions = List.copyOf(versions);
    }

    public List<Long> ids() {
      return versions.stream().map(NervousnessStore.Shown::versionId).toList();
    }
  }

  /**
   * One series.
   *
   * @param periods how many figures were compared with that of the version before
   * @param nervousness 0–2; empty where all of them are 0
   */
  public record OfSeries(long seriesId, SeriesKey key, long periods, OptionalDouble nervousness) {
    static OfSeries of(NervousnessStore.Moved m) {
      return new OfSeries(
          m.seriesId(),
          m.key(),
          m.periods(),
          m.level() > 0 ? OptionalDouble.of(m.moved() / m.level()) : OptionalDouble.empty());
    }
  }

  /**
   * Returns the newest versions of a plan.
   *
   * @param named the plan, empty = the default one
   * @param changes how many changes from version to version, 1 to {@value #MOST}
   * @throws Refused NOT_FOUND where readers have not seen two versions yet
   */
  public Span span(Optional<String> named, Optional<Integer> changes) {
    int wanted = changes.orElse(CHANGES);
    if (wanted < 1 || wanted > MOST) {
      throw Refused.because("changes", "%d changes: it is 1 to %d.".formatted(wanted, MOST));
    }
    String plan = plans.readable(named.orElse(PlanStore.DEFAULT)).name();
    List<NervousnessStore.Shown> versions = store.newest(plan, wanted + 1);
    if (versions.size() < 2) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Readers of plan %s have not seen two versions yet: nothing has changed."
              .formatted(plan));
    }
    return new Span(plan, versions);
  }

  /** Returns series in the order of their numbers. */
  public Page<OfSeries> page(
      DataScope scope, Span span, Optional<Long> seriesId, Optional<String> cursor, int limit) {
    List<NervousnessStore.Moved> rows =
        store.page(
            scope,
            new NervousnessStore.Filter(span.versions(), seriesId),
            cursor.map(Cursors::number).orElse(0L),
            limit);
    return Page.of(rows, limit, last -> Cursors.of(last.seriesId())).map(OfSeries::of);
  }
}

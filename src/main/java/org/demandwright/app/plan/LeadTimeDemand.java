package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.PlanByRecord;
import org.demandwright.app.forecast.PlanWithoutForecast;
import org.demandwright.app.forecast.ShownVersions;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Chance;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;

/** Says what is needed over a lead time, of what is final in a version. */
@ApplicationScoped
@Transactional
public class LeadTimeDemand {
  private static final int DECIMALS = 6;

  /** Probabilities are told to a millionth. */
  private static final double SHARES = 1e6;

  private final ShownVersions versions;
  private final TotalsStore totals;
  private final FinalTotals finals;
  private final PlanWithoutForecast unusable;

  @Inject
  LeadTimeDemand(
      ShownVersions versions,
      TotalsStore totals,
      FinalTotals finals,
      PlanWithoutForecast unusable) {
    this.versions = versions;
    this.totals = totals;
    this.finals = finals;
    this.unusable = unusable;
  }

  LeadTimeDemand() {
    this(null, null, null, null);
  }

  /**
   * What is asked.
   *
   * @param days from the origin on
   * @param serviceLevel probability 0.05–0.99 with which the quantity is to be enough
   * @param quantity base units of which is asked whether they are enough, empty = not asked
   */
  public record Question(
      TotalsStore.Filter series, int days, double serviceLevel, Optional<BigDecimal> quantity) {}

  /**
   * The version that answers.
   *
   * @param from the first day
   * @param reach how many days it can tell
   */
  public record Answering(VersionStore.Version version, LocalDate from, int reach) {
    static Answering of(VersionStore.Version v) {
      Period origin = Period.of(v.recipe().bucket(), v.recipe().origin());
      LocalDate end = origin.plus(v.recipe().horizon()).start();
      return new Answering(
          v, origin.start(), (int) (end.toEpochDay() - origin.start().toEpochDay()));
    }
  }

  /** Returns a version that is still there. */
  public Optional<Answering> version(long versionId) {
    return versions.version(versionId).map(Answering::of);
  }

  /**
   * Returns the version that readers of a plan see.
   *
   * @param named the plan, empty = the default one
   */
  public Answering published(Optional<String> named) {
    String plan = named.orElse(PlanStore.DEFAULT);
    return versions
        .published(named)
        .flatMap(p -> version(p.versionId()))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Plan %s has no published version: publish one, or name another plan."
                        .formatted(plan)));
  }

  /** Refuses a question that the version cannot answer. */
  public void require(Answering answering, Question question) {
    if (question.days() < 1 || question.days() > answering.reach()) {
      throw Refused.because(
          "days",
          "%d days: version %d reaches from 1 to %d days from %s on. Ask for fewer, or make a plan with a longer horizon."
              .formatted(
                  question.days(),
                  answering.version().versionId(),
                  answering.reach(),
                  answering.from()));
    }
    double level = question.serviceLevel();
    if (!(level >= TotalLevels.lowest() && level <= TotalLevels.highest())) {
      throw Refused.because(
          "serviceLevel",
          "%s: totals are known from %s to %s; nothing is said beyond."
              .formatted(
                  BigDecimal.valueOf(level).toPlainString(),
                  TotalLevels.lowest(),
                  TotalLevels.highest()));
    }
  }

  /** Returns the answers for the series that are meant, ordered by number. */
  public Page<LeadTimeRecord> page(
      Answering answering, Question question, Optional<String> cursor, int limit) {
    require(answering, question);
    long versionId = answering.version().versionId();
    List<TotalsStore.Entry> rows =
        totals.series(versionId, question.series(), cursor.map(Cursors::number).orElse(0L), limit);
    List<Long> usable =
        rows.stream().filter(r -> r.verdict().usable()).map(TotalsStore.Entry::seriesId).toList();
    Map<Long, FinalTotals.Total> demand = finals.of(versionId, usable);
    Map<Long, PlanByRecord> planBy =
        unusable.of(
            answering.version(),
            rows.stream()
                .filter(r -> !r.verdict().usable())
                .collect(Collectors.toMap(TotalsStore.Entry::seriesId, TotalsStore.Entry::uom)));
    return Page.of(
        rows.stream()
            .map(
                r ->
                    new LeadTimeRecord(
                        r,
                        Optional.ofNullable(demand.get(r.seriesId()))
                            .map(d -> figures(d, question)),
                        Optional.ofNullable(planBy.get(r.seriesId()))))
            .toList(),
        limit,
        r -> Cursors.of(r.series().seriesId()));
  }

  private static LeadTimeRecord.Figures figures(FinalTotals.Total total, Question question) {
    TotalDemand demand = total.demand();
    int days = question.days();
    return new LeadTimeRecord.Figures(
        Quantity.rounded(demand.mean(days), DECIMALS),
        Quantity.rounded(demand.quantile(question.serviceLevel(), days), DECIMALS),
        rounded(demand.nothing(days)),
        question.quantity().map(q -> rounded(demand.probability(q.doubleValue(), days))),
        total.overridden());
  }

  private static Chance rounded(Chance chance) {
    return new Chance(rounded(chance.atLeast()), rounded(chance.atMost()));
  }

  private static double rounded(double share) {
    return Math.rint(share * SHARES) / SHARES;
  }
}

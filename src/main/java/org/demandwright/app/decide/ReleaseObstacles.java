package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;

/** At what automation stops: then nothing of a decision is released by itself. */
@ApplicationScoped
public class ReleaseObstacles {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final String INACTIVE = "decide.inactive";

  /** So many versions of a plan are looked through for one that waits. */
  private static final int VERSIONS = 50;

  private final DecisionStore decisions;
  private final StockPlanStore plans;
  private final VersionStore versions;
  private final ReportingCurrency reporting;
  private final Settings settings;

  @Inject
  ReleaseObstacles(
      DecisionStore decisions,
      StockPlanStore plans,
      VersionStore versions,
      ReportingCurrency reporting,
      Settings settings) {
    this.decisions = decisions;
    this.plans = plans;
    this.versions = versions;
    this.reporting = reporting;
    this.settings = settings;
  }

  ReleaseObstacles() {
    this(null, null, null, null, null);
  }

  /** Returns why nothing of a decision may be released today; empty where it may. */
  Optional<Words> today(Decision decision, ReleaseTerms terms) {
    return always(decision, terms)
        .or(() -> newer(decision))
        .or(() -> version(decision))
        .or(() -> old(decision, terms));
  }

  /** Returns what kept a decision from being released whenever it is looked at. */
  Optional<Words> always(Decision decision, ReleaseTerms terms) {
    if (reporting.code().isEmpty()) {
      return Optional.of(Words.of("decide.release.no-currency"));
    }
    if (terms.dailyCap().signum() == 0) {
      return Optional.of(Words.of("decide.release.no-cap"));
    }
    return stale(decision).or(() -> refused(decision, terms));
  }

  private Optional<Words> newer(Decision decision) {
    return decisions
        .newest(decision.plan())
        .filter(newest -> newest.decisionId() != decision.decisionId())
        .map(newest -> Words.of("decide.release.not-newest"));
  }

  /** Drafts are tries of somebody and wait for nobody. */
  private Optional<Words> version(Decision decision) {
    long version = decision.versionId();
    Optional<Words> held =
        versions.before(List.of(decision.plan()), Long.MAX_VALUE, VERSIONS).stream()
            .filter(v -> v.versionId() >= version && v.status() == VersionStatus.HELD)
            .findFirst()
            .map(
                v ->
                    v.versionId() == version
                        ? Words.of("decide.release.held", version)
                        : Words.of("decide.release.newer-held", version, v.versionId()));
    return held.or(
        () ->
            versions
                .publication(decision.plan())
                .filter(p -> p.versionId() != version)
                .map(p -> Words.of("decide.release.superseded", version, p.versionId())));
  }

  private Optional<Words> stale(Decision decision) {
    return versions
        .find(decision.versionId())
        .map(v -> v.recipe().lastDemand())
        .map(last -> Map.entry(last, ChronoUnit.DAYS.between(last, decision.asOf())))
        .filter(last -> last.getValue() > settings.publication().staleDays())
        .map(
            last ->
                Words.of(
                    "decide.release.stale", decision.versionId(), last.getKey(), last.getValue()));
  }

  private Optional<Words> old(Decision decision, ReleaseTerms terms) {
    LocalDate today = reporting.today();
    long days = ChronoUnit.DAYS.between(decision.asOf(), today);
    return days <= terms.mostDaysOld()
        ? Optional.empty()
        : Optional.of(Words.of("decide.release.old", decision.asOf(), days, terms.mostDaysOld()));
  }

  /** Nothing is kept of items that are not active: they are refused rightly. */
  private Optional<Words> refused(Decision decision, ReleaseTerms terms) {
    Map<Words, Long> refusals = plans.refusals(decision.decisionId());
    long inactive =
        refusals.entrySet().stream()
            .filter(r -> r.getKey().key().equals(INACTIVE))
            .mapToLong(Map.Entry::getValue)
            .sum();
    long refused = refusals.values().stream().mapToLong(Long::longValue).sum() - inactive;
    long active = decision.places() - inactive;
    BigDecimal most = terms.refusedShare().multiply(BigDecimal.valueOf(active));
    return BigDecimal.valueOf(refused).compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            Words.of(
                "decide.release.refused",
                Words.decimal(
                    BigDecimal.valueOf(refused)
                        .multiply(PERCENT)
                        .divide(BigDecimal.valueOf(active), MathContext.DECIMAL64)
                        .doubleValue(),
                    1),
                Words.decimal(terms.refusedShare().multiply(PERCENT).doubleValue(), 1)));
  }
}

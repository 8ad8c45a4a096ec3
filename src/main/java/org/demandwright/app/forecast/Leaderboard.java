package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.ModelStanding;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.StandingStore;
import org.demandwright.store.forecast.StandingStore.Filter;
import org.demandwright.store.forecast.StandingStore.Grouping;
import org.demandwright.store.forecast.StandingStore.Key;
import org.demandwright.store.forecast.StandingStore.Row;
import org.demandwright.store.forecast.StandingStore.Tested;
import org.demandwright.store.forecast.VersionStore;

/**
 * How the models of a version did against each other in the tests of its series, and against the
 * seasonal naive method. What is published is among them under a name of its own.
 */
@ApplicationScoped
public class Leaderboard {
  /** What was chosen for each series, a model or a combination. */
  public static final String PUBLISHED = "published";

  private static final String REFERENCE = "SeasonalNaive";

  private final ShownVersions versions;
  private final StandingStore standings;
  private final CalibrationStore calibrations;
  private final MethodCosts costs;

  @Inject
  public Leaderboard(
      ShownVersions versions,
      StandingStore standings,
      CalibrationStore calibrations,
      MethodCosts costs) {
    this.versions = versions;
    this.standings = standings;
    this.calibrations = calibrations;
    this.costs = costs;
  }

  Leaderboard() {
    this(null, null, null, null);
  }

  /**
   * A model's standing in a group.
   *
   * @param coverage share of what was wanted in the tests that lay from p10 to p90; of what is
   *     published alone, not by category and not of a part: bands are calibrated by demand class
   *     over all series
   * @param cost what it cost to order by it
   */
  public record Ranked(Row row, OptionalDouble coverage, Cost cost) {}

  /**
   * What it cost to order by a model, in the newest simulation of the plan.
   *
   * @param simulated the simulation; empty where there is none that tells
   * @param amount in its currency; empty where it does not tell
   * @param lacking why it does not
   */
  public record Cost(
      Optional<MethodCosts.Simulated> simulated, Optional<BigDecimal> amount, Words lacking) {}

  /**
   * Returns the standings of a version's models on the series of a scope, group by group, the
   * smallest mean scaled error first; models whose error is not known come last. Standings of all
   * are kept, those of a part are counted for each reader.
   *
   * @throws Refused NOT_FOUND where there is no such version
   */
  @Transactional
  public Page<Ranked> page(
      DataScope scope,
      long versionId,
      Grouping by,
      Filter filter,
      Optional<String> cursor,
      int limit) {
    VersionStore.Version version =
        versions
            .version(versionId)
            .orElseThrow(
                () ->
                    new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + "."));
    List<Row> rows = new ArrayList<>();
    if (scope.isUnrestricted()) {
      rows.addAll(standings.by(by, version.versionId(), filter));
    }
    if (rows.isEmpty()) {
      rows.addAll(counted(scope, version.versionId(), by, filter));
    }
    rows.sort(
        Comparator.comparing(Row::group)
            .thenComparing(r -> r.standing().meanRmsse().orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Row::modelId));
    MethodCosts.Costs known = costs.of(scope, version.plan().name());
    return Page.within(rows, cursor, limit)
        .map(
            row ->
                new Ranked(
                    row,
                    scope.isUnrestricted()
                        ? coverage(version.versionId(), by, filter, row)
                        : OptionalDouble.empty(),
                    cost(known, by, filter, row)));
  }

  /** Of all and of demand classes; by category nothing is added up. */
  private static Cost cost(MethodCosts.Costs known, Grouping by, Filter filter, Row row) {
    boolean ofCategory = by == Grouping.CATEGORY || filter.category().isPresent();
    String group =
        by == Grouping.CLASS
            ? row.group()
            : filter.pattern().map(Enum::name).orElse(MethodCosts.ALL);
    return new Cost(
        known.simulated(),
        known
            .simulated()
            .filter(s -> !ofCategory)
            .map(s -> s.costs().get(new MethodCosts.Key(group, row.modelId()))),
        ofCategory ? Words.of("decide.simulate.by-category") : known.lacking());
  }

  private OptionalDouble coverage(long versionId, Grouping by, Filter filter, Row row) {
    if (!row.modelId().equals(PUBLISHED)
        || by == Grouping.CATEGORY
        || filter.category().isPresent()) {
      return OptionalDouble.empty();
    }
    double inside = 0;
    long measured = 0;
    for (Calibration.Row r : calibrations.of(versionId).rows()) {
      boolean ofGroup = by == Grouping.ALL || r.pattern().name().equals(row.group());
      if (ofGroup && filter.pattern().map(r.pattern()::equals).orElse(true)) {
        inside += (r.upTo90() - r.below10()) * r.measured();
        measured += r.measured();
      }
    }
    return measured > 0 ? OptionalDouble.of(inside / measured) : OptionalDouble.empty();
  }

  /**
   * Adds up what is to be told of a version that is finished now, so that readers need not wait.
   */
  public void keep(long versionId) {
    standings.replace(versionId, counted(DataScope.unrestricted(), versionId));
  }

  /** Versions that were finished before standings were kept are counted for each reader. */
  private List<Row> counted(DataScope scope, long versionId, Grouping by, Filter filter) {
    Map<String, Map<String, ModelStanding>> groups = new TreeMap<>();
    counted(scope, versionId)
        .forEach(
            (key, standing) -> {
              if (filter.pattern().map(key.pattern()::equals).orElse(true)
                  && filter.category().map(key.category()::equals).orElse(true)) {
                groups
                    .computeIfAbsent(by.of(key), g -> new TreeMap<>())
                    .merge(key.modelId(), standing, ModelStanding::plus);
              }
            });
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (group, models) ->
            models.forEach((model, standing) -> rows.add(new Row(group, model, standing))));
    return rows;
  }

  private Map<Key, ModelStanding> counted(DataScope scope, long versionId) {
    Map<Key, ModelStanding> all = new HashMap<>();
    standings.tested(scope, versionId, tested -> add(all, tested));
    return all;
  }

  private static void add(Map<Key, ModelStanding> all, Tested tested) {
    Score reference = score(tested, REFERENCE);
    for (Score score : tested.scores()) {
      boolean member =
          tested.members().stream()
              .anyMatch(m -> m.modelId().equals(score.modelId()) && m.weight() > 0);
      add(
          all,
          tested,
          score.modelId(),
          ModelStanding.of(score, member, tested.verdict(), reference));
    }
    Score chosen = score(tested, tested.chosen());
    if (chosen != null) {
      add(all, tested, PUBLISHED, ModelStanding.of(chosen, true, tested.verdict(), reference));
    }
  }

  private static Score score(Tested tested, String modelId) {
    return tested.scores().stream()
        .filter(s -> s.modelId().equals(modelId))
        .findFirst()
        .orElse(null);
  }

  /** Combinations are told as what is published; their names are as many as there are series. */
  private static void add(
      Map<Key, ModelStanding> all, Tested tested, String model, ModelStanding standing) {
    if (!model.contains("+")) {
      all.merge(new Key(model, tested.pattern(), tested.category()), standing, ModelStanding::plus);
    }
  }
}

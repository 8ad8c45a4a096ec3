package org.demandwright.app.decide;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.ReorderLevels;
import org.demandwright.erp.reorder.OdooRule;
import org.demandwright.erp.reorder.OdooRules;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.ReorderWrite;
import org.demandwright.store.decide.ReorderWriteState;

/**
 * The stock that was planned of an item at a site beside the ERP's reorder rule of it.
 *
 * @param levels that order as planned; empty where it could not be planned
 * @param rule empty where the ERP has none, or several
 */
public record ReorderComparison(
    PlannedStock planned, Optional<ReorderLevels> levels, Optional<OdooRule> rule, Fate fate) {

  /** What writing would do. */
  public enum Fate {
    /** The rule has other levels, and would get those that were planned. */
    DIFFERENT,
    /** The rule has the planned levels already. */
    SAME,
    /** The stock could not be planned. */
    NOT_PLANNED,
    /** The ERP has no rule in force; none is made. */
    NO_RULE,
    /** The ERP has several, for parts of the site: people have to share it out. */
    SEVERAL_RULES,
    /** The item or the site is another source's, or has another code there. */
    NOT_OF_THIS_ERP
  }

  /** Returns the comparisons of what was planned, in its order. */
  static List<ReorderComparison> of(List<PlannedStock> planned, OdooKeys keys, OdooRules rules)
      throws SQLException {
    Map<Long, OdooRule.Place> places = new HashMap<>();
    for (PlannedStock p : planned) {
      keys.of(p.subject().key()).ifPresent(place -> places.put(p.number(), place));
    }
    Map<OdooRule.Place, List<OdooRule>> found = rules.of(new LinkedHashSet<>(places.values()));
    List<ReorderComparison> compared = new ArrayList<>();
    for (PlannedStock p : planned) {
      compared.add(
          Optional.ofNullable(places.get(p.number()))
              .map(place -> of(p, found.getOrDefault(place, List.of())))
              .orElseGet(() -> of(p, Optional.empty(), Fate.NOT_OF_THIS_ERP)));
    }
    return compared;
  }

  private static ReorderComparison of(PlannedStock planned, List<OdooRule> rules) {
    if (rules.size() != 1) {
      return of(planned, Optional.empty(), rules.isEmpty() ? Fate.NO_RULE : Fate.SEVERAL_RULES);
    }
    OdooRule rule = rules.get(0);
    return of(
        planned,
        Optional.of(rule),
        levels(planned)
            .map(levels -> levels.isSame(rule.levels()) ? Fate.SAME : Fate.DIFFERENT)
            .orElse(Fate.NOT_PLANNED));
  }

  private static ReorderComparison of(PlannedStock planned, Optional<OdooRule> rule, Fate fate) {
    return new ReorderComparison(planned, levels(planned), rule, fate);
  }

  private static Optional<ReorderLevels> levels(PlannedStock planned) {
    return planned.plan().map(plan -> ReorderLevels.of(plan, planned.unit()));
  }

  /** Returns what is about to be written where it is {@link Fate#DIFFERENT}. */
  ReorderWrite write(Decision decision, String by, LocalDateTime now) {
    OdooRule before = rule.orElseThrow();
    return new ReorderWrite(
        0,
        decision.plan(),
        decision.decisionId(),
        planned.subject().key().org(),
        planned.subject().key().item(),
        planned.subject().key().site(),
        before.id(),
        before.minimum(),
        before.maximum(),
        before.stamp().orElse(null),
        levels.orElseThrow().minimum(),
        levels.orElseThrow().maximum(),
        null,
        ReorderWriteState.WRITING,
        by,
        now,
        null,
        null);
  }
}

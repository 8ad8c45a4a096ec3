package org.demandwright.rest.decide;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.decide.ReorderComparison;
import org.demandwright.app.decide.ReorderRules;
import org.demandwright.core.decide.ReorderLevels;
import org.demandwright.erp.reorder.OdooRule;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.store.decide.ReorderWrite;
import org.demandwright.store.decide.ReorderWriteState;

/** Reorder rules of the ERP as they go over the wire. */
final class ReorderRulesWire {
  private ReorderRulesWire() {}

  /**
   * The stock that was planned of an item at a site beside the ERP's reorder rule of it. Base
   * units.
   *
   * @param fate what writing would do
   * @param rule the ERP's own key of its rule; absent where it has none, or several
   * @param minimum below which the ERP orders now
   * @param maximum up to which it orders
   * @param plannedMinimum below which it would order as planned; absent where the stock could not
   *     be planned
   * @param plannedMaximum up to which it would order
   */
  public record ComparedRule(
      String org,
      String item,
      String site,
      ReorderComparison.Fate fate,
      Long rule,
      String minimum,
      String maximum,
      String plannedMinimum,
      String plannedMaximum) {
    static ComparedRule of(ReorderComparison c) {
      Optional<ReorderLevels> now = c.rule().map(OdooRule::levels);
      return new ComparedRule(
          c.planned().subject().key().org(),
          c.planned().subject().key().item(),
          c.planned().subject().key().site(),
          c.fate(),
          c.rule().map(OdooRule::id).orElse(null),
          Decimals.plain(now.map(ReorderLevels::minimum).orElse(null)),
          Decimals.plain(now.map(ReorderLevels::maximum).orElse(null)),
          Decimals.plain(c.levels().map(ReorderLevels::minimum).orElse(null)),
          Decimals.plain(c.levels().map(ReorderLevels::maximum).orElse(null)));
    }
  }

  /**
   * What became of rules.
   *
   * @param written how many have the planned levels now that had others before
   * @param changedMeanwhile how many were changed in the ERP while this was under way, and left
   *     alone
   * @param same how many had them already
   * @param notPlanned items at sites whose stock could not be planned
   * @param noRule items at sites of which the ERP has no rule in force; none is made
   * @param severalRules items at sites of which it has several; they are left alone
   * @param notOfThisErp items at sites that are another source's, or have another code there
   */
  public record RulesWritten(
      long written,
      long changedMeanwhile,
      long same,
      long notPlanned,
      long noRule,
      long severalRules,
      long notOfThisErp) {
    static RulesWritten of(ReorderRules.Written done) {
      Map<ReorderComparison.Fate, Long> fates = done.fates();
      return new RulesWritten(
          done.written(),
          count(fates, ReorderComparison.Fate.DIFFERENT) - done.written(),
          count(fates, ReorderComparison.Fate.SAME),
          count(fates, ReorderComparison.Fate.NOT_PLANNED),
          count(fates, ReorderComparison.Fate.NO_RULE),
          count(fates, ReorderComparison.Fate.SEVERAL_RULES),
          count(fates, ReorderComparison.Fate.NOT_OF_THIS_ERP));
    }

    private static long count(
        Map<ReorderComparison.Fate, Long> fates, ReorderComparison.Fate fate) {
      return fates.getOrDefault(fate, 0L);
    }
  }

  /**
   * Minimum and maximum that were written into a reorder rule of the ERP. Base units.
   *
   * @param number in the order in which they were written
   * @param state what became of it
   * @param decision on which they rest
   * @param rule the ERP's own key
   * @param minimumBefore what stood there before
   * @param maximumBefore what stood there before
   * @param minimum that was written
   * @param maximum that was written
   * @param writtenBy who asked for it
   * @param writtenAt when it was begun
   * @param takenBackBy who put the old ones back; absent where nobody did
   * @param takenBackAt when
   */
  public record WrittenRule(
      long number,
      ReorderWriteState state,
      String plan,
      long decision,
      String org,
      String item,
      String site,
      long rule,
      String minimumBefore,
      String maximumBefore,
      String minimum,
      String maximum,
      String writtenBy,
      Instant writtenAt,
      String takenBackBy,
      Instant takenBackAt) {
    static WrittenRule of(ReorderWrite w) {
      return new WrittenRule(
          w.writeNo(),
          w.state(),
          w.planName(),
          w.decisionId(),
          w.orgId(),
          w.itemId(),
          w.siteId(),
          w.ruleId(),
          Decimals.plain(w.minimumBefore()),
          Decimals.plain(w.maximumBefore()),
          Decimals.plain(w.minimum()),
          Decimals.plain(w.maximum()),
          w.writtenBy(),
          instant(w.writtenAt()),
          w.takenBackBy(),
          instant(w.takenBackAt()));
    }

    private static Instant instant(LocalDateTime at) {
      return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
  }
}

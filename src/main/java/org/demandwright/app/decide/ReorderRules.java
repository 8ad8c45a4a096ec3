package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.app.decide.ReorderComparison.Fate;
import org.demandwright.app.settings.ErpSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.ErpAccess;
import org.demandwright.erp.ErpConnections;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.reorder.OdooRule;
import org.demandwright.erp.reorder.OdooRules;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.ReorderWrite;
import org.demandwright.store.decide.ReorderWriteState;
import org.demandwright.store.decide.ReorderWriteStore;
import org.demandwright.store.decide.ReorderWriteStore.Outcome;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.SourceStore;

/**
 * Holds the minimum and maximum of the ERP's reorder rules against the stock that was planned, and
 * writes the planned ones there where somebody asks for it. What stood there is kept and can be put
 * back, unless the rule was changed since. Off unless a user is named that may write.
 *
 * <p>Each rule is noted before it is written and again afterwards, since two databases end no
 * transaction together; what was left between is looked up in the ERP by the next who writes.
 */
@ApplicationScoped
public class ReorderRules {
  private static final int BLOCK = 500;
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** A writing that was begun longer ago has ended, however it did. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final StockPlanStore plans;
  private final ReorderWriteStore writes;
  private final ReorderWriteBook book;
  private final SourceStore sources;
  private final MasterSourceStore masters;
  private final ErpConnections connections;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ReorderRules(
      StockPlanStore plans,
      ReorderWriteStore writes,
      ReorderWriteBook book,
      SourceStore sources,
      MasterSourceStore masters,
      ErpConnections connections,
      Settings settings,
      Clock clock) {
    this.plans = plans;
    this.writes = writes;
    this.book = book;
    this.sources = sources;
    this.masters = masters;
    this.connections = connections;
    this.settings = settings;
    this.clock = clock;
  }

  ReorderRules() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Returns what was planned beside the ERP's rules, in the order of the places.
   *
   * @throws Refused CONFLICT where no user is named that may write, or it cannot
   */
  public Page<ReorderComparison> page(
      long decisionId, StockPlanStore.Filter filter, Optional<String> cursor, int limit) {
    List<PlannedStock> planned =
        plans.page(decisionId, filter, cursor.map(Cursors::number).orElse(0L), limit);
    List<ReorderComparison> compared =
        onErp(connection -> ReorderComparison.of(planned, keys(), new OdooRules(connection)));
    return Page.of(compared, limit, c -> Cursors.of(c.planned().number()));
  }

  /**
   * What became of rules.
   *
   * @param fates how many places had which
   * @param written how many rules were written; of those that were to be changed, others had been
   *     changed meanwhile
   */
  public record Written(Map<Fate, Long> fates, long written) {}

  /**
   * Writes the planned levels into each rule that has others.
   *
   * @throws Refused CONFLICT where others are writing, no user is named that may write, or it
   *     cannot
   */
  public Written write(Decision decision, StockPlanStore.Filter filter, String by) {
    return onErp(
        connection -> {
          OdooRules rules = new OdooRules(connection);
          settleWhatWasLeft(rules);
          Map<Fate, Long> fates = new EnumMap<>(Fate.class);
          long written = 0;
          OdooKeys keys = keys();
          List<PlannedStock> page = plans.page(decision.decisionId(), filter, 0, BLOCK);
          while (!page.isEmpty()) {
            List<ReorderComparison> compared = ReorderComparison.of(page, keys, rules);
            compared.forEach(c -> fates.merge(c.fate(), 1L, Long::sum));
            written += write(rules, decision, compared, by);
            page =
                plans.page(
                    decision.decisionId(), filter, page.get(page.size() - 1).number(), BLOCK);
          }
          return new Written(fates, written);
        });
  }

  private long write(
      OdooRules rules, Decision decision, List<ReorderComparison> compared, String by)
      throws SQLException {
    List<ReorderComparison> different =
        compared.stream().filter(c -> c.fate() == Fate.DIFFERENT).toList();
    if (different.isEmpty()) {
      return 0;
    }
    LocalDateTime now = now();
    List<ReorderWrite> begun =
        book.begin(different.stream().map(c -> c.write(decision, by, now)).toList());
    List<Outcome> outcomes = new ArrayList<>();
    try {
      rules.together(
          () -> {
            for (int i = 0; i < begun.size(); i++) {
              ReorderWrite write = begun.get(i);
              OdooRule rule = different.get(i).rule().orElseThrow();
              outcomes.add(
                  new Outcome(
                      write.writeNo(), rules.change(rule, write.minimum(), write.maximum())));
            }
          });
    } catch (OdooRules.TakenBack e) {
      book.settle(begun.stream().map(w -> new Outcome(w.writeNo(), Optional.empty())).toList());
      throw e;
    }
    book.settle(outcomes);
    return outcomes.stream().filter(o -> o.stamp().isPresent()).count();
  }

  private LocalDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  /** Looks up in the ERP what became of what nobody noted the end of. */
  private void settleWhatWasLeft(OdooRules rules) throws SQLException {
    List<ReorderWrite> left = writes.unsettled();
    List<Outcome> outcomes = new ArrayList<>();
    for (ReorderWrite write : left) {
      if (write.writtenAt().plus(LONGEST).isAfter(now())) {
        throw new Refused(
            Refused.Kind.CONFLICT,
            "%s has been writing reorder rules since %sZ: try again when that has ended, at the latest in %d minutes."
                .formatted(write.writtenBy(), write.writtenAt(), LONGEST.toMinutes()));
      }
      Optional<OdooRule> now = rules.find(write.ruleId());
      outcomes.add(
          new Outcome(
              write.writeNo(),
              now.filter(
                      rule ->
                          rule.minimum().compareTo(write.minimum()) == 0
                              && rule.maximum().compareTo(write.maximum()) == 0)
                  .flatMap(OdooRule::stamp)));
    }
    book.settle(outcomes);
  }

  /** Returns what was written, in its order. */
  public Page<ReorderWrite> writes(
      ReorderWriteStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        writes.page(filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        write -> Cursors.of(write.writeNo()));
  }

  /**
   * Returns one thing that was written.
   *
   * @throws Refused NOT_FOUND where there is none within the scope
   */
  public ReorderWrite one(DataScope scope, long writeNo) {
    return writes
        .find(scope, writeNo)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nothing was written into a reorder rule as %d.".formatted(writeNo)));
  }

  /**
   * Puts back what stood in a rule before. Said again it changes nothing.
   *
   * @throws Refused CONFLICT where the rule is gone or was changed since
   */
  public ReorderWrite takeBack(DataScope scope, long writeNo, String by) {
    ReorderWrite write = one(scope, writeNo);
    if (write.state() == ReorderWriteState.TAKEN_BACK) {
      return write;
    }
    return onErp(
        connection -> {
          OdooRules rules = new OdooRules(connection);
          settleWhatWasLeft(rules);
          putBack(rules, one(scope, writeNo), by);
          return one(scope, writeNo);
        });
  }

  private void putBack(OdooRules rules, ReorderWrite write, String by) throws SQLException {
    if (write.state() != ReorderWriteState.WRITTEN) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Nothing was written as %d: the rule had been changed in the ERP."
              .formatted(write.writeNo()));
    }
    OdooRule now =
        rules
            .find(write.ruleId())
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "Rule %d is no longer in force in the ERP: nothing is put back."
                            .formatted(write.ruleId())));
    Optional<LocalDateTime> stamp =
        now.isStill(write.minimum(), write.maximum(), write.ruleStamp())
            ? rules.change(now, write.minimumBefore(), write.maximumBefore())
            : Optional.empty();
    if (stamp.isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Rule %d was changed since: minimum %s, maximum %s. Change it in the ERP."
              .formatted(
                  write.ruleId(), now.minimum().toPlainString(), now.maximum().toPlainString()));
    }
    book.takeBack(write, stamp.get(), by);
  }

  private OdooKeys keys() {
    return OdooKeys.of(masters.itemsOfOthers().keySet(), sources.codes(SourceStore.FIRST));
  }

  private <T> T onErp(ErpConnections.Work<T> work) {
    ErpSettings.Writer writer =
        settings
            .erp()
            .writer()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "Reorder rules of the ERP are left alone: set dw.erp.writer.user and dw.erp.writer.password to a user that may change them."));
    try {
      return connections.with(
          new ErpAccess(
              Optional.empty(),
              Optional.empty(),
              Optional.of(writer.user()),
              Optional.of(writer.password())),
          settings.erp().url(),
          SILENCE,
          work);
    } catch (UnusableErp unusable) {
      if (DatabaseFailure.isAway(unusable)) {
        throw Refused.unavailable(unusable.getMessage(), Unavailable.SOON);
      }
      throw new Refused(Refused.Kind.CONFLICT, unusable.getMessage());
    }
  }
}

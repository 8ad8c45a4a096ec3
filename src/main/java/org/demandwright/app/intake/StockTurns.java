package org.demandwright.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.intake.DaySpan;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.StockOwners;
import org.demandwright.core.intake.StockOwners.Teller;
import org.demandwright.store.demand.MasterDataStore.StockDays;

/**
 * Where several sources tell the stock of a site: whose counts on which days, and where they tell
 * it for the same ones.
 */
record StockTurns(List<StockDays> days, List<MasterConflict> conflicts) {
  static StockTurns of(List<MasterSource> givers, KnownMasterData known) {
    StockTurns turns = new StockTurns(new ArrayList<>(), new ArrayList<>());
    if (givers.size() < 2) {
      return turns;
    }
    Map<List<String>, List<Teller>> tellers = new LinkedHashMap<>();
    for (MasterSource source : givers) {
      if (source.erp().lastStockMovement().isPresent()) {
        Teller teller = new Teller(source.source(), source.terms().days());
        known
            .known(source)
            .forEach(site -> tellers.computeIfAbsent(site, s -> new ArrayList<>()).add(teller));
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    givers.forEach(source -> names.put(source.source(), source.name()));
    tellers.forEach(
        (site, all) -> {
          if (all.size() > 1) {
            turns.add(site, all, names);
          }
        });
    return turns;
  }

  private void add(List<String> site, List<Teller> tellers, Map<String, String> names) {
    StockOwners.of(tellers)
        .forEach(
            turn ->
                days.add(
                    new StockDays(
                        site.get(0),
                        site.get(1),
                        turn.source(),
                        turn.days().first(),
                        turn.days().last())));
    for (int i = 0; i < tellers.size(); i++) {
      for (int j = i + 1; j < tellers.size(); j++) {
        Teller taken = tellers.get(i);
        Teller other = tellers.get(j);
        taken
            .counts()
            .and(other.counts())
            .ifPresent(both -> conflicts.add(conflict(site, both, names, taken, other)));
      }
    }
  }

  private static MasterConflict conflict(
      List<String> site, DaySpan days, Map<String, String> names, Teller taken, Teller other) {
    return new MasterConflict(
        MasterKind.STOCK,
        site.get(0),
        "",
        site.get(1),
        "stock",
        days.first(),
        days.last(),
        names.get(taken.source()),
        "",
        names.get(other.source()),
        "");
  }
}

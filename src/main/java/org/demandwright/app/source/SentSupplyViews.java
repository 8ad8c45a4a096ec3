package org.demandwright.app.source;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.core.supply.SupplyText;
import org.demandwright.erp.SupplyViews;
import org.demandwright.store.supply.SentSupplyStore;
import org.demandwright.store.supply.SentSupplyStore.Sent;

/** The tables that were sent, as an ERP would tell them. */
@Dependent
public class SentSupplyViews implements SupplyViews {
  private static final int PAGE = 2_000;

  private final SentSupplyStore store;

  @Inject
  public SentSupplyViews(SentSupplyStore store) {
    this.store = store;
  }

  @Override
  public Set<String> columns(SupplyTable table) {
    return store
        .find(table)
        .map(sent -> new LinkedHashSet<>(sent.columns()))
        .orElseGet(LinkedHashSet::new);
  }

  @Override
  public void read(
      SupplyTable table,
      Set<String> columns,
      Optional<LocalDate> from,
      int limit,
      Consumer<List<SupplyRow>> pages) {
    Optional<Sent> sent = store.find(table);
    if (sent.isEmpty()) {
      return;
    }
    long after = 0;
    List<List<String>> page = store.page(table, after, limit);
    while (!page.isEmpty()) {
      pages.accept(
          page.stream()
              .map(cells -> row(sent.get(), cells))
              .filter(row -> isWanted(row, from))
              .toList());
      after += page.size();
      page = store.page(table, after, limit);
    }
  }

  private static SupplyRow row(Sent sent, List<String> cells) {
    Object[] values = new Object[sent.table().columns().size()];
    for (int i = 0; i < cells.size(); i++) {
      int place = sent.table().place(sent.columns().get(i));
      values[place] = SupplyText.value(sent.table().columns().get(place), cells.get(i));
    }
    return new SupplyRow(sent.table(), new ArrayList<>(Arrays.asList(values)));
  }

  private static boolean isWanted(SupplyRow row, Optional<LocalDate> from) {
    Optional<LocalDate> day = row.table().dated().map(c -> row.day(c.name()));
    return from.isEmpty() || day.isEmpty() || !day.get().isBefore(from.get());
  }

  @Override
  public Extent extent(SupplyTable table, Optional<LocalDate> from) {
    Extent[] all = {Extent.NONE};
    read(table, Set.of(), from, PAGE, rows -> rows.forEach(row -> all[0] = all[0].and(row)));
    return all[0];
  }
}

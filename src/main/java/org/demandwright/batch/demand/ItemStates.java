package org.demandwright.batch.demand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.ItemState;
import org.demandwright.erp.ErpInactiveItem;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.MasterDataStore;

/** Which items the master data know, and which of them are inactive. */
@Dependent
public class ItemStates {
  private static final int PAGE = 5_000;

  private final ErpSource erp;
  private final MasterDataStore masterData;
  private Set<ItemKey> known = Set.of();
  private final Map<ItemKey, Optional<LocalDate>> inactive = new HashMap<>();

  @Inject
  ItemStates(ErpSource erp, MasterDataStore masterData) {
    this.erp = erp;
    this.masterData = masterData;
  }

  /** Reads them anew. */
  public void load() {
    known = masterData.items().keySet();
    inactive.clear();
    List<ErpInactiveItem> page = erp.inactiveItems("", "", PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::add);
      ErpInactiveItem last = page.get(page.size() - 1);
      page = page.size() < PAGE ? List.of() : erp.inactiveItems(last.itemId(), last.orgId(), PAGE);
    }
  }

  private void add(ErpInactiveItem item) {
    inactive.put(
        new ItemKey(item.orgId(), item.itemId()),
        Optional.ofNullable(item.changedAt()).map(t -> t.toLocalDate()));
  }

  public ItemState of(SeriesKey key) {
    ItemKey item = new ItemKey(key.org(), key.item());
    if (!known.contains(item)) {
      return ItemState.missing();
    }
    return inactive.containsKey(item)
        ? new ItemState(true, false, inactive.get(item))
        : ItemState.sold();
  }
}

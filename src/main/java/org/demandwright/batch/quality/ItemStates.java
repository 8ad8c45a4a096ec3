package org.demandwright.batch.quality;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.ItemState;
import org.demandwright.erp.ErpInactiveItem;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.SourceStore;

/** Which items the master data know, and which of them are inactive. */
@Dependent
public class ItemStates {
  private static final int PAGE = 5_000;

  private final DemandSources sources;
  private final MasterSourceStore owners;
  private final MasterDataStore masterData;
  private Set<ItemKey> known = Set.of();
  private final Map<ItemKey, Optional<LocalDate>> inactive = new HashMap<>();

  @Inject
  ItemStates(DemandSources sources, MasterSourceStore owners, MasterDataStore masterData) {
    this.sources = sources;
    this.owners = owners;
    this.masterData = masterData;
  }

  /** Reads them anew. */
  public void load() {
    known = masterData.items().keySet();
    inactive.clear();
    Map<ItemKey, String> ofOthers = owners.itemsOfOthers();
    sources.masters().forEach(source -> read(source, ofOthers));
  }

  /** An item is what the source says that it is of. */
  private void read(MasterSource source, Map<ItemKey, String> ofOthers) {
    ErpSource erp = source.erp();
    List<ErpInactiveItem> page = erp.inactiveItems("", "", PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .filter(
              item -> ofOthers.getOrDefault(key(item), SourceStore.FIRST).equals(source.source()))
          .forEach(this::add);
      ErpInactiveItem last = page.get(page.size() - 1);
      page = page.size() < PAGE ? List.of() : erp.inactiveItems(last.itemId(), last.orgId(), PAGE);
    }
  }

  private static ItemKey key(ErpInactiveItem item) {
    return new ItemKey(item.orgId() == null ? "" : item.orgId(), item.itemId());
  }

  private void add(ErpInactiveItem item) {
    inactive.put(key(item), Optional.ofNullable(item.changedAt()).map(t -> t.toLocalDate()));
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

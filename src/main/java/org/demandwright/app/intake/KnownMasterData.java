package org.demandwright.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.KitPart;
import org.demandwright.store.demand.MasterDataStore.Item;
import org.demandwright.store.demand.MasterDataStore.Site;

/** Items, sites and kits of several ERPs: of what two of them know, the first one's counts. */
final class KnownMasterData {
  private final Map<ItemKey, Item> items = new LinkedHashMap<>();
  private final Map<List<String>, Site> sites = new LinkedHashMap<>();
  private final Map<ItemKey, List<KitPart>> kits = new LinkedHashMap<>();
  private final List<Words> differences = new ArrayList<>();

  /** Takes what a source knows; what it calls otherwise than it is called here is left out. */
  void add(MasterSource source, List<Item> itsItems, List<Site> itsSites, List<KitPart> itsParts) {
    List<String> differing = new ArrayList<>();
    for (Item item : itsItems) {
      if (source.renamedItems().contains(item.key().itemId())) {
        continue;
      }
      Item there = items.putIfAbsent(item.key(), item);
      if (there != null && !BaseUnits.same(item.uom(), there.uom())) {
        differing.add(item.key().itemId());
      }
    }
    if (!differing.isEmpty()) {
      differences.add(
          Words.of("run.master-data-differ", differing.size(), source.name(), differing.get(0)));
    }
    itsSites.stream()
        .filter(site -> !source.renamedSites().contains(site.siteId()))
        .forEach(site -> sites.putIfAbsent(List.of(site.orgId(), site.siteId()), site));
    itsParts.stream()
        .filter(part -> !source.renamedItems().contains(part.kit().itemId()))
        .collect(Collectors.groupingBy(KitPart::kit, LinkedHashMap::new, Collectors.toList()))
        .forEach(kits::putIfAbsent);
  }

  List<Item> items() {
    return List.copyOf(items.values());
  }

  List<Site> sites() {
    return List.copyOf(sites.values());
  }

  List<KitPart> components() {
    return kits.values().stream().flatMap(List::stream).toList();
  }

  /** Returns what sources say otherwise than those before them, in words. */
  List<Words> differences() {
    return differences;
  }
}

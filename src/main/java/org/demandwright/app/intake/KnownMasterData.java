package org.demandwright.app.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.Words;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.KitPart;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterConflict.Told;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.store.demand.MasterDataStore.Item;
import org.demandwright.store.demand.MasterDataStore.Site;
import org.demandwright.store.source.MasterSourceStore.Owner;

/**
 * Items, sites and kits of several ERPs: of what two of them know, the first one's counts, and what
 * the other says differently is a {@link MasterConflict}. What a source leaves open it does not say
 * differently.
 */
final class KnownMasterData {
  private final Map<ItemKey, Item> items = new LinkedHashMap<>();
  private final Map<List<String>, Site> sites = new LinkedHashMap<>();
  private final Map<ItemKey, List<KitPart>> kits = new LinkedHashMap<>();
  private final Map<ItemKey, MasterSource> itemOwners = new HashMap<>();
  private final Map<List<String>, MasterSource> siteOwners = new HashMap<>();
  private final Map<ItemKey, MasterSource> kitOwners = new HashMap<>();
  private final Map<String, Set<List<String>>> knownSites = new HashMap<>();
  private final List<MasterConflict> conflicts = new ArrayList<>();
  private final List<Words> differences = new ArrayList<>();

  /** Notes at which sites a source is, whether or not it gives their names. */
  void knows(MasterSource source, List<Site> itsSites) {
    Set<List<String>> known =
        knownSites.computeIfAbsent(source.source(), s -> new LinkedHashSet<>());
    itsSites.forEach(
        site -> known.add(List.of(site.orgId(), source.site(site.siteId(), SourceCode.FOR_EVER))));
  }

  /** Takes what a source knows; what it calls otherwise than it is called here is left out. */
  void add(MasterSource source, List<Item> itsItems, List<Site> itsSites, List<KitPart> itsParts) {
    List<String> inAnotherUnit = new ArrayList<>();
    for (Item item : itsItems) {
      add(source, item, inAnotherUnit);
    }
    if (!inAnotherUnit.isEmpty()) {
      differences.add(
          Words.of(
              "run.master-data-differ", inAnotherUnit.size(), source.name(), inAnotherUnit.get(0)));
    }
    for (Site site : itsSites) {
      add(source, site);
    }
    itsParts.stream()
        .filter(part -> !source.terms().renames(SourceCode.Kind.ITEM, part.kit().itemId()))
        .collect(Collectors.groupingBy(KitPart::kit, LinkedHashMap::new, Collectors.toList()))
        .forEach((kit, parts) -> add(source, kit, parts));
  }

  /** An item that is called otherwise here is compared, and is no item of its own. */
  private void add(MasterSource source, Item item, List<String> inAnotherUnit) {
    boolean renamed = source.terms().renames(SourceCode.Kind.ITEM, item.key().itemId());
    ItemKey key =
        renamed
            ? new ItemKey(item.key().orgId(), source.item(item.key().itemId(), SourceCode.FOR_EVER))
            : item.key();
    Item there = items.get(key);
    if (there == null) {
      if (!renamed) {
        items.put(key, item);
        itemOwners.put(key, source);
      }
      return;
    }
    MasterSource owner = itemOwners.get(key);
    if (owner == source) {
      return;
    }
    if (!BaseUnits.same(item.uom(), there.uom())) {
      inAnotherUnit.add(item.key().itemId());
      conflict(owner, source, key, "unit", there.uom(), item.uom());
    }
    compare(owner, source, key, "category", there.category(), item.category());
    compare(owner, source, key, "leadTime", text(there.leadTimeDays()), text(item.leadTimeDays()));
    if (!renamed) {
      compare(owner, source, key, "name", there.name(), item.name());
      compare(owner, source, key, "code", there.code(), item.code());
    }
  }

  private static String text(Integer number) {
    return number == null ? "" : number.toString();
  }

  /** What is empty, or the identity in place of what was left out, is not told. */
  private void compare(
      MasterSource owner,
      MasterSource other,
      ItemKey item,
      String what,
      String taken,
      String differently) {
    boolean told = isTold(taken, item.itemId()) && isTold(differently, item.itemId());
    if (told && !taken.equals(differently)) {
      conflict(owner, other, item, what, taken, differently);
    }
  }

  private static boolean isTold(String value, String identity) {
    return !value.isEmpty() && !value.equals(identity);
  }

  private void conflict(
      MasterSource owner,
      MasterSource other,
      ItemKey item,
      String what,
      String taken,
      String differently) {
    conflicts.add(
        MasterConflict.always(
            MasterKind.ITEM,
            item.orgId(),
            item.itemId(),
            "",
            what,
            new Told(owner.name(), taken),
            new Told(other.name(), differently)));
  }

  private void add(MasterSource source, Site site) {
    if (source.terms().renames(SourceCode.Kind.SITE, site.siteId())) {
      return;
    }
    List<String> key = List.of(site.orgId(), site.siteId());
    Site there = sites.putIfAbsent(key, site);
    if (there == null) {
      siteOwners.put(key, source);
    } else if (isTold(there.name(), site.siteId())
        && isTold(site.name(), site.siteId())
        && !there.name().equals(site.name())) {
      conflicts.add(
          MasterConflict.always(
              MasterKind.SITE,
              site.orgId(),
              "",
              site.siteId(),
              "name",
              new Told(siteOwners.get(key).name(), there.name()),
              new Told(source.name(), site.name())));
    }
  }

  private void add(MasterSource source, ItemKey kit, List<KitPart> parts) {
    List<KitPart> there = kits.putIfAbsent(kit, parts);
    if (there == null) {
      kitOwners.put(kit, source);
    } else if (!text(there).equals(text(parts))) {
      conflicts.add(
          MasterConflict.always(
              MasterKind.KIT,
              kit.orgId(),
              kit.itemId(),
              "",
              "parts",
              new Told(kitOwners.get(kit).name(), text(there)),
              new Told(source.name(), text(parts))));
    }
  }

  private static String text(List<KitPart> parts) {
    return parts.stream()
        .map(p -> p.quantity().stripTrailingZeros().toPlainString() + " " + p.componentId())
        .sorted()
        .collect(Collectors.joining(", "));
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

  /** Returns the sites that this source is the first to know. */
  Set<Site> sitesOf(MasterSource source) {
    Set<Site> own = new HashSet<>();
    sites.forEach(
        (key, site) -> {
          if (siteOwners.get(key).source().equals(source.source())) {
            own.add(site);
          }
        });
    return own;
  }

  /** Returns companies and sites that a source knows, as they are called here. */
  Set<List<String>> known(MasterSource source) {
    return knownSites.getOrDefault(source.source(), Set.of());
  }

  /** Returns which source each item and site is of. */
  List<Owner> owners() {
    List<Owner> owners = new ArrayList<>();
    itemOwners.forEach(
        (key, source) ->
            owners.add(new Owner(MasterKind.ITEM, key.orgId(), key.itemId(), source.source())));
    siteOwners.forEach(
        (key, source) ->
            owners.add(new Owner(MasterKind.SITE, key.get(0), key.get(1), source.source())));
    return owners;
  }

  /** Returns what sources say otherwise than those before them. */
  List<MasterConflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Returns what of it makes lines wait in quarantine, in words. */
  List<Words> differences() {
    return differences;
  }
}

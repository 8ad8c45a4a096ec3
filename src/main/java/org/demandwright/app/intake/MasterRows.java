package org.demandwright.app.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.DaySpan;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms.Named;
import org.demandwright.erp.ErpCalendarDay;
import org.demandwright.store.demand.MasterDataStore.Site;

/**
 * Prices, promotions and days of the calendar of a source as they are called here: under identities
 * that begin with its name, and of a code that is called differently on different days a row each.
 * What a source says of every site it says of the sites that it alone knows, where there are some.
 */
final class MasterRows {
  private final MasterSource source;
  private final Set<Site> own;

  /**
   * @param own sites that no source before this one knows, empty for the first
   */
  MasterRows(MasterSource source, Set<Site> own) {
    this.source = source;
    this.own = own;
  }

  /** A row at one item and site, on some days. */
  private record Placed(String item, String site, DaySpan days) {}

  List<Price> prices(List<Price> theirs) {
    List<Price> ours = new ArrayList<>();
    for (Price p : theirs) {
      if (isAsItIs(p.item().itemId(), p.siteId())) {
        String id = source.prefix() + p.priceId();
        ours.add(
            new Price(
                id, p.item(), p.siteId(), p.validFrom(), p.validTo(), p.unitPrice(), p.currency()));
        continue;
      }
      List<Placed> placed = placed(p.item(), p.siteId(), p.validFrom(), p.validTo());
      for (int i = 0; i < placed.size(); i++) {
        Placed at = placed.get(i);
        ours.add(
            new Price(
                identity(p.priceId(), i, placed.size()),
                new ItemKey(p.item().orgId(), at.item()),
                at.site(),
                at.days().first(),
                at.days().last().equals(SourceCode.FOR_EVER) ? p.validTo() : at.days().last(),
                p.unitPrice(),
                p.currency()));
      }
    }
    return ours;
  }

  List<Promotion> promotions(List<Promotion> theirs) {
    List<Promotion> ours = new ArrayList<>();
    for (Promotion p : theirs) {
      if (isAsItIs(p.item().itemId(), p.siteId())) {
        String id = source.prefix() + p.promotionId();
        ours.add(new Promotion(id, p.item(), p.siteId(), p.from(), p.to()));
        continue;
      }
      List<Placed> placed = placed(p.item(), p.siteId(), p.from(), p.to());
      for (int i = 0; i < placed.size(); i++) {
        Placed at = placed.get(i);
        ours.add(
            new Promotion(
                identity(p.promotionId(), i, placed.size()),
                new ItemKey(p.item().orgId(), at.item()),
                at.site(),
                at.days().first(),
                at.days().last()));
      }
    }
    return ours;
  }

  List<ErpCalendarDay> calendar(List<ErpCalendarDay> theirs) {
    List<ErpCalendarDay> ours = new ArrayList<>();
    for (ErpCalendarDay day : theirs) {
      if (day.siteId() == null && !own.isEmpty()) {
        own.forEach(
            site -> ours.add(new ErpCalendarDay(day.day(), day.name(), day.kind(), site.siteId())));
      } else {
        String site = source.site(day.siteId(), day.day());
        ours.add(new ErpCalendarDay(day.day(), day.name(), day.kind(), site));
      }
    }
    return ours;
  }

  private String identity(String theirs, int part, int parts) {
    String whole = source.prefix() + theirs;
    return parts == 1 ? whole : whole + "@" + (part + 1);
  }

  private List<Placed> placed(ItemKey item, String site, LocalDate from, LocalDate to) {
    Optional<DaySpan> days = DaySpan.of(Optional.of(from), Optional.ofNullable(to));
    List<Placed> placed = new ArrayList<>();
    if (days.isEmpty()) {
      return placed;
    }
    for (Named called : source.terms().names(SourceCode.Kind.ITEM, item.itemId(), days.get())) {
      if (site == null) {
        sites(item.orgId()).forEach(s -> placed.add(new Placed(called.ours(), s, called.days())));
      } else {
        source
            .terms()
            .names(SourceCode.Kind.SITE, site, called.days())
            .forEach(at -> placed.add(new Placed(called.ours(), at.ours(), at.days())));
      }
    }
    return placed;
  }

  private boolean isAsItIs(String item, String site) {
    return !source.terms().renames(SourceCode.Kind.ITEM, item)
        && !source.terms().renames(SourceCode.Kind.SITE, site)
        && (site != null || own.isEmpty());
  }

  /** What stands for every site: null, or each of its own. */
  private List<String> sites(String org) {
    List<String> sites =
        new ArrayList<>(
            own.stream().filter(s -> s.orgId().equals(org)).map(Site::siteId).sorted().toList());
    if (sites.isEmpty()) {
      sites.add(null);
    }
    return sites;
  }
}

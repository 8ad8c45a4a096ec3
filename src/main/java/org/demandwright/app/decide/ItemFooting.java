package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.intake.KitBook;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * What a question about one item rests on: a decision, the version on which was decided, and what
 * the item costs, what is there of it and on its way. Nothing of other items is read.
 */
@ApplicationScoped
public class ItemFooting {
  private static final int PAGE = 1_000;

  private final DecideStock decide;
  private final TotalsStore totals;
  private final DemandOfPlaces demand;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final SuggestionLife life;

  @Inject
  ItemFooting(
      DecideStock decide,
      TotalsStore totals,
      DemandOfPlaces demand,
      MasterDataStore masterData,
      SupplyStore supply,
      SuggestionLife life) {
    this.decide = decide;
    this.totals = totals;
    this.demand = demand;
    this.masterData = masterData;
    this.supply = supply;
    this.life = life;
  }

  ItemFooting() {
    this(null, null, null, null, null, null);
  }

  /** What an item at a site is worth on a day. */
  public record Worth(BigDecimal price, String currency, Optional<BigDecimal> cost) {}

  /** What was read of an item. */
  record Footing(
      Decision decision,
      VersionStore.Version version,
      ItemKey item,
      List<Price> prices,
      SupplyBook book,
      StockBook stock) {

    /** The first period of the forecast. */
    Period origin() {
      return Period.of(version.recipe().bucket(), version.recipe().origin());
    }

    /** The first day that the forecast does not reach. */
    LocalDate end() {
      return origin().plus(version.recipe().horizon()).start();
    }

    /** What there is at a site; empty where the ERP tells none. */
    Optional<StockPosition> position(String site) {
      return stock.of(new PolicySubject.Key(item.orgId(), item.itemId(), site)).position();
    }

    /** The days between a site and whom it buys the item of. */
    SupplyDays days(String site) {
      return book.days(item.orgId(), site, book.terms(item, site).vendor());
    }

    /**
     * Price and cost of a day, in one currency: prices and costs in others are none. Empty where no
     * price is known.
     */
    Optional<Worth> worth(String site, String currency, LocalDate day) {
      UnitWorth worth =
          UnitWorth.of(
              book.terms(item, site),
              prices.stream().filter(p -> currency.equals(p.currency())).toList(),
              site,
              day,
              Map.of());
      return worth
          .price()
          .map(
              price ->
                  new Worth(
                      price.amount(),
                      currency,
                      worth
                          .cost()
                          .filter(c -> c.currency().equals(currency))
                          .map(UnitWorth.Money::amount)));
    }
  }

  /**
   * Reads what is known of an item.
   *
   * @throws Refused GONE where the version is removed
   */
  Footing of(Decision decision, ItemKey item) {
    VersionStore.Version version = decide.version(decision);
    List<String> items = List.of(item.itemId());
    StockBook stock =
        StockBook.of(supply, new KitBook(masterData.components()), decision.asOf(), item);
    stock.count(life.accepted(decision.asOf(), item));
    return new Footing(
        decision,
        version,
        item,
        masterData.prices(items).stream().filter(p -> p.item().equals(item)).toList(),
        SupplyBook.of(supply, decision.asOf(), item.orgId(), items),
        stock);
  }

  /** Returns the item at its sites within a scope. */
  List<Place> places(Footing on, DataScope scope, Optional<String> site) {
    TotalsStore.Filter filter =
        new TotalsStore.Filter(
            scope,
            Optional.of(on.item().orgId()),
            Optional.of(on.item().itemId()),
            site,
            Optional.empty());
    long versionId = on.version().versionId();
    List<TotalsStore.Entry> series = new ArrayList<>();
    List<TotalsStore.Entry> page = totals.series(versionId, filter, 0, PAGE);
    while (!page.isEmpty()) {
      series.addAll(page);
      page = totals.series(versionId, filter, page.get(page.size() - 1).seriesId(), PAGE);
    }
    return Place.of(series);
  }

  /** Returns the demand of places; one of which it cannot be told is left out. */
  Map<Place, TotalDemand> demand(Footing on, Collection<Place> places) {
    return demand.of(on.version(), places);
  }
}

package org.demandwright.batch.quality;

import java.util.List;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.quality.ItemState;
import org.demandwright.core.quality.SeriesProfile;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;

/**
 * All that the rules of data quality need of one series.
 *
 * @param profile what its lines add up to
 * @param stockOuts of this item and site
 * @param promotions of this item and site
 * @param events that concern this site and the item's category
 */
public record SeriesToInspect(
    SeriesStore.Ref series,
    SeriesProfile profile,
    List<MasterDataStore.StockOutDays> stockOuts,
    List<Promotion> promotions,
    EventCalendar events,
    ItemState item) {
  public SeriesToInspect {
    stockOuts = List.copyOf(stockOuts);
    promotions = List.copyOf(promotions);
  }
}

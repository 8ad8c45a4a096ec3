package org.demandwright.batch.demand;

import java.util.List;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;

/**
 * All that is known of one series before it becomes periods.
 *
 * @param category the item's category, empty where unknown
 * @param days before the as-of day, in order
 * @param open days from it on for which lines are wanted, in order
 * @param stockOuts of this item and site
 * @param prices that apply to this item and site, ordered by the day from which they hold
 * @param promotions of this item and site
 * @param signals that concern this item and site, those of the whole market too
 * @param layers corrections that people laid over the series, in order
 */
public record SeriesDays(
    SeriesStore.Ref series,
    String category,
    List<DayTotal> days,
    List<DayTotal> open,
    List<MasterDataStore.StockOutDays> stockOuts,
    List<Price> prices,
    List<Promotion> promotions,
    List<SignalValue> signals,
    List<LayerStore.Entry> layers) {
  public SeriesDays {
    days = List.copyOf(days);
    open = List.copyOf(open);
    stockOuts = List.copyOf(stockOuts);
    prices = List.copyOf(prices);
    promotions = List.copyOf(promotions);
    signals = List.copyOf(signals);
    layers = List.copyOf(layers);
  }
}

package org.demandwright.batch.forecast;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.batch.demand.PlacedRows;
import org.demandwright.batch.demand.SeriesDays;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SignalStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.quality.SeriesDemand;

/**
 * Reads the series of one partition with their days of demand, a page of series at a time, in
 * series order.
 */
@Named
@Dependent
public class SeriesDaysReader extends PagedSeriesReader<SeriesDays> {
  private static final int PAGE = 100;

  private final SeriesStore series;
  private final SeriesDemand demand;
  private final MasterDataStore masterData;
  private final SignalStore signals;
  private final LayerStore layers;
  private final VersionAtWork work;

  @Inject
  @BatchProperty(name = "after")
  long after;

  @Inject
  @BatchProperty(name = "upTo")
  long upTo;

  private Map<ItemKey, MasterDataStore.Item> items;
  private SeriesStore.View view;
  private List<SignalValue> market;
  private Instant opened;

  @Inject
  SeriesDaysReader(
      SeriesStore series,
      SeriesDemand demand,
      MasterDataStore masterData,
      SignalStore signals,
      LayerStore layers,
      VersionAtWork work) {
    this.series = series;
    this.demand = demand;
    this.masterData = masterData;
    this.signals = signals;
    this.layers = layers;
    this.work = work;
  }

  @Override
  public void open(Serializable checkpoint) {
    begin(checkpoint, after);
    Recipe recipe = work.version().recipe();
    view =
        new SeriesStore.View(recipe.dataAsOf(), recipe.knownAt(), recipe.returns().onDayOfSale());
    opened = recipe.knownAt().orElse(work.version().createdAt());
    items = masterData.items();
    market = signals.known(List.of(SignalValue.EVERY_ITEM), recipe.dataAsOf());
  }

  @Override
  protected long seriesOf(SeriesDays days) {
    return days.series().seriesId();
  }

  @Override
  protected List<SeriesDays> pageAfter(long seriesId) {
    List<SeriesStore.Ref> refs =
        series.after(seriesId, PAGE).stream().filter(ref -> ref.seriesId() <= upTo).toList();
    if (refs.isEmpty()) {
      return List.of();
    }
    long from = refs.get(0).seriesId();
    long to = refs.get(refs.size() - 1).seriesId();
    Map<Long, SeriesDemand.Days> days = demand.of(from, to, view);
    Map<Long, List<LayerStore.Entry>> laid =
        layers.activeAt(opened, from, to).stream()
            .collect(Collectors.groupingBy(LayerStore.Entry::seriesId));
    TreeSet<String> ids = new TreeSet<>();
    refs.forEach(r -> ids.add(r.key().item()));
    var stockOuts =
        PlacedRows.of(
            masterData.stockOuts(ids),
            MasterDataStore.StockOutDays::item,
            MasterDataStore.StockOutDays::siteId);
    var prices = PlacedRows.of(masterData.prices(ids), Price::item, Price::siteId);
    var promotions = PlacedRows.of(masterData.promotions(ids), Promotion::item, Promotion::siteId);
    Map<String, List<SignalValue>> itemSignals =
        signals.known(ids, view.asOf()).stream().collect(Collectors.groupingBy(SignalValue::item));
    List<SeriesDays> page = new ArrayList<>();
    for (SeriesStore.Ref ref : refs) {
      ItemKey item = new ItemKey(ref.key().org(), ref.key().item());
      String site = ref.key().site();
      page.add(
          new SeriesDays(
              ref,
              items.containsKey(item) ? items.get(item).category() : "",
              days.getOrDefault(ref.seriesId(), SeriesDemand.Days.NONE).known(),
              days.getOrDefault(ref.seriesId(), SeriesDemand.Days.NONE).open(),
              stockOuts.of(ref.key()),
              prices.of(ref.key()),
              promotions.of(ref.key()),
              at(site, itemSignals.get(item.itemId())),
              laid.getOrDefault(ref.seriesId(), List.of())));
    }
    return page;
  }

  /** Returns the signals that concern an item at a site: its own, and those of the market. */
  private List<SignalValue> at(String site, List<SignalValue> ofItem) {
    return Stream.concat(market.stream(), ofItem == null ? Stream.of() : ofItem.stream())
        .filter(v -> v.site().isEmpty() || v.site().equals(site))
        .toList();
  }
}

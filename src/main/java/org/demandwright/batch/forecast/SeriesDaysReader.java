package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.batch.demand.SeriesDays;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SignalStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.quality.SeriesDemand;
import org.demandwright.store.run.RunStore;

/** Reads series with their days of demand, a page of series at a time, in series order. */
@Named
@Dependent
public class SeriesDaysReader extends AbstractItemReader {
  private static final int PAGE = 100;

  private final SeriesStore series;
  private final SeriesDemand demand;
  private final MasterDataStore masterData;
  private final SignalStore signals;
  private final LayerStore layers;
  private final RunStore runs;
  private final VersionAtWork work;
  private final JobContext job;
  private final StepContext step;

  private final Deque<SeriesDays> page = new ArrayDeque<>();
  private Map<ItemKey, MasterDataStore.Item> items;
  private SeriesStore.View view;
  private List<SignalValue> market;
  private Instant opened;
  private long paged;
  private long last;

  @Inject
  SeriesDaysReader(
      SeriesStore series,
      SeriesDemand demand,
      MasterDataStore masterData,
      SignalStore signals,
      LayerStore layers,
      RunStore runs,
      VersionAtWork work,
      JobContext job,
      StepContext step) {
    this.series = series;
    this.demand = demand;
    this.masterData = masterData;
    this.signals = signals;
    this.layers = layers;
    this.runs = runs;
    this.work = work;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    last = checkpoint instanceof Long id ? id : 0;
    paged = last;
    VersionStore.Recipe recipe = work.version().recipe();
    view =
        new SeriesStore.View(recipe.dataAsOf(), recipe.knownAt(), recipe.returns().onDayOfSale());
    opened = recipe.knownAt().orElse(work.version().createdAt());
    items = masterData.items();
    market = signals.known(List.of(SignalValue.EVERY_ITEM), recipe.dataAsOf());
    runs.expect(job.getInstanceId(), step.getStepName(), 0, series.count(), "series");
  }

  @Override
  public SeriesDays readItem() {
    if (page.isEmpty()) {
      fill();
    }
    SeriesDays next = page.poll();
    if (next != null) {
      last = next.series().seriesId();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  private void fill() {
    List<SeriesStore.Ref> refs = series.after(paged, PAGE);
    if (refs.isEmpty()) {
      return;
    }
    long from = refs.get(0).seriesId();
    paged = refs.get(refs.size() - 1).seriesId();
    Map<Long, SeriesDemand.Days> days = demand.of(from, paged, view);
    Map<Long, List<LayerStore.Entry>> laid =
        layers.activeAt(opened, from, paged).stream()
            .collect(Collectors.groupingBy(LayerStore.Entry::seriesId));
    TreeSet<String> ids = new TreeSet<>();
    refs.forEach(r -> ids.add(r.key().item()));
    var stockOuts = byItem(masterData.stockOuts(ids), MasterDataStore.StockOutDays::item);
    var prices = byItem(masterData.prices(ids), MasterDataStore.Price::item);
    var promotions = byItem(masterData.promotions(ids), MasterDataStore.Promotion::item);
    Map<String, List<SignalValue>> itemSignals =
        signals.known(ids, view.asOf()).stream().collect(Collectors.groupingBy(SignalValue::item));
    for (SeriesStore.Ref ref : refs) {
      ItemKey item = new ItemKey(ref.key().org(), ref.key().item());
      String site = ref.key().site();
      page.add(
          new SeriesDays(
              ref,
              items.containsKey(item) ? items.get(item).category() : "",
              days.getOrDefault(ref.seriesId(), SeriesDemand.Days.NONE).known(),
              days.getOrDefault(ref.seriesId(), SeriesDemand.Days.NONE).open(),
              at(site, stockOuts.get(item), MasterDataStore.StockOutDays::siteId),
              at(site, prices.get(item), MasterDataStore.Price::siteId),
              at(site, promotions.get(item), MasterDataStore.Promotion::siteId),
              at(site, itemSignals.get(item.itemId())),
              laid.getOrDefault(ref.seriesId(), List.of())));
    }
  }

  /** Returns the signals that concern an item at a site: its own, and those of the market. */
  private List<SignalValue> at(String site, List<SignalValue> ofItem) {
    return Stream.concat(market.stream(), ofItem == null ? Stream.of() : ofItem.stream())
        .filter(v -> v.site().isEmpty() || v.site().equals(site))
        .toList();
  }

  private static <T> Map<ItemKey, List<T>> byItem(Collection<T> rows, Function<T, ItemKey> item) {
    return rows.stream().collect(Collectors.groupingBy(item));
  }

  private static <T> List<T> at(String site, List<T> rows, Function<T, String> siteOf) {
    return rows == null
        ? List.of()
        : rows.stream()
            .filter(r -> siteOf.apply(r) == null || siteOf.apply(r).equals(site))
            .toList();
  }
}

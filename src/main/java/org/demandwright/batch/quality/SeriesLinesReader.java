package org.demandwright.batch.quality;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.batch.demand.ItemStates;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.VersionCalendar;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.core.quality.SeriesProfile;
import org.demandwright.core.quality.SeriesProfiler;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.run.RunStore;

/**
 * Reads series with what their lines add up to, a page of series at a time, in series order: a page
 * takes the memory of its series' days. The checkpoint is the last series read.
 */
@Named
@Dependent
public class SeriesLinesReader extends AbstractItemReader {
  private static final int PAGE = 100;

  private final SeriesStore series;
  private final SalesSumStore sums;
  private final MasterDataStore masterData;
  private final ItemStates items;
  private final InspectionAtWork work;
  private final RunStore runs;
  private final StepContext step;

  private final Deque<SeriesToInspect> page = new ArrayDeque<>();
  private Inspection inspection;
  private Map<ItemKey, MasterDataStore.Item> masters;
  private VersionCalendar.Series calendars;
  private long paged;
  private long last;

  @Inject
  SeriesLinesReader(
      SeriesStore series,
      SalesSumStore sums,
      MasterDataStore masterData,
      ItemStates items,
      InspectionAtWork work,
      RunStore runs,
      StepContext step) {
    this.series = series;
    this.sums = sums;
    this.masterData = masterData;
    this.items = items;
    this.work = work;
    this.runs = runs;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    last = checkpoint instanceof Long id ? id : 0;
    paged = last;
    inspection = work.inspection().orElse(null);
    items.load();
    masters = masterData.items();
    if (inspection != null) {
      calendars = work.calendars(inspection.asOf());
    }
    runs.expect(work.instance(), step.getStepName(), 0, series.count(), "series");
  }

  @Override
  public SeriesToInspect readItem() {
    if (page.isEmpty() && inspection != null) {
      fill();
    }
    SeriesToInspect next = page.poll();
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
    Map<Long, List<SalesSums>> sold = sums.before(inspection.asOf(), from, paged);
    TreeSet<String> ids = new TreeSet<>();
    refs.forEach(r -> ids.add(r.key().item()));
    var stockOuts = byItem(masterData.stockOuts(ids), MasterDataStore.StockOutDays::item);
    var promotions = byItem(masterData.promotions(ids), MasterDataStore.Promotion::item);
    for (SeriesStore.Ref ref : refs) {
      ItemKey item = new ItemKey(ref.key().org(), ref.key().item());
      page.add(
          new SeriesToInspect(
              ref,
              profile(sold.getOrDefault(ref.seriesId(), List.of())),
              at(ref, stockOuts.get(item), MasterDataStore.StockOutDays::siteId),
              at(ref, promotions.get(item), MasterDataStore.Promotion::siteId),
              calendars.of(
                  ref.key().site(), masters.containsKey(item) ? masters.get(item).category() : ""),
              items.of(ref.key())));
    }
  }

  private static SeriesProfile profile(List<SalesSums> sums) {
    SeriesProfiler profiler = new SeriesProfiler();
    sums.forEach(profiler::add);
    return profiler.profile();
  }

  private static <T> Map<ItemKey, List<T>> byItem(List<T> rows, Function<T, ItemKey> item) {
    return rows.stream().collect(Collectors.groupingBy(item));
  }

  private static <T> List<T> at(SeriesStore.Ref ref, List<T> rows, Function<T, String> siteOf) {
    return rows == null
        ? List.of()
        : rows.stream()
            .filter(r -> siteOf.apply(r) == null || siteOf.apply(r).equals(ref.key().site()))
            .toList();
  }
}

package org.demandwright.batch.quality;

import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demandwright.batch.demand.PagedSeriesReader;
import org.demandwright.batch.demand.PlacedRows;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
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
public class SeriesLinesReader extends PagedSeriesReader<SeriesToInspect> {
  private static final int PAGE = 100;

  private final SeriesStore series;
  private final SalesSumStore sums;
  private final MasterDataStore masterData;
  private final ItemStates items;
  private final InspectionAtWork work;
  private final RunStore runs;
  private final StepContext step;

  private Inspection inspection;
  private Map<ItemKey, MasterDataStore.Item> masters;
  private VersionCalendar.Series calendars;

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
    begin(checkpoint, 0);
    inspection = work.inspection().orElse(null);
    items.load();
    masters = masterData.items();
    if (inspection != null) {
      calendars = work.calendars(inspection.asOf());
    }
    runs.expect(work.instance(), step.getStepName(), 0, series.count(), "series");
  }

  @Override
  protected long seriesOf(SeriesToInspect one) {
    return one.series().seriesId();
  }

  @Override
  protected List<SeriesToInspect> pageAfter(long seriesId) {
    if (inspection == null) {
      return List.of();
    }
    List<SeriesStore.Ref> refs = series.after(seriesId, PAGE);
    if (refs.isEmpty()) {
      return List.of();
    }
    long from = refs.get(0).seriesId();
    long to = refs.get(refs.size() - 1).seriesId();
    Map<Long, List<SalesSums>> sold = sums.before(inspection.asOf(), from, to);
    TreeSet<String> ids = new TreeSet<>();
    refs.forEach(r -> ids.add(r.key().item()));
    var stockOuts =
        PlacedRows.of(
            masterData.stockOuts(ids),
            MasterDataStore.StockOutDays::item,
            MasterDataStore.StockOutDays::siteId);
    var promotions = PlacedRows.of(masterData.promotions(ids), Promotion::item, Promotion::siteId);
    List<SeriesToInspect> page = new ArrayList<>();
    for (SeriesStore.Ref ref : refs) {
      ItemKey item = new ItemKey(ref.key().org(), ref.key().item());
      page.add(
          new SeriesToInspect(
              ref,
              profile(sold.getOrDefault(ref.seriesId(), List.of())),
              stockOuts.of(ref.key()),
              promotions.of(ref.key()),
              calendars.of(
                  ref.key().site(), masters.containsKey(item) ? masters.get(item).category() : ""),
              items.of(ref.key())));
    }
    return page;
  }

  private static SeriesProfile profile(List<SalesSums> sums) {
    SeriesProfiler profiler = new SeriesProfiler();
    sums.forEach(profiler::add);
    return profiler.profile();
  }
}

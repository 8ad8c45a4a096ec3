package org.demandwright.batch.quality;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.quality.QualityRuns;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.quality.ConflictingMasterData;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LookAlikeCodes;
import org.demandwright.core.quality.NegativeStock;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesOverview;
import org.demandwright.core.quality.StaleSource;
import org.demandwright.core.quality.Subject;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.source.MasterSourceStore;

/**
 * Begins the inspection and looks at what is not seen in one series: sources, the stock ledger and
 * codes that look alike.
 */
@Named
@Dependent
public class InspectSources extends AbstractBatchlet {
  /** As many inspections stay readable as versions do by default. */
  private static final int KEPT = 10;

  private static final int YEARS_OF_SILENCE = 2;
  private static final int PAGE = 5_000;
  private static final int SERIES_PAGE = 100;

  private final DemandSources sources;
  private final MasterSourceStore masterData;
  private final SeriesStore series;
  private final SalesSumStore sums;
  private final QualityStore quality;
  private final QualityRuns runs;
  private final InspectionAtWork work;

  @Inject
  @BatchProperty(name = "asOf")
  String asOf;

  @Inject
  @BatchProperty(name = "bucket")
  String bucket;

  @Inject
  InspectSources(
      DemandSources sources,
      MasterSourceStore masterData,
      SeriesStore series,
      SalesSumStore sums,
      QualityStore quality,
      QualityRuns runs,
      InspectionAtWork work) {
    this.sources = sources;
    this.masterData = masterData;
    this.series = series;
    this.sums = sums;
    this.quality = quality;
    this.runs = runs;
    this.work = work;
  }

  @Override
  public String process() {
    work.begin(asOf, bucket).ifPresent(this::inspect);
    return RunStatus.COMPLETED.name();
  }

  private void inspect(Inspection inspection) {
    SalesOverview sales = overview(inspection);
    List<Finding> found = new ArrayList<>();
    sales.eachSite(
        (site, days) -> StaleSource.inspect(site, days, inspection.asOf()).ifPresent(found::add));
    sources.masters().stream()
        .filter(source -> source.gives(MasterKind.STOCK))
        .forEach(source -> found.addAll(negativeStocks(source, sales)));
    masterData.conflicts().stream()
        .map(conflict -> ConflictingMasterData.finding(conflict, inspection.asOf()))
        .forEach(found::add);
    found.addAll(LookAlikeCodes.inspect(sales.series()));
    quality.replaceOthers(inspection.instanceId(), found);
    runs.keepNewest(KEPT);
  }

  private SalesOverview overview(Inspection inspection) {
    SalesOverview sales =
        new SalesOverview(inspection.asOf().minusYears(YEARS_OF_SILENCE), inspection.asOf());
    List<SeriesStore.Ref> page = series.after(0, SERIES_PAGE);
    while (!page.isEmpty()) {
      long last = page.get(page.size() - 1).seriesId();
      Map<Long, List<SalesDays>> ofPage = sums.days(page.get(0).seriesId(), last);
      page.forEach(r -> sales.add(r.key(), ofPage.getOrDefault(r.seriesId(), List.of())));
      page = series.after(last, SERIES_PAGE);
    }
    return sales;
  }

  private static List<Finding> negativeStocks(MasterSource source, SalesOverview sales) {
    ErpSource erp = source.erp();
    Map<Subject, NegativeStock> places = new LinkedHashMap<>();
    long after = Long.MIN_VALUE;
    for (List<ErpStockMovement> page = erp.negativeBalances(after, PAGE); !page.isEmpty(); ) {
      page.forEach(m -> add(places, source, m));
      after = page.get(page.size() - 1).sourceKey();
      page = page.size() < PAGE ? List.of() : erp.negativeBalances(after, PAGE);
    }
    return places.entrySet().stream()
        .map(e -> e.getValue().finding(e.getKey(), sales.sold(e.getKey())))
        .toList();
  }

  private static void add(
      Map<Subject, NegativeStock> places, MasterSource source, ErpStockMovement m) {
    if (m.itemId() != null && m.siteId() != null && m.postedOn() != null) {
      String org = m.orgId() == null ? "" : m.orgId();
      places
          .computeIfAbsent(
              new Subject(
                  org,
                  source.item(m.itemId(), m.postedOn()),
                  source.site(m.siteId(), m.postedOn()),
                  ""),
              place -> new NegativeStock(source.prefix()))
          .add(m.sourceKey(), m.postedOn(), m.balanceAfter());
    }
  }
}

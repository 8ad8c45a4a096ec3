package org.demandwright.batch.quality;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demandwright.app.quality.QualityRuns;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LookAlikeCodes;
import org.demandwright.core.quality.NegativeStock;
import org.demandwright.core.quality.StaleSource;
import org.demandwright.core.quality.Subject;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.quality.QualityStore.Inspection;
import org.demandwright.store.run.RunStatus;

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

  private final ErpSource erp;
  private final LineStore lines;
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
      ErpSource erp,
      LineStore lines,
      QualityStore quality,
      QualityRuns runs,
      InspectionAtWork work) {
    this.erp = erp;
    this.lines = lines;
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
    List<Finding> found = new ArrayList<>(staleSources(inspection));
    found.addAll(negativeStocks(inspection));
    found.addAll(lookAlikes(inspection));
    quality.replaceOthers(inspection.instanceId(), found);
    runs.keepNewest(KEPT);
  }

  private List<Finding> staleSources(Inspection inspection) {
    Map<Subject, List<StaleSource.Day>> sites = new LinkedHashMap<>();
    lines.eachSourceDay(
        inspection.asOf().minusYears(YEARS_OF_SILENCE),
        inspection.asOf(),
        d ->
            sites
                .computeIfAbsent(new Subject(d.org(), "", d.site(), ""), site -> new ArrayList<>())
                .add(new StaleSource.Day(d.day(), d.lines(), d.units().doubleValue())));
    return sites.entrySet().stream()
        .flatMap(e -> StaleSource.inspect(e.getKey(), e.getValue(), inspection.asOf()).stream())
        .toList();
  }

  private List<Finding> lookAlikes(Inspection inspection) {
    List<LookAlikeCodes.Sold> sold = new ArrayList<>();
    lines.eachSold(inspection.asOf(), sold::add);
    return LookAlikeCodes.inspect(sold);
  }

  private List<Finding> negativeStocks(Inspection inspection) {
    Map<Subject, NegativeStock> places = new LinkedHashMap<>();
    long after = Long.MIN_VALUE;
    for (List<ErpStockMovement> page = erp.negativeBalances(after, PAGE); !page.isEmpty(); ) {
      page.forEach(m -> add(places, m));
      after = page.get(page.size() - 1).sourceKey();
      page = page.size() < PAGE ? List.of() : erp.negativeBalances(after, PAGE);
    }
    Map<Subject, BigDecimal> sold =
        lines.sold(
            places.keySet().stream().map(Subject::item).collect(Collectors.toSet()),
            inspection.asOf());
    return places.entrySet().stream()
        .map(
            e ->
                e.getValue()
                    .finding(
                        e.getKey(), sold.getOrDefault(e.getKey(), BigDecimal.ZERO).doubleValue()))
        .toList();
  }

  private static void add(Map<Subject, NegativeStock> places, ErpStockMovement m) {
    if (m.itemId() != null && m.siteId() != null && m.postedOn() != null) {
      String org = m.orgId() == null ? "" : m.orgId();
      places
          .computeIfAbsent(
              new Subject(org, m.itemId(), m.siteId(), ""), place -> new NegativeStock())
          .add(m.sourceKey(), m.postedOn(), m.balanceAfter());
    }
  }
}

package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.Set;
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.LineIndexes;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStatus;

/**
 * Fixes what day it is and the instant from which on everything that this run brings is known, and
 * forgets how far reading had come if the run is told to read everything again, of all sources or
 * of one: contents that are the same stay. A first load begins without the indexes that it builds
 * afterwards; every other run finds them, even if a first load broke off.
 */
@Named
@Dependent
public class PrepareImport extends AbstractBatchlet {
  private final SalesLineStore store;
  private final ReconcileStore sums;
  private final LineDayStore days;
  private final ChangedSales sales;
  private final LineIndexes indexes;
  private final DemandSources sources;
  private final IntakeAtWork work;
  private final JobContext job;

  @Inject
  @BatchProperty(name = "reload")
  boolean reload;

  @Inject
  @BatchProperty(name = "source")
  String source;

  @Inject
  PrepareImport(
      SalesLineStore store,
      ReconcileStore sums,
      LineDayStore days,
      ChangedSales sales,
      LineIndexes indexes,
      DemandSources sources,
      IntakeAtWork work,
      JobContext job) {
    this.store = store;
    this.sums = sums;
    this.days = days;
    this.sales = sales;
    this.indexes = indexes;
    this.sources = sources;
    this.work = work;
    this.job = job;
  }

  @Override
  public String process() {
    if (work.begin(job.getInstanceId()).intoEmpty()) {
      indexes.drop();
    } else {
      indexes.build();
    }
    work.today();
    Set<DemandSource> anew =
        new LinkedHashSet<>(sources.all().stream().filter(DemandSource::readAnew).toList());
    if (reload) {
      anew.addAll(sources.chosen(source));
    }
    anew.removeIf(DemandSource::ending);
    for (DemandSource chosen : anew) {
      store.forgetPosition(chosen.source());
      sums.recount(chosen.source());
      sources.isReadAnew(chosen);
    }
    if (reload) {
      days.recount();
      sales.recount();
    }
    return RunStatus.COMPLETED.name();
  }
}

package org.demandwright.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.IntakeRun;
import org.demandwright.store.IntakeRunStore;
import org.demandwright.store.IntakeStore;
import org.demandwright.store.MasterDataStore;
import org.demandwright.store.MasterDataStore.ItemKey;
import org.demandwright.store.QuarantinedLine;
import org.demandwright.store.StoredLine;

/** The import that a running job carries out: what it judges rows by and where they go. */
@Dependent
public class IntakeAtWork {
  /** The view of sales lines, and the name of the cursor over it. */
  static final String SOURCE = "dw_sales_line";

  private final IntakeRunStore intake;
  private final MasterDataStore masterData;
  private final IntakeStore lines;
  private final JobContext job;
  private final Clock clock;
  private SalesLineReview review;

  @Inject
  IntakeAtWork(
      IntakeRunStore intake,
      MasterDataStore masterData,
      IntakeStore lines,
      JobContext job,
      Clock clock) {
    this.intake = intake;
    this.masterData = masterData;
    this.lines = lines;
    this.job = job;
    this.clock = clock;
  }

  /**
   * Returns this run; its instant of knowledge is fixed at the first call and survives restarts.
   */
  IntakeRun run() {
    long id = job.getInstanceId();
    return new IntakeRun(id, SOURCE, intake.begin(id, clock.now()));
  }

  /** Judges a row by the master data as they were when the first row was judged. */
  ImportedLine review(ErpSalesLine raw) {
    if (review == null) {
      Map<ItemKey, String> units = new HashMap<>();
      masterData.items().forEach((key, item) -> units.put(key, item.uom()));
      review = new SalesLineReview(units, new KitBook(masterData.components()));
    }
    return review.review(raw);
  }

  /** Writes what became of rows, in one transaction; of two with one identity the last. */
  @Transactional
  public void write(Collection<ImportedLine> rows) {
    Map<String, ImportedLine> byId = new LinkedHashMap<>();
    rows.forEach(r -> byId.put(r.lineId(), r));
    List<StoredLine> good = byId.values().stream().flatMap(r -> r.lines().stream()).toList();
    List<QuarantinedLine> bad = byId.values().stream().flatMap(r -> r.bad().stream()).toList();
    lines.write(good, bad, run());
  }

  /** Moves rows that the ERP no longer has to the history, in one transaction. */
  @Transactional
  public void remove(Collection<String> lineIds) {
    lines.remove(lineIds, run());
  }
}

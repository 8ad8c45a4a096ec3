package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.source.DemandSource;
import org.demandwright.core.demand.BookingDays.Span;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.intake.KitBook;
import org.demandwright.core.intake.LineRule;
import org.demandwright.core.intake.PlausibleDates;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;

/**
 * The import that a run carries out: what it judges rows by and where they go. It begins with
 * {@link #begin}.
 */
@Dependent
public class IntakeAtWork {
  /** The first source: the view of sales lines. */
  private static final String FIRST = "dw_sales_line";

  private final IntakeRunStore intake;
  private final MasterDataStore masterData;
  private final IntakeStore lines;
  private final QuarantineStore quarantine;
  private final KnownDemand known;
  private final Clock clock;
  private IntakeRun run;
  private SalesLineReview review;
  private Optional<Span> body = Optional.empty();
  private boolean datesAreJudged;

  @Inject
  IntakeAtWork(
      IntakeRunStore intake,
      MasterDataStore masterData,
      IntakeStore lines,
      QuarantineStore quarantine,
      KnownDemand known,
      Clock clock) {
    this.intake = intake;
    this.masterData = masterData;
    this.lines = lines;
    this.quarantine = quarantine;
    this.known = known;
    this.clock = clock;
  }

  /**
   * Goes on with a run; its instant of knowledge is fixed at the first call and survives restarts.
   */
  public IntakeRun begin(long instanceId) {
    run = intake.begin(instanceId, FIRST, clock.now());
    return run;
  }

  private IntakeRun run() {
    if (run == null) {
      throw new IllegalStateException("no run has begun");
    }
    return run;
  }

  /** Returns the day that it was at the sites when this run began. */
  public LocalDate today() {
    return known.today(run().instanceId());
  }

  /** Judges order dates from now on by where the source books; empty = by today alone. */
  void judgeDatesBy(Optional<Span> newBody) {
    body = newBody;
    review = null;
    datesAreJudged = true;
  }

  /** Judges a row by the master data as they were when the first row was judged. */
  JudgedRow review(ErpSalesLine raw) {
    return judge().review(raw);
  }

  /** Returns who judges rows, on whichever one thread. */
  public SalesLineReview judge() {
    if (review == null) {
      Map<ItemKey, String> units = new HashMap<>();
      masterData.items().forEach((key, item) -> units.put(key, item.uom()));
      review =
          new SalesLineReview(
              units, new PlausibleDates(today(), body), new KitBook(masterData.components()));
    }
    return review;
  }

  /**
   * Writes what became of rows of a source, in one transaction; of two with one identity the last.
   * A row that was set aside for its date and says the same stays so until dates are judged.
   */
  @Transactional
  public void write(DemandSource source, Collection<JudgedRow> rows) {
    write(source, rows, lines::write);
  }

  /** Writes as {@link #write} does rows that are read in their order, for the first time. */
  @Transactional
  public void load(DemandSource source, Collection<JudgedRow> rows) {
    write(source, rows, run().intoEmpty() ? lines::load : lines::write);
  }

  private void write(DemandSource source, Collection<JudgedRow> rows, Writing writing) {
    Map<String, JudgedRow> byId = new LinkedHashMap<>();
    rows.forEach(r -> byId.put(r.lineId(), r));
    Map<String, QuarantinedLine> setAside = quarantine.of(byId.keySet());
    if (!datesAreJudged) {
      for (QuarantinedLine old : List.copyOf(setAside.values())) {
        if (waits(byId.get(old.lineId()), old)) {
          byId.remove(old.lineId());
          setAside.remove(old.lineId());
        }
      }
    }
    List<SeriesLine> good = byId.values().stream().flatMap(r -> r.lines().stream()).toList();
    List<QuarantinedLine> bad = byId.values().stream().flatMap(r -> r.bad().stream()).toList();
    writing.write(good, bad, setAside, run().of(source.source()));
  }

  private static boolean waits(JudgedRow row, QuarantinedLine old) {
    return old.reason().equals(LineRule.IMPLAUSIBLE_DATE.name())
        && row.bad().isEmpty()
        && row.watermark().changedAt().equals(old.changedAt())
        && Objects.equals(row.lines().get(0).line().orderDay(), old.orderDay());
  }

  private interface Writing {
    void write(
        List<SeriesLine> good,
        List<QuarantinedLine> bad,
        Map<String, QuarantinedLine> setAside,
        IntakeRun run);
  }

  /** Moves rows that a source no longer has to the history, in one transaction. */
  @Transactional
  public void remove(DemandSource source, Collection<String> lineIds) {
    lines.remove(lineIds, run().of(source.source()));
  }
}

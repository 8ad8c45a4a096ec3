package org.demandwright.store;

import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.demand.EventStore;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.AccuracyStore;
import org.demandwright.store.forecast.ArchiveStore;
import org.demandwright.store.forecast.CalendarStore;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.BookingStore;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.IntakeStore;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.intake.SourceLineStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.plan.VolumeStore;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.quality.SeriesDemand;
import org.demandwright.store.run.RunDayStore;
import org.demandwright.store.source.FileStore;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.sql.Sql;

/** The stores that tests ask, over one database that no server manages. */
public record Stores(
    Sql sql,
    SeriesStore series,
    EventStore events,
    FileStore files,
    PushedLineStore pushedLines,
    SourceLineStore sourceLines,
    SeriesCatalog catalog,
    MasterDataStore masterData,
    QuarantineStore quarantine,
    IntakeRunStore runs,
    ReconcileStore reconcile,
    IntakeStore intake,
    SalesLineStore salesLines,
    BookingStore bookings,
    RunDayStore runDays,
    LineStore lines,
    LayerStore layers,
    QualityStore quality,
    VersionStore versions,
    SnapshotStore snapshots,
    ResultStore results,
    CalibrationStore calibrations,
    ForecastStore forecasts,
    TotalsStore totals,
    ArchiveStore archive,
    AccuracyStore accuracy,
    ChangedSales changed,
    SalesSumStore sums,
    SeriesDemand demand,
    OverrideStore overrides,
    FinalStore finals,
    VolumeStore volumes) {

  /** Brings a database to the newest schema and opens it. */
  public static Stores of(DataSource database) {
    NewestSchema.in(database);
    return on(database);
  }

  public AuditTrail audit() {
    return new AuditTrail(new AuditEventStore(sql), new Clock());
  }

  /** Opens a database that has the newest schema. */
  public static Stores on(DataSource database) {
    return over(new Sql(database));
  }

  /** Opens what is spoken to in this way. */
  public static Stores over(Sql sql) {
    SeriesStore series = new SeriesStore(sql);
    QuarantineStore quarantine = new QuarantineStore(sql);
    IntakeRunStore runs = new IntakeRunStore(sql, new LineDayStore(sql));
    ReconcileStore reconcile = new ReconcileStore(sql);
    LineStore lines = new LineStore(sql);
    ChangedSales changed = new ChangedSales(sql);
    SalesSumStore sums = new SalesSumStore(sql, lines, changed);
    return new Stores(
        sql,
        series,
        new EventStore(sql),
        new FileStore(sql),
        new PushedLineStore(sql),
        new SourceLineStore(sql),
        new SeriesCatalog(sql),
        new MasterDataStore(sql),
        quarantine,
        runs,
        reconcile,
        new IntakeStore(sql, series, quarantine, runs, reconcile, new LineDayStore(sql), changed),
        new SalesLineStore(sql),
        new BookingStore(sql),
        new RunDayStore(sql),
        lines,
        new LayerStore(sql),
        new QualityStore(sql, lines, new ComparedValueStore(sql)),
        new VersionStore(sql),
        new SnapshotStore(sql, new CalendarStore(sql)),
        new ResultStore(sql),
        new CalibrationStore(sql),
        new ForecastStore(sql),
        new TotalsStore(sql),
        new ArchiveStore(sql),
        new AccuracyStore(sql),
        changed,
        sums,
        new SeriesDemand(series, sums),
        new OverrideStore(sql),
        new FinalStore(sql),
        new VolumeStore(sql));
  }
}

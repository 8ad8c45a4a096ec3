package org.demandwright.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** All stores that know companies, over one database that no server manages. */
record Stores(
    Sql sql,
    SeriesStore series,
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
    ForecastStore forecasts) {

  /** Brings an empty database to the newest schema and opens it. */
  static Stores of(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:sql/store/common")
        .load()
        .migrate();
    Sql sql = new Sql(database);
    SeriesStore series = new SeriesStore(sql);
    QuarantineStore quarantine = new QuarantineStore(sql);
    IntakeRunStore runs = new IntakeRunStore(sql);
    ReconcileStore reconcile = new ReconcileStore(sql);
    LineStore lines = new LineStore(sql);
    return new Stores(
        sql,
        series,
        new SeriesCatalog(sql),
        new MasterDataStore(sql),
        quarantine,
        runs,
        reconcile,
        new IntakeStore(sql, series, quarantine, runs, reconcile),
        new SalesLineStore(sql),
        new BookingStore(sql),
        new RunDayStore(sql),
        lines,
        new LayerStore(sql),
        new QualityStore(sql, lines),
        new VersionStore(sql),
        new SnapshotStore(sql, new CalendarStore(sql)),
        new ResultStore(sql),
        new ForecastStore(sql));
  }
}

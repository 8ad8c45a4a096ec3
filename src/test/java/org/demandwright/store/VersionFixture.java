package org.demandwright.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.access.AuditEventStore;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.CalendarStore;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.ResultCodec;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.intake.LineDayStore;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.plan.VolumeStore;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Sql;

/** Versions in a real store, made without a run: flat forecasts of a few items. */
public final class VersionFixture {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 5);

  private final Sql sql;
  private final SeriesStore series;
  private long instances;

  /** Brings an empty database to the newest schema. */
  public VersionFixture(DataSource database) {
    NewestSchema.in(database);
    sql = new Sql(database);
    JobTables.create(sql);
    series = new SeriesStore(sql);
  }

  public VersionStore versions() {
    return new VersionStore(sql);
  }

  public VolumeStore volumes() {
    return new VolumeStore(sql);
  }

  public PlanStore plans() {
    return new PlanStore(sql);
  }

  public AuditTrail audit() {
    return new AuditTrail(new AuditEventStore(sql), new Clock());
  }

  public ForecastStore forecasts() {
    return new ForecastStore(sql);
  }

  public TotalsStore totals() {
    return new TotalsStore(sql);
  }

  public CalibrationStore calibrations() {
    return new CalibrationStore(sql);
  }

  public ResultStore results() {
    return new ResultStore(sql);
  }

  public SeriesStore series() {
    return series;
  }

  public SeriesCatalog catalog() {
    return new SeriesCatalog(sql);
  }

  /** Turns the verdict on an item to DO_NOT_FORECAST, and keeps its demand, if any is given. */
  public void notRecommend(long versionId, String item, double... demand) {
    SeriesKey key = new SeriesKey("", item, "S1", "");
    long id = series.idsOf(List.of(key)).get(key);
    sql.update(
        "update series_result set verdict = 'DO_NOT_FORECAST' where version_id = ?"
            + " and series_id = ?",
        versionId,
        id);
    if (demand.length > 0) {
      Bucket bucket = versions().find(versionId).orElseThrow().recipe().bucket();
      DemandSeries units =
          DemandSeries.of(key, Period.of(bucket, AS_OF).plus(-demand.length), demand);
      DoubleVector none = DoubleVector.filled(demand.length, 0);
      snapshots()
          .replace(
              versionId,
              List.of(
                  new SnapshotStore.Snapshot(
                      id, new SeriesInput(units, new Covariates(none, none, "")), none, units)));
      sql.update(
          "update series_result set cleaned = ?, scores = ? where version_id = ?"
              + " and series_id = ?",
          Blobs.of(units.units()),
          ResultCodec.contest(
              new ResultCodec.Contest(
                  List.of(), List.of(score("Naive+TSB"), score("Naive"), score("TSB")), Map.of())),
          versionId,
          id);
    }
  }

  private static Score score(String model) {
    return new Score(model, 1, 1, 1, 1, 1, 1);
  }

  public RunStore runs() {
    return new RunStore(sql);
  }

  public RunDetailStore runDetails() {
    return new RunDetailStore(sql);
  }

  public LayerStore layers() {
    return new LayerStore(sql);
  }

  public SnapshotStore snapshots() {
    return new SnapshotStore(sql, new CalendarStore(sql));
  }

  public LineStore lines() {
    return new LineStore(sql);
  }

  /** Returns the database itself. */
  public Sql sql() {
    return sql;
  }

  public QualityStore quality() {
    return new QualityStore(sql, lines(), new ComparedValueStore(sql));
  }

  public IntakeRunStore intakeRuns() {
    return new IntakeRunStore(sql, new LineDayStore(sql));
  }

  /** Returns the number of the series of an item, which is made where it is new. */
  public long seriesOf(String item) {
    SeriesKey key = new SeriesKey("", item, "S1", "");
    return series.idsOf(List.of(key)).get(key);
  }

  /** Writes an item down with the unit that it is counted in. */
  public void item(String item, String uom) {
    sql.update(
        "insert into item (org_id, item_id, item_code, item_name, category, uom_id)"
            + " values ('', ?, ?, ?, '', ?)",
        item,
        item,
        item,
        uom);
  }

  /** Books a line of a series. */
  public void booked(String lineId, long seriesId, LocalDate day, String quantity) {
    sql.update(
        "insert into sales_line (line_id, series_id, booked_on, quantity, promoted, changed_at,"
            + " known_from, imported_by, source) values (?, ?, ?, ?, false, ?, ?, 1, 'dw_sales_line')",
        lineId,
        seriesId,
        day,
        new BigDecimal(quantity),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Sets a row aside that this instance read. */
  public void quarantine(String lineId, long instanceId) {
    sql.update(
        "insert into quarantine (line_id, reason, detail, raw, source, changed_at,"
            + " known_from, quarantined_by)"
            + " values (?, 'NO_DATE', 'no day', '{}', 'dw_sales_line', ?, ?, ?)",
        lineId,
        Instant.EPOCH,
        Instant.EPOCH,
        instanceId);
  }

  /** Writes down an execution of an instance, as {@link JobTables} does. */
  public void run(long executionId, long instanceId, String job, String step, RunStatus status) {
    JobTables.run(sql, executionId, instanceId, job, step, status);
  }

  /** Opens a version made by these terms, with a flat forecast of each item per period. */
  public long version(PlanTerms terms, VersionStore.Planned plan, Map<String, Double> means) {
    return version(terms, plan, means, AS_OF);
  }

  /** Opens a version likewise that knows demand before a day. */
  public long version(
      PlanTerms terms, VersionStore.Planned plan, Map<String, Double> means, LocalDate asOf) {
    Bucket bucket = terms.bucket();
    Period origin = Period.of(bucket, asOf);
    Recipe recipe =
        new Recipe(
            bucket,
            bucket.season(),
            terms.horizon(),
            3,
            1,
            String.join(",", terms.models()),
            terms.objective().toString(),
            asOf,
            asOf.minusDays(1),
            origin.start(),
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    long id = versions().open(++instances, recipe, plan, Instant.EPOCH).versionId();
    new TreeMap<>(means).forEach((item, mean) -> forecast(id, origin, terms.horizon(), item, mean));
    return id;
  }

  private void forecast(long versionId, Period origin, int horizon, String item, double mean) {
    long id = seriesOf(item);
    sql.update(
        "insert into series_result (version_id, series_id, pattern, model_id, reason, verdict)"
            + " values (?, ?, 'SMOOTH', 'Naive', 'so', 'USE_SIMPLE')",
        versionId,
        id);
    sql.update(
        "insert into version_series (version_id, series_id, snapshot_of, result_of)"
            + " values (?, ?, ?, ?)",
        versionId,
        id,
        versionId,
        versionId);
    forecasts()
        .replace(
            versionId,
            IntStream.rangeClosed(1, horizon).mapToObj(h -> step(id, origin, h, mean)).toList());
  }

  private static ForecastStore.Step step(long seriesId, Period origin, int h, double mean) {
    Period p = origin.plus(h - 1L);
    double total = mean * h;
    return new ForecastStore.Step(
        seriesId,
        p.start(),
        p.end().minusDays(1),
        new BandedStep(h, mean, mean, mean, mean, total, total, total, total));
  }
}

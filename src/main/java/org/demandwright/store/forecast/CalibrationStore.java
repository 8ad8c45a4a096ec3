package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.BandLevels;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.CalibrationSample;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Sql;

/** The calibration of the bands of each version, and what it is made from. */
@ApplicationScoped
public class CalibrationStore {
  private final Sql sql;

  @Inject
  public CalibrationStore(Sql sql) {
    this.sql = sql;
  }

  CalibrationStore() {
    this(null);
  }

  /** Hands the calibration sample of every series that has a forecast to the consumer. */
  @Transactional
  public void samples(long versionId, Consumer<CalibrationSample> consumer) {
    sql.each(
        row ->
            new CalibrationSample(
                new SeriesKey(
                    row.getString("org_id"),
                    row.getString("item_id"),
                    row.getString("site_id"),
                    row.getString("channel_id")),
                DemandPattern.valueOf(row.getString("pattern")),
                row.getDouble("scale"),
                championsOf(row)),
        consumer,
        "select r.pattern, r.scale, r.model_id, r.backtests, s.org_id, s.item_id, s.site_id,"
            + " s.channel_id from series_result r join series s on s.series_id = r.series_id"
            + " where r.version_id = ? and r.failure is null",
        versionId);
  }

  private static List<Backtest> championsOf(ResultSet row) throws SQLException {
    String champion = row.getString("model_id");
    return ResultCodec.backtests(row.getBytes("backtests")).stream()
        .filter(b -> b.modelId().equals(champion))
        .toList();
  }

  /** Writes the calibration in place of what was there. */
  @Transactional
  public void replace(long versionId, Calibration calibration) {
    sql.update("delete from calibration where version_id = ?", versionId);
    sql.batch(
        "insert into calibration (version_id, pattern, step, q10, q50, q90, total_q10, total_q50,"
            + " total_q90, residuals, level_low, level_high, below10, up_to90,"
            + " measured, total_levels)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        calibration.rows().stream()
            .map(
                r ->
                    new Object[] {
                      versionId,
                      r.pattern().name(),
                      r.step(),
                      r.q10(),
                      r.q50(),
                      r.q90(),
                      r.totalQ10(),
                      r.totalQ50(),
                      r.totalQ90(),
                      r.residuals(),
                      r.levels().low(),
                      r.levels().high(),
                      r.below10(),
                      r.upTo90(),
                      r.measured(),
                      r.totals().map(Blobs::of).orElse(null)
                    })
            .toList());
  }

  /** Returns the calibration of a version, without rows before it is made. */
  public Calibration of(long versionId) {
    return new Calibration(
        sql.list(
            row ->
                new Calibration.Row(
                    DemandPattern.valueOf(row.getString(1)),
                    row.getInt(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6),
                    row.getDouble(7),
                    row.getDouble(8),
                    row.getInt(9),
                    new BandLevels(row.getDouble(10), row.getDouble(11)),
                    row.getDouble(12),
                    row.getDouble(13),
                    row.getInt(14),
                    Optional.ofNullable(row.getBytes(15)).map(Blobs::vector)),
            "select pattern, step, q10, q50, q90, total_q10, total_q50, total_q90, residuals,"
                + " level_low, level_high, below10, up_to90, measured, total_levels from calibration"
                + " where version_id = ? order by pattern, step",
            versionId));
  }

  /** Takes over the calibration of another version. */
  @Transactional
  public void keep(long versionId, long otherId) {
    String columns =
        "pattern, step, q10, q50, q90, total_q10, total_q50, total_q90, residuals, level_low,"
            + " level_high, below10, up_to90, measured, total_levels";
    sql.update("delete from calibration where version_id = ?", versionId);
    sql.update(
        "insert into calibration (version_id, %s) select %d, %s from calibration where version_id = ?"
            .formatted(columns, versionId, columns),
        otherId);
  }
}

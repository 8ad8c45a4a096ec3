package org.demandwright.rest.forecast;

import java.util.List;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastRecord;
import org.demandwright.app.forecast.PlanByRecord;
import org.demandwright.rest.wire.CsvTable;
import org.demandwright.rest.wire.CsvTable.Column;

/** The columns of forecasts as CSV: the words of the JSON, and the version in each line. */
final class ForecastColumns {
  static final CsvTable<ForecastRecord> TABLE =
      new CsvTable<>(
          List.of(
              new Column<>("versionId", ForecastRecord::versionId),
              new Column<>("dataAsOf", ForecastRecord::dataAsOf),
              new Column<>("seriesId", ForecastRecord::seriesId),
              new Column<>("org", ForecastRecord::org),
              new Column<>("item", ForecastRecord::item),
              new Column<>("site", ForecastRecord::site),
              new Column<>("channel", ForecastRecord::channel),
              new Column<>("uom", ForecastRecord::uom),
              new Column<>("bucket", ForecastRecord::bucket),
              new Column<>("step", ForecastRecord::step),
              new Column<>("periodStart", ForecastRecord::periodStart),
              new Column<>("periodEnd", ForecastRecord::periodEnd),
              new Column<>("mean", ForecastRecord::mean),
              new Column<>("p10", ForecastRecord::p10),
              new Column<>("p50", ForecastRecord::p50),
              new Column<>("p90", ForecastRecord::p90),
              new Column<>("totalMean", ForecastRecord::totalMean),
              new Column<>("totalP10", ForecastRecord::totalP10),
              new Column<>("totalP50", ForecastRecord::totalP50),
              new Column<>("totalP90", ForecastRecord::totalP90),
              new Column<>("openDemand", ForecastRecord::openDemand),
              new Column<>("totalOpenDemand", ForecastRecord::totalOpenDemand),
              new Column<>("method", ForecastRecord::method),
              new Column<>("reason", row -> Wordbook.english().say(row.reason())),
              new Column<>("verdict", ForecastRecord::verdict),
              new Column<>("changedAt", ForecastRecord::changedAt),
              new Column<>("usable", ForecastRecord::usable),
              new Column<>("planRate", row -> row.planBy().flatMap(PlanByRecord::rate)),
              new Column<>("planPeriods", row -> row.planBy().map(PlanByRecord::periods)),
              new Column<>("planMin", row -> row.planBy().flatMap(PlanByRecord::min)),
              new Column<>("planMax", row -> row.planBy().flatMap(PlanByRecord::max)),
              new Column<>("planBy", row -> row.planBy().map(PlanByRecord::text))));

  private ForecastColumns() {}
}

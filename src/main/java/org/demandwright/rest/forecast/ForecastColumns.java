package org.demandwright.rest.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.rest.forecast.ForecastsResource.Forecast;
import org.demandwright.rest.wire.CsvTable;
import org.demandwright.rest.wire.CsvTable.Column;

/**
 * The columns of forecasts as CSV: those of the JSON, and in each line what stands once in JSON,
 * the version.
 */
final class ForecastColumns {
  private static final List<Column<Forecast>> OF_A_ROW = Column.of(Forecast.class);

  private static final List<Column<Forecast>> PLAN_BY =
      List.of(
          planBy("planRate", PlanByDetail::rate),
          planBy("planPeriods", PlanByDetail::periods),
          planBy("planMin", PlanByDetail::min),
          planBy("planMax", PlanByDetail::max),
          planBy("planBy", PlanByDetail::text));

  private ForecastColumns() {}

  static CsvTable<Forecast> of(VersionRecord version) {
    List<Column<Forecast>> columns = new ArrayList<>();
    columns.add(new Column<>("versionId", row -> version.versionId()));
    columns.add(new Column<>("dataAsOf", row -> version.dataAsOf()));
    for (Column<Forecast> column : OF_A_ROW) {
      if (column.name().equals("step")) {
        columns.add(new Column<>("bucket", row -> version.bucket()));
      }
      if (column.name().equals("planBy")) {
        columns.addAll(PLAN_BY);
      } else {
        columns.add(column);
      }
    }
    return new CsvTable<>(columns);
  }

  private static Column<Forecast> planBy(String name, Function<PlanByDetail, ?> part) {
    return new Column<>(name, row -> row.planBy() == null ? null : part.apply(row.planBy()));
  }
}

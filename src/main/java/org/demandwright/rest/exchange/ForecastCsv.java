package org.demandwright.rest.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.demandwright.app.exchange.ExportTerms;
import org.demandwright.app.exchange.ForecastLines;
import org.demandwright.app.forecast.ToldForecast;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.settings.Settings;
import org.demandwright.rest.forecast.ForecastsResource.Forecast;
import org.demandwright.rest.forecast.ForecastsResource.OfVersion;
import org.demandwright.rest.wire.CsvTable;

/** Writes forecasts as their list does in CSV. */
@ApplicationScoped
class ForecastCsv implements ForecastLines {
  @Inject Settings settings;

  @Override
  public String heading(VersionRecord version, ExportTerms terms) {
    return table(version, terms).heading();
  }

  @Override
  public String lines(VersionRecord version, ExportTerms terms, List<ToldForecast> rows) {
    return table(version, terms)
        .lines(
            rows.stream()
                .map(row -> Forecast.of(version.versionId(), row, terms.share()))
                .toList());
  }

  private CsvTable<Forecast> table(VersionRecord version, ExportTerms terms) {
    return CsvTable.of(
        Forecast.class, OfVersion.of(version, settings.intake().siteZone()), terms.raw());
  }
}

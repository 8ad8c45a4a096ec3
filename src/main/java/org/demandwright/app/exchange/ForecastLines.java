package org.demandwright.app.exchange;

import java.util.List;
import org.demandwright.app.forecast.ToldForecast;
import org.demandwright.app.forecast.VersionRecord;

/** How the door of programs writes forecasts as CSV, so that an export says what its list does. */
public interface ForecastLines {

  /** Returns the heading, with its line's end. */
  String heading(VersionRecord version, ExportTerms terms);

  /** Returns a line for each forecast, with its end. */
  String lines(VersionRecord version, ExportTerms terms, List<ToldForecast> rows);
}
